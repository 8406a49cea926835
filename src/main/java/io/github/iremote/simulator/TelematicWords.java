package io.github.iremote.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A car's status as CarData tells it: by key, everything a string, each with its own time. */
final class TelematicWords {
  private static final List<String> WHEELS =
      List.of("row1.wheel.left", "row1.wheel.right", "row2.wheel.left", "row2.wheel.right");
  private static final String SERVICES =
      "[{\"id\":\"100\",\"title\":\"Brake fluid\",\"status\":\"OK\",\"date\":\"2031-05\"}]";

  private final VehicleStatus status;
  private final Map<String, ObjectNode> words = new HashMap<>();

  private TelematicWords(VehicleStatus status) {
    this.status = status;
  }

  /** What the car has told. */
  static Map<String, ObjectNode> of(VehicleStatus status) {
    TelematicWords words = new TelematicWords(status);
    words.untouched();
    words.body();
    words.energy();
    return words.words;
  }

  /** What BMW answers for a key of which it knows nothing. */
  static ObjectNode untold() {
    return Json.object().putNull("timestamp").putNull("unit").putNull("value");
  }

  private void body() {
    say(Signal.LOCK, "cabin.door.lock.status", "", Enum::name);
    say(Signal.MOVING, "isMoving", "", moving -> moving ? "ASN_isTrue" : "ASN_isFalse");
    say(Signal.of(Opening.DRIVER_DOOR), "cabin.door.row1.driver.isOpen", "", Enum::name);
    say(Signal.of(Opening.TRUNK), "body.trunk.isOpen", "", Enum::name);
    say(Signal.of(Opening.DRIVER_WINDOW), "cabin.window.row1.driver.status", "", Enum::name);
    say(Signal.ODOMETER, "vehicle.travelledDistance", "", d -> whole(d.kilometres()));
  }

  private void energy() {
    String engine = "drivetrain.electricEngine.";
    say(Signal.STATE_OF_CHARGE, "drivetrain.batteryManagement.header", "percent", this::whole);
    say(
        Signal.TARGET_STATE_OF_CHARGE,
        "powertrain.electric.battery.stateOfCharge.target",
        "%",
        this::whole);
    say(
        Signal.ELECTRIC_RANGE,
        engine + "kombiRemainingElectricRange",
        "",
        d -> whole(d.kilometres()));
    say(Signal.PLUG, "body.chargingPort.status", "", Enum::name);
    say(Signal.CHARGING, engine + "charging.status", "", TelematicWords::charging);
    say(
        Signal.CHARGE_TIME_REMAINING,
        engine + "charging.timeRemaining",
        "min",
        left -> whole(left.toMinutes()));
  }

  /** What a real car says as well, while nothing happens to it. */
  private void untouched() {
    say(Signal.ODOMETER, "status.conditionBasedServices", "", odometer -> SERVICES);
    say(Signal.ODOMETER, "status.checkControlMessages", "", odometer -> "[]");
    say(Signal.CHARGING, "drivetrain.electricEngine.charging.timeRemaining", "min", c -> "0");
    say(
        Signal.ODOMETER,
        "electricalSystem.battery.serviceDemand.recharge",
        "",
        odometer -> "false");
    for (String wheel : WHEELS) {
      String tyre = "chassis.axle." + wheel + ".tire.pressure";
      say(Signal.ODOMETER, tyre, "kPa", odometer -> "290");
      say(Signal.ODOMETER, tyre + "Target", "kPa", odometer -> "290");
    }
  }

  private <T> void say(Signal<T> signal, String key, String unit, Function<T, String> word) {
    status
        .reading(signal)
        .ifPresent(
            reading -> {
              ObjectNode entry = Json.object().put("timestamp", reading.at().toString());
              entry.put("unit", unit.isEmpty() ? null : unit);
              words.put("vehicle." + key, entry.put("value", word.apply(reading.value())));
            });
  }

  private String whole(double number) {
    return Long.toString(Math.round(number));
  }

  private static String charging(ChargingState charging) {
    return switch (charging) {
      case NOT_CHARGING -> "NOCHARGING";
      case PREPARING -> "INITIALIZATION";
      case CHARGING -> "CHARGINGACTIVE";
      case PAUSED -> "CHARGINGPAUSED";
      case ENDED, FULL -> "CHARGINGENDED";
      case ERROR -> "CHARGINGERROR";
    };
  }
}
