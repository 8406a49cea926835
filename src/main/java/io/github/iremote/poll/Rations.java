package io.github.iremote.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What CarData adds to {@code run.json}: the calls made, the container, and when each car is due.
 *
 * @param quota the calls; how many a day allows is in the configuration, not here
 * @param container what the API's adapter remembers; its own affair
 * @param cars by VIN
 */
public record Rations(Quota quota, JsonNode container, Map<String, Rhythm> cars) {
  public static final Rations NONE =
      new Rations(Quota.unused(1), MissingNode.getInstance(), Map.of());

  public Rations {
    cars = Map.copyOf(cars);
  }

  /** The quota, as the configuration sizes it. */
  public Quota quota(int dailyCalls) {
    return new Quota(dailyCalls, quota.calls(), quota.closedUntil(), quota.behind());
  }

  public Rations with(Quota now) {
    return new Rations(now, container, cars);
  }

  public Rations withContainer(JsonNode made) {
    return new Rations(quota, made, cars);
  }

  public Rations with(String vin, Rhythm rhythm) {
    Map<String, Rhythm> changed = new TreeMap<>(cars);
    changed.put(vin, rhythm);
    return new Rations(quota, container, changed);
  }

  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    ArrayNode calls = json.putArray("calls");
    quota.calls().forEach(call -> calls.add(call.toString()));
    quota.closedUntil().ifPresent(until -> json.put("closedUntil", until.toString()));
    json.put("clockBehind", quota.behind().toString());
    if (container.isObject()) {
      json.set("container", container);
    }
    ObjectNode rhythms = json.putObject("cars");
    new TreeMap<>(cars).forEach((vin, rhythm) -> rhythms.set(vin, rhythm.toJson()));
    return json;
  }

  public static Rations fromJson(JsonNode json) {
    if (!json.isObject()) {
      return NONE;
    }
    List<Instant> calls = new ArrayList<>();
    for (JsonNode call : json.path("calls")) {
      calls.add(Instant.parse(call.asText()));
    }
    JsonNode until = json.path("closedUntil");
    Optional<Instant> closed =
        until.isTextual() ? Optional.of(Instant.parse(until.asText())) : Optional.empty();
    Map<String, Rhythm> cars = new TreeMap<>();
    for (var car : json.path("cars").properties()) {
      cars.put(car.getKey(), Rhythm.fromJson(car.getValue()));
    }
    Duration behind = Duration.parse(json.path("clockBehind").asText("PT0S"));
    return new Rations(new Quota(1, calls, closed, behind), json.path("container"), cars);
  }
}
