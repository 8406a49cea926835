package io.github.iremote.cli.setup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.check.PlaceChecks;
import io.github.iremote.cli.setup.Questions.Choice;
import io.github.iremote.json.Json;
import io.github.iremote.message.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where messages go if not to Slack's webhook: a numbered list, and each place is tried. */
record OtherPlaces(Questions ask, Surroundings here, Function<ObjectNode, Wiring> wiring) {
  private static final String NOWHERE = "nowhere";

  /** Adds places to {@code notify} until there are enough. */
  void add(ObjectNode config) {
    config.remove("notify");
    while (addOne(config)) {
      ask.explain("");
    }
  }

  private boolean addOne(ObjectNode config) {
    boolean[] more = {false};
    ask.until(() -> more[0] = added(config));
    return more[0];
  }

  private boolean added(ObjectNode config) {
    String kind = ask.choice("--notify", "\nWhere should messages go?", choices(config));
    if (kind.equals(NOWHERE)) {
      return false;
    }
    ObjectNode tried = config.deepCopy();
    tried.withArray("notify").add(entry(kind));
    Wiring wired = wiring.apply(tried);
    List<Place> places = wired.places().all();
    Place place = places.get(places.size() - 1);
    if (ask.yes("--post", "--no-post", "Send a test message there")) {
      here.out().println(place.title() + ": " + new PlaceChecks(wired).post(place) + ".");
    }
    config.set("notify", tried.get("notify"));
    return true;
  }

  private static List<Choice> choices(ObjectNode config) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(NOWHERE, config.has("notify") ? "else; that is all" : "yet"));
    choices.add(new Choice("ntfy", "notifications on a phone, by ntfy.sh or a server of yours"));
    choices.add(new Choice("telegram", "a chat with a bot"));
    choices.add(new Choice("email", "mail"));
    choices.add(new Choice("webhook", "JSON to a program of yours"));
    choices.removeIf(choice -> known(config, choice.word()));
    return choices;
  }

  /** Two of a kind need names: those are for an editor. */
  private static boolean known(ObjectNode config, String kind) {
    for (var entry : config.path("notify")) {
      if (entry.has(kind)) {
        return true;
      }
    }
    return false;
  }

  private ObjectNode entry(String kind) {
    ObjectNode entry = Json.object();
    ObjectNode place = entry.putObject(kind);
    switch (kind) {
      case "ntfy" -> {
        put(place, "url", ask.free("Address of the topic, https://ntfy.sh/…", none()));
        put(place, "token", ask.secret("--token", "Access token; Enter: none"));
      }
      case "telegram" -> {
        put(place, "botToken", ask.secret("--bot-token", "Token from BotFather"));
        put(place, "chatId", ask.free("Id of the chat", none()));
      }
      case "email" -> email(place);
      case "webhook" -> put(place, "url", ask.secret("--webhook", "Address, https://…"));
      default -> throw new Failure.BadConfig("expected one of the numbers, not " + kind);
    }
    return entry;
  }

  private void email(ObjectNode place) {
    put(place, "server", ask.free("Server, smtps://HOST:465 or smtp://HOST:587", none()));
    put(place, "username", ask.free("Username there; Enter: none", none()));
    if (place.has("username")) {
      put(place, "password", ask.secret("--mail-password", "Password there"));
    }
    put(place, "from", ask.free("From which address", none()));
    ArrayNode to = place.putArray("to");
    to.add(ask.free("To which address", Optional.of(place.path("from").asText())));
  }

  private static void put(ObjectNode place, String key, String value) {
    if (!value.isEmpty()) {
      place.put(key, value);
    }
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
