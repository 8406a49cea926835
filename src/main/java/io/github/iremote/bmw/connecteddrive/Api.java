package io.github.iremote.bmw.connecteddrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.bmw.Words;
import io.github.iremote.http.JsonHttp;
import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleApi;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * BMW's old ConnectedDrive API, as its users have described it.
 *
 * @see <a href="https://github.com/edent/BMW-i-Remote">BMW-i-Remote</a>
 */
public final class Api implements VehicleApi {
  private final JsonHttp http;
  private final String server;
  private final Distance.Unit unit;
  private final InstantSource clock;
  private final Log log;

  /**
   * @param unit the owner's: BMW gives most distances in both
   */
  public Api(JsonHttp http, String server, Distance.Unit unit, InstantSource clock, Log log) {
    this.http = http;
    this.server = server;
    this.unit = unit;
    this.clock = clock;
    this.log = log;
  }

  /** A {@code vehicleStatus}, which is whole in itself. */
  private record Told(JsonNode status, String model, Distance.Unit unit, Instant at)
      implements Answer {
    @Override
    public Known addTo(Known known) {
      return new Known(Mapping.status(status, known.status(), model, unit, at), known.samples());
    }
  }

  /** {@code GET /webapi/v1/user/vehicles/}: a bare list, or one in an object. */
  @Override
  public List<Vehicle> vehicles(String accessToken) {
    JsonNode answer = get("/webapi/v1/user/vehicles/", accessToken);
    JsonNode list = answer.isArray() ? answer : answer.path("vehicles");
    if (!list.isArray()) {
      throw new Failure.BmwUnavailable("BMW's answer holds no list of cars");
    }
    List<Vehicle> vehicles = new ArrayList<>();
    for (JsonNode car : list) {
      String vin = car.path("vin").asText().trim().toUpperCase(Locale.ROOT);
      if (Vehicle.isVin(vin)) {
        vehicles.add(new Vehicle(vin, model(car)));
      }
    }
    return vehicles;
  }

  /** {@code GET /webapi/v1/user/vehicles/{vin}/status}. */
  @Override
  public Answer status(String accessToken, Vehicle car) {
    JsonNode answer = get("/webapi/v1/user/vehicles/" + car.vin() + "/status", accessToken);
    JsonNode status = answer.path("vehicleStatus");
    if (!status.isObject() || status.isEmpty()) {
      throw new Failure.BmwUnavailable(
          "BMW's answer for " + car.name() + " holds no vehicleStatus; the next run tries again");
    }
    if (log.talking()) {
      for (String word : Mapping.unknownWords(status)) {
        log.info(() -> "a word of BMW that this version does not know: " + word);
      }
    }
    return new Told(status, car.model(), unit, clock.instant());
  }

  private static String model(JsonNode car) {
    String model = Words.text(car.path("model")).orElse("BMW");
    boolean untold = !model.contains("REX") && car.path("driveTrain").asText().equals("BEV_REX");
    return untold ? model + " REX" : model;
  }

  private JsonNode get(String path, String accessToken) {
    try {
      JsonHttp.Answer answer =
          http.get(
              server + path,
              Map.of("Authorization", "Bearer " + accessToken, "Accept", "application/json"));
      if (answer.status() == 401) {
        throw new Failure.TokenRejected(
            "BMW refuses the token it has just given; check the username and password in"
                + " config.json");
      }
      if (!answer.ok()) {
        throw new Failure.BmwUnavailable("BMW answered HTTP " + answer.status() + advice(answer));
      }
      return answer.json();
    } catch (IOException e) {
      throw new Failure.BmwUnavailable(
          "BMW gave no usable answer (" + JsonHttp.explain(e) + "); the next run tries again", e);
    }
  }

  private static String advice(JsonHttp.Answer answer) {
    return switch (answer.status()) {
      case 403 -> ": this account may not see the car; check the vin in config.json";
      case 404 -> ": it does not know the car; check the vin in config.json";
      default -> "; the next run tries again";
    };
  }
}
