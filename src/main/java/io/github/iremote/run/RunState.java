package io.github.iremote.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.message.Pending;
import io.github.iremote.poll.Rations;
import io.github.iremote.vehicle.Vehicle;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the program remembers of its own runs: {@code run.json}.
 *
 * @param vehicles the cars on the account, as BMW last listed them
 * @param trouble what is wrong at the moment, and what of it has been told
 * @param pending messages of the program's own that are not yet delivered
 * @param rations what CarData adds
 */
public record RunState(
    List<Vehicle> vehicles, Trouble trouble, List<Pending> pending, Rations rations) {
  private static final int VERSION = 1;
  public static final RunState NEW = new RunState(List.of(), Trouble.NONE, List.of(), Rations.NONE);

  public RunState {
    vehicles = List.copyOf(vehicles);
    pending = List.copyOf(pending);
  }

  public RunState withVehicles(List<Vehicle> found) {
    return new RunState(found, trouble, pending, rations);
  }

  public RunState withTrouble(Trouble now) {
    return new RunState(vehicles, now, pending, rations);
  }

  public RunState withPending(List<Pending> messages) {
    return new RunState(vehicles, trouble, messages, rations);
  }

  public RunState with(Rations changed) {
    return new RunState(vehicles, trouble, pending, changed);
  }

  public JsonNode toJson() {
    ObjectNode json = Json.object().put("version", VERSION);
    ArrayNode cars = json.putArray("vehicles");
    vehicles.forEach(car -> cars.addObject().put("vin", car.vin()).put("model", car.model()));
    trouble.toJson(json);
    json.set("pending", Pending.toJson(pending));
    if (!rations.equals(Rations.NONE)) {
      json.set("cardata", rations.toJson());
    }
    return json;
  }

  public static RunState fromJson(JsonNode json) throws IOException {
    if (json.path("version").asInt() != VERSION) {
      throw new IOException("its version is not " + VERSION);
    }
    try {
      List<Vehicle> cars = new ArrayList<>();
      for (JsonNode car : json.path("vehicles")) {
        cars.add(new Vehicle(car.path("vin").asText(), car.path("model").asText()));
      }
      return new RunState(
          cars,
          Trouble.fromJson(json),
          Pending.fromJson(json.path("pending")),
          Rations.fromJson(json.path("cardata")));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IOException("it holds an unusable value", e);
    }
  }
}
