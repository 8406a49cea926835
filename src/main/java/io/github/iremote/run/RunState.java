package io.github.iremote.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterJson;
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
 * @param refused messages of its own that their place would not take in any form
 * @param rations what CarData adds
 */
public record RunState(
    List<Vehicle> vehicles,
    Trouble trouble,
    List<Letter> pending,
    List<Letter> refused,
    Rations rations) {
  private static final int VERSION = 1;
  public static final RunState NEW =
      new RunState(List.of(), Trouble.NONE, List.of(), List.of(), Rations.NONE);

  public RunState {
    vehicles = List.copyOf(vehicles);
    pending = List.copyOf(pending);
    refused = List.copyOf(refused);
  }

  public RunState withVehicles(List<Vehicle> found) {
    return new RunState(found, trouble, pending, refused, rations);
  }

  public RunState withTrouble(Trouble now) {
    return new RunState(vehicles, now, pending, refused, rations);
  }

  RunState withPending(List<Letter> letters) {
    return new RunState(vehicles, trouble, letters, refused, rations);
  }

  RunState withRefused(Letter letter) {
    List<Letter> kept = new ArrayList<>(refused);
    kept.add(letter);
    return new RunState(vehicles, trouble, pending, kept, rations);
  }

  public RunState with(Rations changed) {
    return new RunState(vehicles, trouble, pending, refused, changed);
  }

  public JsonNode toJson() {
    ObjectNode json = Json.object().put("version", VERSION);
    ArrayNode cars = json.putArray("vehicles");
    vehicles.forEach(car -> cars.addObject().put("vin", car.vin()).put("model", car.model()));
    trouble.toJson(json);
    json.set("pending", LetterJson.write(pending));
    if (!refused.isEmpty()) {
      json.set("refused", LetterJson.write(refused));
    }
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
          LetterJson.read(json.path("pending")),
          LetterJson.read(json.path("refused")),
          Rations.fromJson(json.path("cardata")));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IOException("it holds an unusable value", e);
    }
  }
}
