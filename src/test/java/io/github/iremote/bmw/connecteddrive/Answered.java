package io.github.iremote.bmw.connecteddrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.VehicleStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What is made of an answer about a car that was not known. */
final class Answered {
  static final Instant NOW = Statuses.at("12:00");

  static VehicleStatus mapped(JsonNode car, String model) {
    return Mapping.status(car, VehicleStatus.UNKNOWN, model, Distance.Unit.KM, NOW);
  }

  static ObjectNode car(String name) {
    try (var in = Answered.class.getResourceAsStream("/connecteddrive/" + name + ".json")) {
      return json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answered() {}
}
