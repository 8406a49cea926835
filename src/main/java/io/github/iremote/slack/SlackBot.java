package io.github.iremote.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.http.JsonHttp.Answer;
import io.github.iremote.json.Json;
import io.github.iremote.message.Courier;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Living;
import io.github.iremote.message.Pictured;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Slack app's bot as a place for messages: it can change what it has posted, answer in a thread,
 * and upload pictures.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>
 */
public final class SlackBot implements Living, Pictured {
  private static final Set<String> ABOUT_THE_MESSAGE =
      Set.of("msg_too_long", "no_text", "invalid_attachments", "too_many_attachments");

  private static final Set<String> GONE =
      Set.of("message_not_found", "cant_update_message", "edit_window_closed");

  private static final Set<String> NO_THREAD =
      Set.of("thread_not_found", "message_not_found", "cannot_reply_to_message");

  private static final Set<String> PASSING =
      Set.of("ratelimited", "internal_error", "fatal_error", "service_unavailable", "");

  private final Courier courier;
  private final SlackMessage form;
  private final String title;
  private final String api;
  private final String channel;
  private final Map<String, String> headers;
  private final InstantSource clock;

  public SlackBot(
      Courier courier,
      SlackMessage form,
      String title,
      String server,
      String token,
      String channel,
      InstantSource clock) {
    this.courier = courier;
    this.form = form;
    this.title = title;
    this.api = server + "/api/";
    this.channel = channel;
    this.headers = Map.of("Authorization", "Bearer " + token);
    this.clock = clock;
  }

  @Override
  public void send(Letter letter) throws Refused {
    begin(letter);
  }

  @Override
  public String begin(Letter letter) throws Refused {
    return posted(message(letter));
  }

  @Override
  public void answer(String message, Letter letter) throws Refused {
    posted(message(letter).put("thread_ts", time(message)).put("reply_broadcast", true));
  }

  @Override
  public void change(String message, Letter now) throws Gone, Refused {
    ObjectNode json = message(now).put("channel", place(message)).put("ts", time(message));
    JsonNode said = call("chat.update", json);
    if (GONE.contains(word(said))) {
      throw new Gone(word(said));
    }
    check(said);
  }

  @Override
  public void show(Letter letter, Optional<String> message, Picture picture) throws Refused {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("filename", picture.file());
    form.put("length", Integer.toString(picture.png().length));
    JsonNode room = said(courier.postForm(api + "files.getUploadURLExternal", headers, form));
    check(room);
    String url = room.path("upload_url").asText();
    Answer upload = courier.send("POST", url, Map.of(), picture.png(), "image/png");
    if (upload.status() != 200) {
      throw courier.unavailable(upload, "");
    }
    ObjectNode complete = Json.object().put("channel_id", message.map(this::place).orElse(channel));
    complete.putArray("files").addObject().put("id", room.path("file_id").asText());
    message.ifPresent(id -> complete.put("thread_ts", time(id)));
    check(call("files.completeUploadExternal", complete));
  }

  @Override
  public Optional<String> probe() {
    JsonNode said = call("auth.test", Json.object());
    if (!said.path("ok").asBoolean()) {
      throw failed(said);
    }
    return Optional.of("Slack knows the bot; whether it may post in the channel shows");
  }

  private ObjectNode message(Letter letter) {
    return form.of(letter, clock.instant()).put("channel", channel);
  }

  /** What Slack finds malformed is posted once more as plain text; an answer to nothing, alone. */
  private String posted(ObjectNode message) throws Refused {
    JsonNode said = call("chat.postMessage", message);
    if (message.has("thread_ts") && NO_THREAD.contains(word(said))) {
      message.remove(List.of("thread_ts", "reply_broadcast"));
      said = call("chat.postMessage", message);
    }
    if (word(said).equals("invalid_attachments")) {
      message.remove("attachments");
      said = call("chat.postMessage", message);
    }
    check(said);
    return said.path("channel").asText(channel) + "/" + said.path("ts").asText();
  }

  /** A message is called by its channel and the time at which Slack took it. */
  private String place(String message) {
    return message.substring(0, message.indexOf('/'));
  }

  private static String time(String message) {
    return message.substring(message.indexOf('/') + 1);
  }

  private void check(JsonNode said) throws Refused {
    if (ABOUT_THE_MESSAGE.contains(word(said))) {
      throw new Refused(word(said));
    }
    if (!said.path("ok").asBoolean()) {
      throw failed(said);
    }
  }

  /** Slack's word is one of its own list, or it is not repeated. */
  private Failure.PlaceUnavailable failed(JsonNode said) {
    String word = word(said);
    boolean mend = !PASSING.contains(word);
    return new Failure.PlaceUnavailable(
        title
            + " refuses ("
            + (word.isEmpty() ? "in no words that are Slack's" : word)
            + "); messages are kept"
            + (mend ? ": check notify in config.json" : ""),
        mend);
  }

  private JsonNode call(String method, JsonNode json) {
    return said(courier.post(api + method, headers, json));
  }

  private JsonNode said(Answer answer) {
    if (answer.status() != 200) {
      throw courier.unavailable(answer, "");
    }
    try {
      return answer.json();
    } catch (IOException e) {
      throw courier.unavailable(answer, "");
    }
  }

  private static String word(JsonNode said) {
    String word = said.path("ok").asBoolean() ? "" : said.path("error").asText();
    return word.length() <= 60 && word.matches("[a-z_]+") ? word : "";
  }
}
