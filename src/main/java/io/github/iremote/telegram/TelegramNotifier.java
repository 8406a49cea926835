package io.github.iremote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.http.JsonHttp.Answer;
import io.github.iremote.json.Json;
import io.github.iremote.message.Courier;
import io.github.iremote.message.Cut;
import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterWording;
import io.github.iremote.message.Living;
import io.github.iremote.message.Pictured;
import io.github.iremote.message.Worded;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chat with a Telegram bot as a place for messages. The bot's token is in every address.
 *
 * @see <a href="https://core.telegram.org/bots/api#sendmessage">Bot API</a>
 */
public final class TelegramNotifier implements Living, Pictured {
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_CAPTION = 1024;

  private static final List<String> NO_LONGER =
      List.of("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID");

  private final Courier courier;
  private final LetterWording wording;
  private final String server;
  private final String token;
  private final String chat;
  private final InstantSource clock;

  public TelegramNotifier(
      Courier courier,
      LetterWording wording,
      String server,
      String token,
      String chat,
      InstantSource clock) {
    this.courier = courier;
    this.wording = wording;
    this.server = server;
    this.token = token;
    this.chat = chat;
    this.clock = clock;
  }

  /** How long an answer asks to wait: in its body, not in a header. */
  public static Optional<Duration> wait(Answer answer) {
    int seconds = said(answer).path("parameters").path("retry_after").asInt(-1);
    return seconds >= 0 ? Optional.of(Duration.ofSeconds(seconds)) : answer.retryAfter();
  }

  @Override
  public void send(Letter letter) throws Refused {
    begin(letter);
  }

  @Override
  public String begin(Letter letter) throws Refused {
    return sent(message(letter), letter);
  }

  @Override
  public void answer(String message, Letter letter) throws Refused {
    ObjectNode json = message(letter);
    json.putObject("reply_parameters")
        .put("message_id", Long.parseLong(message))
        .put("allow_sending_without_reply", true);
    sent(json, letter);
  }

  @Override
  public void change(String message, Letter now) throws Gone, Refused {
    ObjectNode json = message(now).put("message_id", Long.parseLong(message));
    json.remove("disable_notification");
    Answer answer = call("editMessageText", json);
    String word = word(answer);
    if (NO_LONGER.stream().anyMatch(word::contains)) {
      throw new Gone("no such message");
    }
    if (!taken(answer) && !word.contains("message is not modified")) {
      throw failed(answer);
    }
  }

  @Override
  public void show(Letter letter, Optional<String> message, Picture picture) {
    Worded worded = wording.of(letter, clock.instant());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("chat_id", chat);
    fields.put("caption", Cut.toLength(worded.title(), LONGEST_CAPTION));
    fields.put("disable_notification", "true");
    message.ifPresent(
        id ->
            fields.put(
                "reply_parameters",
                "{\"message_id\":" + id + ",\"allow_sending_without_reply\":true}"));
    String url = server + "/bot" + token + "/sendPhoto";
    Answer answer = courier.postFile(url, Map.of(), fields, "photo", picture.file(), picture.png());
    if (!taken(answer)) {
      throw failed(answer);
    }
  }

  @Override
  public Optional<String> probe() {
    Answer answer = call("getChat", Json.object().put("chat_id", chat));
    if (!taken(answer)) {
      throw failed(answer);
    }
    return Optional.of("the bot knows the chat");
  }

  private ObjectNode message(Letter letter) {
    Worded worded = wording.of(letter, clock.instant());
    String title = Cut.toLength(worded.title(), LONGEST_CAPTION);
    String body = Cut.toLength(worded.body(), LONGEST_TEXT - title.length() - 1);
    ObjectNode json =
        Json.object()
            .put("chat_id", chat)
            .put("text", "<b>" + escape(title) + "</b>\n" + escape(body))
            .put("parse_mode", "HTML")
            .put("disable_notification", worded.tone() == Worded.Tone.GOOD);
    json.putObject("link_preview_options").put("is_disabled", true);
    return json;
  }

  /** What Telegram finds malformed is sent once more as plain text. */
  private String sent(ObjectNode message, Letter letter) throws Refused {
    Answer answer = call("sendMessage", message);
    if (word(answer).contains("can't parse entities")) {
      message.remove("parse_mode");
      Worded worded = wording.of(letter, clock.instant());
      message.put("text", Cut.toLength(worded.title() + "\n" + worded.body(), LONGEST_TEXT));
      answer = call("sendMessage", message);
    }
    if (taken(answer)) {
      return said(answer).path("result").path("message_id").asText();
    }
    String word = word(answer);
    if (word.contains("message is too long")
        || word.contains("message text is empty")
        || word.contains("can't parse entities")) {
      throw new Refused("malformed");
    }
    throw failed(answer);
  }

  /** A group that has become a supergroup is another chat, and Telegram says which. */
  private Answer call(String method, ObjectNode json) {
    String url = server + "/bot" + token + "/" + method;
    Answer answer = courier.post(url, Map.of(), json);
    JsonNode moved = said(answer).path("parameters").path("migrate_to_chat_id");
    return answer.status() == 400 && moved.isIntegralNumber()
        ? courier.post(url, Map.of(), json.put("chat_id", moved.asText()))
        : answer;
  }

  private RuntimeException failed(Answer answer) {
    return courier.unavailable(answer, "");
  }

  private static boolean taken(Answer answer) {
    return answer.status() == 200 && said(answer).path("ok").asBoolean();
  }

  /** Telegram's own word for what is wrong; only looked at, never printed. */
  private static String word(Answer answer) {
    return answer.status() == 400 ? said(answer).path("description").asText() : "";
  }

  private static JsonNode said(Answer answer) {
    try {
      return answer.json();
    } catch (IOException e) {
      return Json.object();
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
