package io.github.iremote.pace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the pace remembers from run to run: the rhythm of each car.
 *
 * @param cars by VIN
 */
record Rhythms(Map<String, Rhythm> cars) {

  Rhythms {
    cars = Map.copyOf(cars);
  }

  Rhythms with(String vin, Rhythm rhythm) {
    Map<String, Rhythm> changed = new TreeMap<>(cars);
    changed.put(vin, rhythm);
    return new Rhythms(changed);
  }

  JsonNode toJson() {
    ObjectNode json = Json.object();
    ObjectNode rhythms = json.putObject("cars");
    new TreeMap<>(cars).forEach((vin, rhythm) -> rhythms.set(vin, rhythm.toJson()));
    return json;
  }

  static Rhythms fromJson(JsonNode json) {
    Map<String, Rhythm> cars = new TreeMap<>();
    for (var car : json.path("cars").properties()) {
      cars.put(car.getKey(), Rhythm.fromJson(car.getValue()));
    }
    return new Rhythms(cars);
  }
}
