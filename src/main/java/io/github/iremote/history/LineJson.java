package io.github.iremote.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.event.EventName;
import io.github.iremote.history.text.RawLine;
import io.github.iremote.history.text.WholeLines;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import io.github.iremote.notation.EventJson;
import io.github.iremote.notation.SamplesJson;
import io.github.iremote.notation.StatusJson;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a history as JSON: when we heard of it comes first, by which a reader can skip, see
 * {@link RawLine}.
 */
final class LineJson {
  /** Enough to tell the lines of a car apart, and no more: nothing compresses them. */
  private static final long ID_BITS = (1L << 51) - 1;

  static String write(Line line) {
    ObjectNode json = Json.object().put("heard", line.heard().toString()).put("id", line.id());
    Line.Content content = line.content();
    if (content instanceof Line.Measured<?> measured) {
      json.put("signal", measured.signal().name());
      json.setAll((ObjectNode) reading(measured));
      if (measured.reading().since().equals(measured.reading().at())) {
        json.remove("since"); // as of most that change: five years are smaller by a tenth
      }
    } else if (content instanceof Line.Raw raw) {
      json.put("key", raw.key());
      json.setAll((ObjectNode) sample(raw).get(raw.key()));
    } else if (content instanceof Line.Happened happened) {
      json.set("event", EventJson.write(happened.event()));
    } else if (content instanceof Line.Told told) {
      json.put("told", told.place());
      ArrayNode events = json.putArray("events");
      told.events().forEach(name -> events.add(name.name()));
    } else if (content instanceof Line.Looked looked) {
      json.put("looked", looked.before().toString());
    } else if (content instanceof Line.Billed billed) {
      json.set("session", SessionJson.write(billed.session()));
    }
    return Json.line(json);
  }

  private static <T> JsonNode reading(Line.Measured<T> measured) {
    VehicleStatus alone = VehicleStatus.UNKNOWN.with(measured.signal(), measured.reading());
    return StatusJson.write(alone).get(measured.signal().name());
  }

  private static JsonNode sample(Line.Raw raw) {
    return SamplesJson.write(Samples.NONE.with(raw.key(), raw.sample()));
  }

  /**
   * What is the same whenever the line is written: all but when we heard of it.
   *
   * @param more what tells apart that which looks the same
   */
  static String id(Line.Content content, String more) {
    long hash = hash(write(new Line("", Instant.EPOCH, content)) + more);
    return Long.toString(hash & ID_BITS, Character.MAX_RADIX);
  }

  /** FNV-1a, its upper half folded into the lower. */
  static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash ^ (hash >>> 32);
  }

  /**
   * Reads a line; nothing if it tells of something that this version does not know.
   *
   * @throws IOException if it is damaged
   */
  static Optional<Line> read(String text) throws IOException {
    Optional<Line> plain = PlainLine.read(text);
    if (plain.isPresent()) {
      return plain;
    }
    JsonNode json = Json.parse(WholeLines.decoded(text));
    try {
      Optional<Line.Content> content = content(json);
      return content.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Line(
                  json.path("id").asText(),
                  Times.parse(json.path("heard").asText()),
                  content.get()));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("it holds an unusable value", e);
    }
  }

  private static Optional<Line.Content> content(JsonNode json) throws IOException {
    if (json.has("signal")) {
      Signal<?> signal = Signal.named(json.path("signal").asText());
      return signal == null ? Optional.empty() : Optional.of(measured(signal, json));
    }
    if (json.has("key")) {
      String key = json.path("key").asText();
      return SamplesJson.read(Json.object().set(key, json))
          .get(key)
          .map(sample -> new Line.Raw(key, sample));
    }
    if (json.has("event")) {
      return Optional.of(new Line.Happened(EventJson.read(json.path("event"))));
    }
    if (json.has("told")) {
      List<EventName> events = new ArrayList<>();
      json.path("events").forEach(name -> events.add(EventName.valueOf(name.asText())));
      return Optional.of(new Line.Told(json.path("told").asText(), events));
    }
    if (json.has("looked")) {
      return Optional.of(new Line.Looked(Times.parse(json.path("looked").asText())));
    }
    return json.has("session")
        ? Optional.of(new Line.Billed(SessionJson.read(json.path("session"))))
        : Optional.empty();
  }

  private static <T> Line.Measured<T> measured(Signal<T> signal, JsonNode json) throws IOException {
    return new Line.Measured<>(signal, StatusJson.read(signal, json));
  }

  private LineJson() {}
}
