package io.github.iremote.bmw.cardata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is in the book of calls.
 *
 * @param container what {@link Containers} remembers; a missing node at first
 */
record Entries(Quota quota, JsonNode container) {

  JsonNode toJson() {
    ObjectNode json = Json.object();
    ArrayNode calls = json.putArray("calls");
    quota.calls().forEach(call -> calls.add(call.toString()));
    if (!quota.spared().isEmpty()) {
      ArrayNode spared = json.putArray("spared");
      quota.spared().forEach(call -> spared.add(call.toString()));
    }
    quota.closedUntil().ifPresent(until -> json.put("closedUntil", until.toString()));
    json.put("clockBehind", quota.behind().toString());
    if (container.isObject()) {
      json.set("container", container);
    }
    return json;
  }

  /**
   * @param dailyCalls how many a day allows: that is in the configuration, not in the book
   */
  static Entries fromJson(JsonNode json, int dailyCalls) {
    Optional<Instant> closed =
        Optional.of(json.path("closedUntil"))
            .filter(JsonNode::isTextual)
            .map(until -> Times.parse(until.asText()));
    Duration behind = Duration.parse(json.path("clockBehind").asText("PT0S"));
    Quota quota =
        new Quota(
            dailyCalls, times(json.path("calls")), times(json.path("spared")), closed, behind);
    return new Entries(quota, json.path("container"));
  }

  private static List<Instant> times(JsonNode list) {
    List<Instant> times = new ArrayList<>();
    list.forEach(call -> times.add(Times.parse(call.asText())));
    return times;
  }
}
