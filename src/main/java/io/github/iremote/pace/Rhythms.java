package io.github.iremote.pace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.pace.habits.Absence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What the pace remembers from run to run: the rhythm of each car, and of the machine.
 *
 * @param cars by VIN
 * @param price what a look had to bring
 */
record Rhythms(Map<String, Rhythm> cars, Absence absence, double price) {

  Rhythms {
    cars = Map.copyOf(cars);
  }

  Rhythms with(String vin, Rhythm rhythm) {
    Map<String, Rhythm> changed = new TreeMap<>(cars);
    changed.put(vin, rhythm);
    return new Rhythms(changed, absence, price);
  }

  Rhythms with(Absence learnt) {
    return new Rhythms(cars, learnt, price);
  }

  Rhythms with(double newPrice) {
    return new Rhythms(cars, absence, newPrice);
  }

  JsonNode toJson() {
    ObjectNode json = Json.object();
    if (!absence.none()) {
      StringJoiner numbers = new StringJoiner(" ");
      for (int share : absence.perMille()) {
        numbers.add(Integer.toString(share));
      }
      json.put("absence", numbers.toString());
    }
    json.put("price", Math.round(price * 10_000) / 10_000.0);
    ObjectNode rhythms = json.putObject("cars");
    new TreeMap<>(cars).forEach((vin, rhythm) -> rhythms.set(vin, rhythm.toJson()));
    return json;
  }

  static Rhythms fromJson(JsonNode json) {
    Map<String, Rhythm> cars = new TreeMap<>();
    for (var car : json.path("cars").properties()) {
      cars.put(car.getKey(), Rhythm.fromJson(car.getValue()));
    }
    return new Rhythms(
        cars,
        json.has("absence") ? absence(json) : Absence.NONE,
        json.path("price").asDouble(Price.USUAL));
  }

  private static Absence absence(JsonNode json) {
    List<Integer> shares = new ArrayList<>();
    for (String share : json.path("absence").asText().split(" ")) {
      shares.add(Integer.valueOf(share));
    }
    return new Absence(shares);
  }
}
