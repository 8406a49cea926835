package io.github.iremote.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.simulator.LoopbackServer.Request;
import io.github.iremote.simulator.LoopbackServer.Response;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** BMW's ConnectedDrive server, as far as iRemote asks it. */
public final class PretendConnectedDrive implements LoopbackServer.Site {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String CARS = "/webapi/v1/user/vehicles/";
  private static final double TANK_LITRES = 8;

  private final PretendCar car;
  private int logins;

  public PretendConnectedDrive(PretendCar car) {
    this.car = car;
  }

  @Override
  public synchronized Response answer(Request request) {
    if (request.is("POST", "/webapi/oauth/token/")) {
      logins++;
      return new Response(200, Json.line(token()));
    }
    if (!request.authorization().equals("Bearer pretend-token-" + logins)) {
      return new Response(401, "");
    }
    if (request.is("GET", CARS)) {
      ObjectNode answer = Json.object();
      answer.putArray("vehicles").addObject().put("vin", car.vin()).put("model", car.model());
      return new Response(200, Json.line(answer));
    }
    if (request.is("GET", CARS + car.vin() + "/status")) {
      ObjectNode answer = Json.object();
      answer.set("vehicleStatus", status(car.status()));
      return new Response(200, Json.line(answer));
    }
    return new Response(404, "");
  }

  private ObjectNode token() {
    return Json.object()
        .put("access_token", "pretend-token-" + logins)
        .put("token_type", "Bearer")
        .put("expires_in", 28800)
        .put("refresh_token", "pretend-refresh-token-" + logins);
  }

  private ObjectNode status(VehicleStatus status) {
    ObjectNode json = Json.object().put("vin", car.vin());
    json.put("updateTime", TIME.format(status.at().orElse(Instant.EPOCH)));
    status.get(Signal.UPDATE_REASON).ifPresent(reason -> json.put("updateReason", reason));
    status.get(Signal.LOCK).ifPresent(lock -> json.put("doorLockState", lock.name()));
    status.get(Signal.ODOMETER).ifPresent(d -> json.put("mileage", kilometres(d)));
    status
        .get(Signal.ELECTRIC_RANGE)
        .ifPresent(d -> json.put("remainingRangeElectric", kilometres(d)));
    status.get(Signal.STATE_OF_CHARGE).ifPresent(p -> json.put("chargingLevelHv", Math.round(p)));
    status.get(Signal.FUEL_RANGE).ifPresent(d -> json.put("remainingRangeFuel", kilometres(d)));
    status
        .get(Signal.FUEL_LEVEL)
        .ifPresent(
            percent ->
                json.put("maxFuel", TANK_LITRES)
                    .put("remainingFuel", Math.round(TANK_LITRES * percent / 100)));
    status.get(Signal.PLUG).ifPresent(plug -> json.put("connectionStatus", plug.name()));
    status.get(Signal.CHARGING).ifPresent(charging -> json.put("chargingStatus", word(charging)));
    status
        .get(Signal.CHARGE_TIME_REMAINING)
        .ifPresent(left -> json.put("chargingTimeRemaining", left.toMinutes()));
    doors(status, json);
    json.putObject("position").put("lat", -1).put("lon", -1).put("status", "DRIVER_DISABLED");
    json.putArray("checkControlMessages");
    json.putArray("cbsData")
        .addObject()
        .put("cbsType", "BRAKE_FLUID")
        .put("cbsState", "OK")
        .put("cbsDueDate", "2031-05");
    return json;
  }

  private static void doors(VehicleStatus status, ObjectNode json) {
    json.put("sunroof", "INVALID");
    status
        .get(Signal.of(Opening.DRIVER_DOOR))
        .ifPresent(state -> json.put("doorDriverFront", state.name()));
    status.get(Signal.of(Opening.TRUNK)).ifPresent(state -> json.put("trunk", state.name()));
  }

  private static String word(ChargingState charging) {
    return switch (charging) {
      case FULL -> "FINISHED_FULLY_CHARGED";
      case ENDED -> "FINISHED_NOT_FULL";
      case PREPARING, PAUSED -> "WAITING_FOR_CHARGING";
      case NOT_CHARGING, CHARGING, ERROR -> charging.name();
    };
  }

  private static long kilometres(Distance distance) {
    return Math.round(distance.kilometres());
  }
}
