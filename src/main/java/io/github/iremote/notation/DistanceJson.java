package io.github.iremote.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Distance;
import java.util.Locale;

/** A distance as JSON: {@code {"value": 88, "unit": "km"}}. */
final class DistanceJson {

  static ObjectNode write(Distance distance) {
    return Json.object().put("value", distance.value()).put("unit", distance.unit().label());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is no distance
   */
  static Distance read(JsonNode json) {
    if (!json.path("value").isNumber()) {
      throw new IllegalArgumentException("expected a number");
    }
    String unit = json.path("unit").asText().toUpperCase(Locale.ROOT);
    return new Distance(json.path("value").asDouble(), Distance.Unit.valueOf(unit));
  }

  private DistanceJson() {}
}
