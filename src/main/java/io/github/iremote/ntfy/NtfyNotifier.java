package io.github.iremote.ntfy;

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
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A topic on an ntfy server as a place for messages.
 *
 * @see <a href="https://docs.ntfy.sh/publish/#publish-as-json">Publish as JSON</a>
 */
public final class NtfyNotifier implements Living, Pictured {
  private static final int LONGEST_TITLE = 250;
  private static final int LONGEST_MESSAGE = 4096;

  /** Neither sound nor vibration. */
  private static final int SILENT = 1;

  private final Courier courier;
  private final LetterWording wording;
  private final String server;
  private final String topic;
  private final Map<String, String> headers;
  private final InstantSource clock;

  public NtfyNotifier(
      Courier courier,
      LetterWording wording,
      String server,
      String topic,
      Optional<String> token,
      InstantSource clock) {
    this.courier = courier;
    this.wording = wording;
    this.server = server;
    this.topic = topic;
    this.headers = token.map(t -> Map.of("Authorization", "Bearer " + t)).orElse(Map.of());
    this.clock = clock;
  }

  @Override
  public void send(Letter letter) throws Refused {
    publish(message(letter, letter.id()));
  }

  @Override
  public String begin(Letter letter) throws Refused {
    JsonNode said = publish(message(letter, letter.id()));
    // a server that edits says so; an older one would show every change as a message of its own
    return said.path("sequence_id").asText();
  }

  @Override
  public void answer(String message, Letter letter) throws Refused {
    send(letter);
  }

  @Override
  public void change(String message, Letter now) throws Refused {
    publish(message(now, message).put("priority", SILENT));
  }

  @Override
  public void show(Letter letter, Optional<String> message, Picture picture) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("X-Filename", picture.file());
    all.put("X-Priority", Integer.toString(SILENT));
    all.put("X-Title", encoded(wording.of(letter, clock.instant()).title()));
    Answer answer =
        courier.send("PUT", server + "/" + topic, all, picture.png(), "application/octet-stream");
    if (answer.status() != 200 || !said(answer).path("id").isTextual()) {
      throw courier.unavailable(answer, "");
    }
  }

  /** A header holds nothing but ASCII: the rest is written as RFC 2047 says. */
  private static String encoded(String text) {
    byte[] bytes = Cut.toBytes(text, LONGEST_TITLE).getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }

  @Override
  public Optional<String> probe() {
    Answer answer = courier.get(server + "/" + topic + "/auth", headers);
    if (!answer.ok() || !said(answer).path("success").asBoolean()) {
      throw courier.unavailable(answer, "");
    }
    return Optional.of("the topic may be read; whether it takes messages shows");
  }

  private ObjectNode message(Letter letter, String sequence) {
    Worded worded = wording.of(letter, clock.instant());
    ObjectNode json =
        Json.object()
            .put("topic", topic)
            .put("title", Cut.toBytes(worded.title(), LONGEST_TITLE))
            .put("message", Cut.toBytes(worded.body(), LONGEST_MESSAGE))
            .put("priority", priority(worded.tone()));
    json.putArray("tags").add(tag(worded.tone()));
    worded.link().ifPresent(link -> json.put("click", link));
    return json.put("sequence_id", sequence);
  }

  private static int priority(Worded.Tone tone) {
    return switch (tone) {
      case GOOD -> 3;
      case ATTENTION -> 4;
      case URGENT -> 5;
    };
  }

  private static String tag(Worded.Tone tone) {
    return switch (tone) {
      case GOOD -> "blue_car";
      case ATTENTION -> "warning";
      case URGENT -> "rotating_light";
    };
  }

  /** A repeat with the same id takes the place of the first; servers before 2.16 ignore the id. */
  private JsonNode publish(JsonNode message) throws Refused {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("X-Sequence-ID", message.path("sequence_id").asText());
    Answer answer = courier.post(server + "/", all, message);
    JsonNode said = said(answer);
    if (answer.status() == 413) {
      throw new Refused("too large");
    }
    if (answer.status() != 200 || !said.path("id").isTextual()) {
      int code = said.path("code").asInt();
      throw courier.unavailable(answer, code == 0 ? "" : "ntfy's code " + code);
    }
    return said;
  }

  private static JsonNode said(Answer answer) {
    try {
      return answer.json();
    } catch (IOException e) {
      return Json.object();
    }
  }
}
