package io.github.iremote.cli.setup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.cli.setup.Questions.Choice;
import java.util.List;
import java.util.Optional;

/** What each kind of place has to be asked for. */
record PlaceEntry(Questions ask) {
  static final List<Choice> KINDS =
      List.of(
          new Choice("slack", "a channel, by an incoming webhook"),
          new Choice("bot", "Slack by a bot, which can change its messages and send pictures"),
          new Choice("ntfy", "notifications on a phone, by ntfy.sh or a server of yours"),
          new Choice("telegram", "a chat with a bot"),
          new Choice("email", "mail"),
          new Choice("webhook", "JSON to an address of yours"),
          new Choice("command", "JSON to a program on this machine"));

  /** Adds a place of that kind to a configuration. */
  void add(String kind, ObjectNode config) {
    if (kind.equals("slack") && !config.has("slack")) {
      webhook(config.putObject("slack"));
      return;
    }
    ObjectNode entry = config.objectNode();
    switch (kind) {
      case "slack" -> webhook(entry.putObject("slack"));
      case "bot" -> bot(entry.putObject("slack"));
      case "ntfy" -> ntfy(entry.putObject("ntfy"));
      case "telegram" -> telegram(entry.putObject("telegram"));
      case "email" -> email(entry.putObject("email"));
      case "webhook" -> put(entry.putObject("webhook"), "url", secret("Address, https://…"));
      case "command" -> command(entry.putArray("command"));
      default -> throw new Failure.BadConfig("expected one of the numbers, not " + kind);
    }
    name(entry, config);
    config.withArray("notify").add(entry);
  }

  /** Two of a kind need names. */
  private void name(ObjectNode entry, ObjectNode config) {
    String kind = entry.fieldNames().next();
    int same = config.has(kind) ? 1 : 0;
    for (var other : config.path("notify")) {
      same += other.has(kind) ? 1 : 0;
    }
    if (same > 0) {
      entry.put("name", free("What is this place to be called", kind + " " + (same + 1)));
    }
  }

  private void webhook(ObjectNode place) {
    ask.explain(Instructions.HOOK);
    place.put("webhookUrl", ask.secret("--slack-webhook", "Webhook address, https://…"));
  }

  private void bot(ObjectNode place) {
    ask.explain(Instructions.BOT);
    put(place, "botToken", secret("Bot token, xoxb-…"));
    put(place, "channel", free("Id of the channel, C…"));
  }

  private void ntfy(ObjectNode place) {
    put(place, "url", free("Address of the topic, https://ntfy.sh/…"));
    put(place, "token", secret("Access token; Enter: none"));
  }

  private void telegram(ObjectNode place) {
    put(place, "botToken", secret("Token from BotFather"));
    put(place, "chatId", free("Id of the chat"));
  }

  private void email(ObjectNode place) {
    put(place, "server", free("Server, smtps://HOST:465 or smtp://HOST:587"));
    put(place, "username", free("Username there; Enter: none"));
    if (place.has("username")) {
      put(place, "password", secret("Password there"));
    }
    put(place, "from", free("From which address"));
    place.putArray("to").add(free("To which address", place.path("from").asText()));
  }

  private void command(ArrayNode argv) {
    argv.add(free("Program, with its whole path"));
    for (String word = argument(); !word.isEmpty(); word = argument()) {
      argv.add(word);
    }
  }

  private String argument() {
    return free("Argument; Enter: no more");
  }

  private static void put(ObjectNode place, String key, String value) {
    if (!value.isEmpty()) {
      place.put(key, value);
    }
  }

  private String free(String question) {
    return ask.free(question, Optional.empty());
  }

  private String free(String question, String standard) {
    return ask.free(question, Optional.of(standard));
  }

  private String secret(String question) {
    return ask.secret("--notify", question);
  }
}
