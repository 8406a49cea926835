package io.github.iremote.cli.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.cli.Home;
import io.github.iremote.json.ByName;
import io.github.iremote.json.Json;
import io.github.iremote.json.Sections;
import io.github.iremote.json.Times;
import io.github.iremote.run.RunFile;
import java.time.Instant;
import java.util.Optional;

/** Of what time BMW's charging history was fetched of each car: there is no gap in it. */
final class Fetched {
  private final ByName<Time> times;

  record Time(Instant from, Instant to) {}

  Fetched(Home home) {
    this(RunFile.open(home.configs(), home.here().clock(), home.log()));
  }

  Fetched(Sections runFile) {
    times = new ByName<>(runFile, "fetched", Fetched::read, Fetched::write);
  }

  Optional<Time> of(String vin) {
    return times.of(vin);
  }

  void put(String vin, Time time) {
    times.put(vin, Optional.of(time));
  }

  /** What is deleted can be fetched again. */
  void forget(String vin) {
    times.put(vin, Optional.empty());
  }

  private static Time read(JsonNode json) {
    return new Time(Times.parse(json.path("from").asText()), Times.parse(json.path("to").asText()));
  }

  private static JsonNode write(Time time) {
    return Json.object().put("from", time.from().toString()).put("to", time.to().toString());
  }
}
