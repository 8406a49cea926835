package io.github.iremote.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.event.EventName;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Vehicle;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the program remembers of its own runs: {@code run.json}.
 *
 * @param vehicles the cars on the account, as BMW last listed them
 * @param trouble what is wrong at the moment, and what of it has been told
 * @param pending messages of the program's own that are not yet delivered
 * @param rations what CarData adds
 * @param account what else is known of the account
 * @param quietRuns what is remembered of cron's runs
 */
public record RunState(
    List<Vehicle> vehicles,
    Trouble trouble,
    List<Pending> pending,
    Rations rations,
    Account account,
    QuietRuns quietRuns) {
  private static final int VERSION = 1;
  static final RunState NEW =
      new RunState(
          List.of(), Trouble.NONE, List.of(), Rations.NONE, Account.UNKNOWN, QuietRuns.NONE);

  public RunState {
    vehicles = List.copyOf(vehicles);
    pending = List.copyOf(pending);
  }

  public RunState withVehicles(List<Vehicle> found) {
    return new RunState(found, trouble, pending, rations, account, quietRuns);
  }

  public RunState with(Account known) {
    return new RunState(vehicles, trouble, pending, rations, known, quietRuns);
  }

  public RunState with(QuietRuns runs) {
    return new RunState(vehicles, trouble, pending, rations, account, runs);
  }

  /** Since when BMW does not answer as it should, if that is so. */
  public Optional<Instant> failingSince() {
    return trouble.failingSince();
  }

  /** Whether the trouble lasts so long that it was told. */
  public boolean troubleTold() {
    return trouble.told().contains(EventName.TROUBLE);
  }

  RunState withTrouble(Trouble now) {
    return new RunState(vehicles, now, pending, rations, account, quietRuns);
  }

  RunState withPending(List<Pending> messages) {
    return new RunState(vehicles, trouble, messages, rations, account, quietRuns);
  }

  public RunState with(Rations changed) {
    return new RunState(vehicles, trouble, pending, changed, account, quietRuns);
  }

  JsonNode toJson() {
    ObjectNode json = Json.object().put("version", VERSION);
    ArrayNode cars = json.putArray("vehicles");
    vehicles.forEach(car -> cars.addObject().put("vin", car.vin()).put("model", car.model()));
    trouble.toJson(json);
    json.set("pending", Pending.toJson(pending));
    if (!rations.equals(Rations.NONE)) {
      json.set("cardata", rations.toJson());
    }
    if (!account.equals(Account.UNKNOWN)) {
      json.set("account", account.toJson());
    }
    if (!quietRuns.equals(QuietRuns.NONE)) {
      json.set("quietRuns", quietRuns.toJson());
    }
    return json;
  }

  static RunState fromJson(JsonNode json) throws IOException {
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
          Rations.fromJson(json.path("cardata")),
          Account.fromJson(json.path("account")),
          QuietRuns.fromJson(json.path("quietRuns")));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IOException("it holds an unusable value", e);
    }
  }
}
