package io.github.iremote.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * On which day each key was last streamed, by VIN: it is ticked in BMW's portal, car by car, and
 * nobody says when a tick is lost.
 */
public record Streamed(Map<String, Map<String, LocalDate>> byVin) {
  static final Streamed NOTHING = new Streamed(Map.of());

  public Streamed {
    Map<String, Map<String, LocalDate>> copy = new TreeMap<>();
    byVin.forEach((vin, days) -> copy.put(vin, Map.copyOf(days)));
    byVin = Map.copyOf(copy);
  }

  /** The same where these keys have been streamed on that day, too. */
  Streamed with(String vin, Collection<String> keys, LocalDate day) {
    Map<String, LocalDate> days = new TreeMap<>(byVin.getOrDefault(vin, Map.of()));
    int changed = 0;
    for (String key : keys) {
      changed += day.equals(days.put(key, day)) ? 0 : 1;
    }
    if (changed == 0) {
      return this;
    }
    Map<String, Map<String, LocalDate>> all = new TreeMap<>(byVin);
    all.put(vin, days);
    return new Streamed(all);
  }

  /** The keys that a car has streamed since a day. */
  public Set<String> since(String vin, LocalDate day) {
    Map<String, LocalDate> recent = new TreeMap<>(byVin.getOrDefault(vin, Map.of()));
    recent.values().removeIf(last -> last.isBefore(day));
    return recent.keySet();
  }

  /** When a car has last streamed anything. */
  public Optional<LocalDate> last(String vin) {
    return byVin.getOrDefault(vin, Map.of()).values().stream().max(LocalDate::compareTo);
  }

  JsonNode toJson() {
    ObjectNode json = Json.object();
    new TreeMap<>(byVin)
        .forEach(
            (vin, days) -> {
              ObjectNode keys = json.putObject(vin);
              new TreeMap<>(days).forEach((key, day) -> keys.put(key, day.toString()));
            });
    return json;
  }

  static Streamed fromJson(JsonNode json) {
    Map<String, Map<String, LocalDate>> all = new TreeMap<>();
    for (var car : json.properties()) {
      Map<String, LocalDate> days = new TreeMap<>();
      for (var key : car.getValue().properties()) {
        days.put(key.getKey(), LocalDate.parse(key.getValue().asText()));
      }
      all.put(car.getKey(), days);
    }
    return new Streamed(all);
  }
}
