package io.github.iremote.cli.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.cli.Home;
import io.github.iremote.json.Json;
import io.github.iremote.json.Section;
import io.github.iremote.json.Sections;
import io.github.iremote.json.Times;
import io.github.iremote.run.RunFile;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Of what time BMW's charging history was fetched of each car: there is no gap in it. */
final class Fetched {
  private final Section<Map<String, Time>> section;

  record Time(Instant from, Instant to) {}

  Fetched(Home home) {
    this(RunFile.open(home.configs(), home.here().clock(), home.log()));
  }

  Fetched(Sections runFile) {
    section = runFile.section("fetched", Fetched::read, Fetched::write);
  }

  Optional<Time> of(String vin) {
    return Optional.ofNullable(section.get().get(vin));
  }

  void put(String vin, Time time) {
    section.update(
        known -> {
          Map<String, Time> changed = new HashMap<>(known);
          changed.put(vin, time);
          return changed;
        });
  }

  /** What is deleted can be fetched again. */
  void forget(String vin) {
    section.update(
        known -> {
          Map<String, Time> changed = new HashMap<>(known);
          changed.remove(vin);
          return changed;
        });
  }

  private static Map<String, Time> read(JsonNode json) {
    Map<String, Time> times = new HashMap<>();
    for (var field : json.properties()) {
      JsonNode time = field.getValue();
      times.put(
          field.getKey(),
          new Time(Times.parse(time.path("from").asText()), Times.parse(time.path("to").asText())));
    }
    return times;
  }

  private static JsonNode write(Map<String, Time> times) {
    ObjectNode json = Json.object();
    times.forEach(
        (vin, time) ->
            json.putObject(vin)
                .put("from", time.from().toString())
                .put("to", time.to().toString()));
    return json;
  }
}
