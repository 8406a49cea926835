package io.github.iremote.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import io.github.iremote.vehicle.ChargingSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session of BMW's charging history as a history keeps it. */
public final class SessionJson {

  static ObjectNode write(ChargingSession session) {
    ObjectNode json =
        Json.object().put("start", session.start().toString()).put("end", session.end().toString());
    session.from().ifPresent(percent -> json.put("from", percent));
    session.to().ifPresent(percent -> json.put("to", percent));
    session.gridEnergy().ifPresent(energy -> json.put("gridEnergy", energy));
    session.batteryEnergy().ifPresent(energy -> json.put("batteryEnergy", energy));
    session.kilometres().ifPresent(distance -> json.put("kilometres", distance));
    session.cost().ifPresent(cost -> json.put("cost", cost));
    session.place().ifPresent(place -> json.put("place", place));
    if (!session.blocks().isEmpty()) {
      ArrayNode blocks = json.putArray("blocks");
      for (ChargingSession.Block block : session.blocks()) {
        blocks.add(write(block));
      }
    }
    return json;
  }

  public static ObjectNode write(ChargingSession.Block block) {
    return Json.object()
        .put("start", block.start().toString())
        .put("end", block.end().toString())
        .put("kilowatts", block.kilowatts());
  }

  public static List<ChargingSession.Block> blocks(JsonNode json) {
    List<ChargingSession.Block> blocks = new ArrayList<>();
    for (JsonNode block : json) {
      blocks.add(
          new ChargingSession.Block(
              time(block, "start"), time(block, "end"), block.path("kilowatts").asDouble()));
    }
    return blocks;
  }

  static ChargingSession read(JsonNode json) {
    return new ChargingSession(
        time(json, "start"),
        time(json, "end"),
        number(json, "from"),
        number(json, "to"),
        number(json, "gridEnergy"),
        number(json, "batteryEnergy"),
        number(json, "kilometres"),
        number(json, "cost"),
        Optional.ofNullable(json.path("place").textValue()),
        blocks(json.path("blocks")));
  }

  private static Instant time(JsonNode json, String field) {
    return Times.parse(json.path(field).asText());
  }

  public static Optional<Double> number(JsonNode json, String field) {
    JsonNode value = json.path(field);
    return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
  }

  private SessionJson() {}
}
