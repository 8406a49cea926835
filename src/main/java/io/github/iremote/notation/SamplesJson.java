package io.github.iremote.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import io.github.iremote.vehicle.Sample;
import io.github.iremote.vehicle.Samples;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Raw samples as JSON, one field a key. */
public final class SamplesJson {

  public static ObjectNode write(Samples samples) {
    ObjectNode json = Json.object();
    for (Map.Entry<String, Sample> entry : samples.byKey().entrySet()) {
      Sample sample = entry.getValue();
      ObjectNode field = json.putObject(entry.getKey()).put("value", sample.value());
      sample.unit().ifPresent(unit -> field.put("unit", unit));
      sample.at().ifPresent(at -> field.put("at", at.toString()));
    }
    return json;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws java.time.DateTimeException if a time is none
   */
  public static Samples read(JsonNode json) {
    Map<String, Sample> samples = new LinkedHashMap<>();
    Map<String, Optional<Instant>> times = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      JsonNode sample = field.getValue();
      if (sample.path("value").isTextual()) {
        Optional<String> unit =
            sample.has("unit") ? Optional.of(sample.path("unit").asText()) : Optional.empty();
        samples.put(
            field.getKey(),
            new Sample(sample.path("value").asText(), unit, time(sample.path("at"), times)));
      }
    }
    return new Samples(samples);
  }

  /** Most samples share a few times. */
  private static Optional<Instant> time(JsonNode json, Map<String, Optional<Instant>> times) {
    if (!json.isTextual()) {
      return Optional.empty();
    }
    return times.computeIfAbsent(json.asText(), text -> Optional.of(Times.parse(text)));
  }

  private SamplesJson() {}
}
