package io.github.iremote.bmw.cardata.telematics;

import static io.github.iremote.bmw.cardata.telematics.Telemetry.at;
import static io.github.iremote.bmw.cardata.telematics.Telemetry.map;
import static io.github.iremote.bmw.cardata.telematics.Telemetry.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the value of each of CarData's keys is in our words. */
class KeysTest {
  private static final Instant NOW = at("12:00");

  @ParameterizedTest(name = "{0} is {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      cabin.door.lock.status = SECURED @ 07:00 | lock | SECURED
      cabin.door.lock.status = LOCKED @ 07:00 | lock | LOCKED
      cabin.door.lock.status = unlocked @ 07:00 | lock | UNLOCKED
      cabin.door.lock.status = SELECTIVE-LOCKED @ 07:00 | lock | SELECTIVE_LOCKED
      cabin.door.lock.status = SELECTIVELOCKED @ 07:00 | lock | SELECTIVE_LOCKED
      cabin.door.lock.status = ASN_selectiveLocked @ 07:00 | lock | SELECTIVE_LOCKED
      cabin.door.lock.status = INVALID @ 07:00 | lock | ''
      cabin.door.lock.status = UNKNOWN @ 07:00 | lock | ''
      cabin.door.lock.status = null | lock | ''
      cabin.door.status = ASN_locked @ 07:00 | lock | LOCKED
      cabin.door.lock.status = SECURED @ 07:00; cabin.door.status = UNLOCKED @ 07:01 | lock | UNLOCKED
      cabin.door.lock.status = SECURED @ 07:02; cabin.door.status = UNLOCKED @ 07:01 | lock | SECURED
      cabin.door.lock.status = INVALID @ 07:02; cabin.door.status = LOCKED @ 07:01 | lock | LOCKED
      cabin.door.row1.driver.isOpen = CLOSED @ 07:00 | driverDoor | CLOSED
      cabin.door.row1.driver.isOpen = false @ 07:00 | driverDoor | CLOSED
      cabin.door.row1.passenger.isOpen = OPEN @ 07:00 | passengerDoor | OPEN
      cabin.door.row2.driver.isOpen = true @ 07:00 | driverRearDoor | OPEN
      cabin.door.row2.passenger.isOpen = ASN_isTrue @ 07:00 | passengerRearDoor | OPEN
      cabin.door.row1.driver.isOpen = 1 @ 07:00 | driverDoor | OPEN
      cabin.door.row1.driver.isOpen = ASN_isUnknown @ 07:00 | driverDoor | ''
      cabin.door.row1.driver.isOpen = INVALID @ 07:00 | driverDoor | ''
      cabin.window.row1.driver.status = INTERMEDIATE @ 07:00 | driverWindow | OPEN
      cabin.window.row1.passenger.status = CLOSED @ 07:00 | passengerWindow | CLOSED
      cabin.window.row2.driver.status = open @ 07:00 | driverRearWindow | OPEN
      cabin.window.row2.passenger.status = OPEN @ 07:00 | passengerRearWindow | OPEN
      body.trunk.window.isOpen = false @ 07:00 | rearWindow | CLOSED
      body.trunk.isOpen = OPEN @ 07:00; body.trunk.door.isOpen = true @ 07:00 | trunk | OPEN
      body.trunk.isOpen = OPEN @ 07:00; body.trunk.door.isOpen = false @ 07:05 | trunk | CLOSED
      body.trunk.isOpen = null; body.trunk.door.isOpen = true @ 07:05 | trunk | OPEN
      body.hood.isOpen = TRUE @ 07:00 | hood | OPEN
      cabin.sunroof.overallStatus = OPEN_TILT @ 07:00 | sunroof | OPEN
      cabin.sunroof.overallStatus = INTERMEDIATE_TILT @ 07:00 | sunroof | OPEN
      cabin.sunroof.overallStatus = INVALID @ 07:00 | sunroof | ''
      cabin.sunroof.status = CLOSED @ 07:00; cabin.sunroof.tiltStatus = OPEN @ 07:00 | sunroof | OPEN
      cabin.sunroof.status = OPEN @ 07:00; cabin.sunroof.tiltStatus = CLOSED @ 07:00 | sunroof | OPEN
      cabin.sunroof.status = CLOSED @ 07:00; cabin.sunroof.tiltStatus = CLOSED @ 07:00 | sunroof | CLOSED
      cabin.convertible.roofStatus = CLOSEDSECURED @ 07:00 | convertibleRoof | CLOSED
      cabin.convertible.roofStatus = HARDTOPMOUNTED @ 07:00 | convertibleRoof | CLOSED
      cabin.convertible.roofStatus = LOADINGPOSITION @ 07:00 | convertibleRoof | OPEN
      cabin.convertible.roofStatus = LOADINGPOSITIONIMMEDIATE @ 07:00 | convertibleRoof | OPEN
      cabin.convertible.roofStatus = INTERMEDIATEPOSITION @ 07:00 | convertibleRoof | OPEN
      cabin.convertible.roofStatus = EMERGENCYLOCKED @ 07:00 | convertibleRoof | CLOSED
      cabin.convertible.roofStatus = CLOSED @ 07:05; cabin.convertible.roofRetractableStatus = OPEN @ 07:00 | convertibleRoof | OPEN
      cabin.convertible.roofStatus = CLOSED @ 07:05; cabin.convertible.roofRetractableStatus = CLOSED @ 07:00 | convertibleRoof | CLOSED
      cabin.convertible.roofStatus = -NA- @ 07:05; cabin.convertible.roofRetractableStatus = SIGNAL_INVALID @ 07:00 | convertibleRoof | ''
      cabin.convertible.roofRetractableStatus = OPENSECURED @ 07:00 | convertibleRoof | OPEN
      isMoving = ASN_isTrue @ 07:00 | moving | true
      isMoving = false @ 07:00 | moving | false
      isMoving = ASN_isUnknown @ 07:00 | moving | ''
      drivetrain.engine.isIgnitionOn = true @ 07:00 | ignition | true
      vehicle.deepSleepModeActive = true @ 07:00 | deepSleep | true
      vehicle.antiTheftAlarmSystem.alarm.isOn = true @ 07:00 | alarm | true
      vehicle.travelledDistance = 60989 @ 07:00 | odometer | 60989.0 km
      vehicle.travelledDistance = 38402 [km] @ 07:00 | odometer | 38402.0 km
      vehicle.travelledDistance = 23862 [mi] @ 07:00 | odometer | 23862.0 miles
      vehicle.travelledDistance = 0 @ 07:00 | odometer | ''
      trip.segment.end.travelledDistance = 48003.3 @ 07:00 | odometer | 48003.3 km
      vehicle.travelledDistance = 48003 @ 07:00; trip.segment.end.travelledDistance = 48003.9 @ 07:01 | odometer | 48003.0 km
      vehicle.travelledDistance = 47000 @ 07:00; trip.segment.end.travelledDistance = 48003.9 @ 07:01 | odometer | 48003.9 km
      vehicle.travelledDistance = 48003 @ 07:02; trip.segment.end.travelledDistance = 48103.9 @ 07:01 | odometer | 48003.0 km
      chassis.axle.row1.wheel.left.tire.pressure = 260 [kPa] @ 07:00 | frontLeftTyrePressure | 260.0
      chassis.axle.row2.wheel.right.tire.pressureTarget = 290 [kPa] @ 07:00 | rearRightTyrePressureTarget | 290.0
      chassis.axle.row1.wheel.right.tire.pressure = -NA- @ 07:00 | frontRightTyrePressure | ''
      electricalSystem.battery.serviceDemand.recharge = 1 @ 07:00 | battery12v | RECHARGE
      electricalSystem.battery.serviceDemand.recharge = 0 @ 07:00 | battery12v | FINE
      electricalSystem.battery.serviceDemand.replace = 200 @ 07:00 | battery12v | FINE
      electricalSystem.battery.serviceDemand.replace = 140 @ 07:00 | battery12v | REPLACEMENT_RECOMMENDED
      electricalSystem.battery.serviceDemand.replace = 110 @ 07:00 | battery12v | REPLACEMENT_REQUIRED
      electricalSystem.battery.serviceDemand.replace = 80 @ 07:00 | battery12v | REPLACEMENT_URGENT
      electricalSystem.battery.serviceDemand.recharge = 0 @ 07:00; electricalSystem.battery.serviceDemand.replace = 200 @ 07:00 | battery12v | FINE
      electricalSystem.battery.serviceDemand.recharge = 1 @ 07:00; electricalSystem.battery.serviceDemand.replace = 140 @ 07:00 | battery12v | RECHARGE
      electricalSystem.battery.serviceDemand.recharge = 1 @ 07:00; electricalSystem.battery.serviceDemand.replace = 110 @ 07:00 | battery12v | REPLACEMENT_REQUIRED
      electricalSystem.battery.serviceDemand.recharge = INVALID @ 07:00 | battery12v | ''
      drivetrain.lastRemainingRange = 610 @ 07:00 | totalRange | 610.0 km
      drivetrain.lastRemainingRange = 0 @ 07:00 | totalRange | ''
      """)
  void a_key_is_put_into_our_words(String entries, String signal, String expected) {
    assertEquals(expected, shown(map(VehicleStatus.UNKNOWN, entries.split(";")), signal));
  }

  private static final String BATTERY =
      "drivetrain.electricEngine.kombiRemainingElectricRange = 200 @ 06:00";

  @ParameterizedTest(name = "{0} is {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      drivetrain.batteryManagement.header = 47 [percent] @ 07:00 | stateOfCharge | 47.0
      drivetrain.batteryManagement.header = 68.0 [%] @ 07:00 | stateOfCharge | 68.0
      drivetrain.batteryManagement.header = null; powertrain.electric.battery.stateOfCharge.displayed = 74 @ 07:00 | stateOfCharge | 74.0
      drivetrain.batteryManagement.header = 66 @ 07:05; drivetrain.electricEngine.charging.level = 76 @ 07:00 | stateOfCharge | 66.0
      drivetrain.batteryManagement.header = 66 @ 07:00; drivetrain.electricEngine.charging.level = 76 @ 07:05 | stateOfCharge | 76.0
      drivetrain.batteryManagement.header = 101 @ 07:00 | stateOfCharge | ''
      trip.segment.end.drivetrain.batteryManagement.hvSoc = 74 @ 07:00 | stateOfCharge | 74.0
      drivetrain.batteryManagement.header = 70 @ 06:00; trip.segment.end.drivetrain.batteryManagement.hvSoc = 74 @ 07:00 | stateOfCharge | 70.0
      powertrain.electric.battery.stateOfCharge.target = 80 @ 07:00 | targetStateOfCharge | 80.0
      powertrain.electric.battery.stateOfCharge.target = 0 @ 07:00 | targetStateOfCharge | ''
      drivetrain.electricEngine.remainingElectricRange = 268 @ 07:00 | electricRange | 268.0 km
      drivetrain.electricEngine.remainingElectricRange = 268 @ 05:00 | electricRange | 200.0 km
      drivetrain.electricEngine.charging.status = CHARGINGACTIVE @ 07:00 | charging | CHARGING
      drivetrain.electricEngine.charging.status = INITIALIZATION @ 07:00 | charging | PREPARING
      drivetrain.electricEngine.charging.status = CHARGINGPAUSED @ 07:00 | charging | PAUSED
      drivetrain.electricEngine.charging.status = CHARGINGENDED @ 07:00 | charging | ENDED
      drivetrain.electricEngine.charging.status = CHARGINGERROR @ 07:00 | charging | ERROR
      drivetrain.electricEngine.charging.status = MANUAL_SELECTION @ 07:00 | charging | ''
      drivetrain.electricEngine.charging.hvStatus = FINISHED_FULLY_CHARGED @ 07:00 | charging | FULL
      drivetrain.electricEngine.charging.hvStatus = WAITING_FOR_CHARGING @ 07:00 | charging | PREPARING
      drivetrain.electricEngine.charging.status = CHARGINGACTIVE @ 07:00; drivetrain.electricEngine.charging.hvStatus = NOT_CHARGING @ 07:01 | charging | CHARGING
      drivetrain.electricEngine.charging.status = NOCHARGING @ 05:00; drivetrain.electricEngine.charging.hvStatus = CHARGING @ 07:00 | charging | CHARGING
      drivetrain.electricEngine.charging.status = INVALID @ 07:00; drivetrain.electricEngine.charging.hvStatus = CHARGING @ 05:00 | charging | CHARGING
      body.chargingPort.status = CONNECTED @ 07:00 | plug | CONNECTED
      body.chargingPort.status = -NA- @ 07:00; body.chargingPort.combinedStatus = DISCONNECTED @ 07:00 | plug | DISCONNECTED
      body.chargingPort.status = null; powertrain.tractionBattery.charging.port.anyPosition.isPlugged = true @ 07:00 | plug | CONNECTED
      drivetrain.electricEngine.charging.connectorStatus = CONNECTED @ 07:00; body.chargingPort.status = DISCONNECTED @ 07:10 | plug | DISCONNECTED
      drivetrain.electricEngine.charging.timeRemaining = 95 [min] @ 07:00 | chargeTimeRemaining | 95 min
      drivetrain.electricEngine.charging.timeRemaining = 0 [min] @ 07:00 | chargeTimeRemaining | ''
      drivetrain.electricEngine.charging.timeToFullyCharged = 65500 @ 07:00 | chargeTimeRemaining | ''
      drivetrain.electricEngine.charging.timeRemaining = 0 @ 07:00; drivetrain.electricEngine.charging.timeToFullyCharged = 120 @ 07:00 | chargeTimeRemaining | 120 min
      drivetrain.electricEngine.charging.hvpmFinishReason = CHARGING_GOAL_REACHED @ 07:00 | chargeEndReason | CHARGING_GOAL_REACHED
      drivetrain.electricEngine.charging.hvpmFinishReason = UNKNOWN @ 07:00; drivetrain.electricEngine.charging.lastChargingReason = CONNECTOR_REMOVED @ 06:00 | chargeEndReason | CONNECTOR_REMOVED
      """)
  void a_key_of_a_car_with_a_battery(String entries, String signal, String expected) {
    assertEquals(
        expected, shown(map(VehicleStatus.UNKNOWN, (BATTERY + ";" + entries).split(";")), signal));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      cabin.convertible.roofStatus = HALFWAY @ 07:00 | vehicle.cabin.convertible.roofStatus: HALFWAY
      cabin.convertible.roofStatus = LOADINGPOSITION @ 07:00 |
      cabin.door.lock.status = ASN_maybe @ 07:00 | vehicle.cabin.door.lock.status: ASN_maybe
      cabin.door.lock.status = INVALID @ 07:00 |
      drivetrain.electricEngine.charging.status = MANUAL_SELECTION @ 07:00 | vehicle.drivetrain.electricEngine.charging.status: MANUAL_SELECTION
      drivetrain.electricEngine.charging.hvpmFinishReason = NO_PARKING_LOCK @ 07:00 |
      drivetrain.electricEngine.charging.hvpmFinishReason = CAT_ON_CABLE @ 07:00 | vehicle.drivetrain.electricEngine.charging.hvpmFinishReason: CAT_ON_CABLE
      body.chargingPort.combinedStatus = HALFWAY @ 07:00 | vehicle.body.chargingPort.combinedStatus: HALFWAY
      isMoving = PERHAPS @ 07:00 | vehicle.isMoving: PERHAPS
      drivetrain.batteryManagement.header = PERHAPS @ 07:00 |
      """)
  void a_word_that_this_version_does_not_know_is_found(String entry, String expected) {
    List<String> unknown = Vocabulary.unknown(SampleReader.read(Telemetry.data(entry), NOW));

    assertEquals(expected == null ? List.of() : List.of(expected), unknown);
  }
}
