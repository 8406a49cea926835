package io.github.iremote.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterJson;
import io.github.iremote.vehicle.Vehicle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the program remembers of its own runs.
 *
 * @param vehicles the cars on the account, as BMW last listed them
 * @param trouble what is wrong at the moment, and what of it has been told
 * @param pending messages of the program's own that are not yet delivered
 * @param refused messages that an earlier version has kept here; now they are in a file of their
 *     own
 */
public record RunState(
    List<Vehicle> vehicles, Trouble trouble, List<Letter> pending, List<Letter> refused) {

  public RunState {
    vehicles = List.copyOf(vehicles);
    pending = List.copyOf(pending);
    refused = List.copyOf(refused);
  }

  public RunState withVehicles(List<Vehicle> found) {
    return new RunState(found, trouble, pending, refused);
  }

  public RunState withTrouble(Trouble now) {
    return new RunState(vehicles, now, pending, refused);
  }

  RunState withPending(List<Letter> letters) {
    return new RunState(vehicles, trouble, letters, refused);
  }

  public JsonNode toJson() {
    ObjectNode json = Json.object();
    ArrayNode cars = json.putArray("vehicles");
    vehicles.forEach(car -> cars.addObject().put("vin", car.vin()).put("model", car.model()));
    trouble.toJson(json);
    json.set("pending", LetterJson.write(pending));
    if (!refused.isEmpty()) {
      json.set("refused", LetterJson.write(refused));
    }
    return json;
  }

  public static RunState fromJson(JsonNode json) throws IOException {
    List<Vehicle> cars = new ArrayList<>();
    for (JsonNode car : json.path("vehicles")) {
      if (!Vehicle.isVin(car.path("vin").asText())) {
        throw new IOException("it holds a car without a VIN");
      }
      cars.add(new Vehicle(car.path("vin").asText(), car.path("model").asText()));
    }
    return new RunState(
        cars,
        Trouble.fromJson(json),
        LetterJson.read(json.path("pending")),
        LetterJson.read(json.path("refused")));
  }
}
