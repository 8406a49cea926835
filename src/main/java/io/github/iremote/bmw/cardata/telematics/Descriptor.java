package io.github.iremote.bmw.cardata.telematics;

import java.util.List;
import java.util.stream.Stream;

/** The CarData keys that iRemote reads: what a container of ours holds, and nothing else. */
public enum Descriptor {
  DOOR_LOCK_STATUS("cabin.door.lock.status"),
  DOOR_STATUS("cabin.door.status"),
  DRIVER_DOOR("cabin.door.row1.driver.isOpen"),
  PASSENGER_DOOR("cabin.door.row1.passenger.isOpen"),
  DRIVER_REAR_DOOR("cabin.door.row2.driver.isOpen"),
  PASSENGER_REAR_DOOR("cabin.door.row2.passenger.isOpen"),
  DRIVER_WINDOW("cabin.window.row1.driver.status"),
  PASSENGER_WINDOW("cabin.window.row1.passenger.status"),
  DRIVER_REAR_WINDOW("cabin.window.row2.driver.status"),
  PASSENGER_REAR_WINDOW("cabin.window.row2.passenger.status"),
  TRUNK("body.trunk.isOpen"),
  TRUNK_DOOR("body.trunk.door.isOpen"),
  REAR_WINDOW("body.trunk.window.isOpen"),
  HOOD("body.hood.isOpen"),
  SUNROOF("cabin.sunroof.overallStatus"),
  SUNROOF_SLIDE("cabin.sunroof.status"),
  SUNROOF_TILT("cabin.sunroof.tiltStatus"),
  CONVERTIBLE_ROOF("cabin.convertible.roofStatus"),
  FOLDING_ROOF("cabin.convertible.roofRetractableStatus"),
  CHARGE_HEADER("drivetrain.batteryManagement.header"),
  CHARGE_DISPLAYED("powertrain.electric.battery.stateOfCharge.displayed"),
  CHARGE_PREDICTED("drivetrain.electricEngine.charging.level"),
  CHARGE_AT_TRIP_END("trip.segment.end.drivetrain.batteryManagement.hvSoc"),
  CHARGE_TARGET("powertrain.electric.battery.stateOfCharge.target"),
  ELECTRIC_RANGE("drivetrain.electricEngine.kombiRemainingElectricRange"),
  ELECTRIC_RANGE_PREDICTED("drivetrain.electricEngine.remainingElectricRange"),
  TOTAL_RANGE("drivetrain.lastRemainingRange"),
  FUEL_LEVEL("drivetrain.fuelSystem.level"),
  FUEL_LITRES("drivetrain.fuelSystem.remainingFuel"),
  ODOMETER("vehicle.travelledDistance"),
  ODOMETER_AT_TRIP_END("trip.segment.end.travelledDistance"),
  CHARGING_STATUS("drivetrain.electricEngine.charging.status"),
  CHARGING_HV_STATUS("drivetrain.electricEngine.charging.hvStatus"),
  TIME_REMAINING("drivetrain.electricEngine.charging.timeRemaining"),
  TIME_TO_FULL("drivetrain.electricEngine.charging.timeToFullyCharged"),
  FINISH_REASON("drivetrain.electricEngine.charging.hvpmFinishReason"),
  LAST_CHARGING_REASON("drivetrain.electricEngine.charging.lastChargingReason"),
  CHARGING_POWER("powertrain.electric.battery.charging.power"),
  BATTERY_CAPACITY("drivetrain.batteryManagement.maxEnergy"),
  PORT_STATUS("body.chargingPort.status"),
  PORT_COMBINED_STATUS("body.chargingPort.combinedStatus"),
  PORT_PLUGGED("powertrain.tractionBattery.charging.port.anyPosition.isPlugged"),
  CONNECTOR_STATUS("drivetrain.electricEngine.charging.connectorStatus"),
  LATITUDE("cabin.infotainment.navigation.currentLocation.latitude"),
  LONGITUDE("cabin.infotainment.navigation.currentLocation.longitude"),
  POSITION_FIX("cabin.infotainment.navigation.currentLocation.fixStatus"),
  MOVING("isMoving"),
  IGNITION("drivetrain.engine.isIgnitionOn"),
  DEEP_SLEEP("vehicle.deepSleepModeActive"),
  FRONT_LEFT_PRESSURE("chassis.axle.row1.wheel.left.tire.pressure"),
  FRONT_RIGHT_PRESSURE("chassis.axle.row1.wheel.right.tire.pressure"),
  REAR_LEFT_PRESSURE("chassis.axle.row2.wheel.left.tire.pressure"),
  REAR_RIGHT_PRESSURE("chassis.axle.row2.wheel.right.tire.pressure"),
  FRONT_LEFT_TARGET("chassis.axle.row1.wheel.left.tire.pressureTarget"),
  FRONT_RIGHT_TARGET("chassis.axle.row1.wheel.right.tire.pressureTarget"),
  REAR_LEFT_TARGET("chassis.axle.row2.wheel.left.tire.pressureTarget"),
  REAR_RIGHT_TARGET("chassis.axle.row2.wheel.right.tire.pressureTarget"),
  CHECK_CONTROL("status.checkControlMessages"),
  SERVICES("status.conditionBasedServices"),
  RECHARGE_12V("electricalSystem.battery.serviceDemand.recharge"),
  REPLACE_12V("electricalSystem.battery.serviceDemand.replace"),
  ALARM("vehicle.antiTheftAlarmSystem.alarm.isOn");

  /** What tells where the car is. */
  static final List<Descriptor> PLACE = List.of(LATITUDE, LONGITUDE, POSITION_FIX);

  private final String key;

  Descriptor(String key) {
    this.key = "vehicle." + key;
  }

  /** BMW's name for it. */
  public String key() {
    return key;
  }

  /** Whether BMW gives the time of our question for that of the car's word. */
  static boolean stampedByUs(String key) {
    return key.startsWith("vehicle.electricalSystem.battery.serviceDemand.");
  }

  /** Every key, and the owner's own. */
  public static List<String> all(List<String> extra) {
    return Stream.concat(Stream.of(values()).map(Descriptor::key), extra.stream())
        .distinct()
        .toList();
  }

  /** What is asked for where BMW takes no longer list: the few keys that every account has had. */
  public static List<String> core() {
    List<Descriptor> core =
        List.of(
            DOOR_LOCK_STATUS,
            DOOR_STATUS,
            DRIVER_DOOR,
            PASSENGER_DOOR,
            DRIVER_REAR_DOOR,
            PASSENGER_REAR_DOOR,
            TRUNK,
            CHARGE_HEADER,
            CHARGE_DISPLAYED,
            ELECTRIC_RANGE,
            TOTAL_RANGE,
            FUEL_LEVEL,
            ODOMETER,
            CHARGING_STATUS,
            PORT_STATUS);
    return core.stream().map(Descriptor::key).toList();
  }
}
