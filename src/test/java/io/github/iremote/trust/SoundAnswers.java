package io.github.iremote.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.ConnectedDriveCar;
import io.github.iremote.OwnersMachine;
import io.github.iremote.bmw.cardata.telematics.Telemetry;
import java.util.List;

/** What BMW answers, before it is spoilt. */
final class SoundAnswers {
  static final List<JsonNode> CARS =
      List.of(
          Mutation.parse(ConnectedDriveCar.car("i3-rex")),
          Mutation.parse(
              ConnectedDriveCar.car(
                  "i3-rex",
                  "chargingStatus",
                  "\"CHARGING\"",
                  "connectionStatus",
                  "\"CONNECTED\"",
                  "chargingTimeRemaining",
                  "332",
                  "remainingRangeElectric",
                  "48",
                  "chargingLevelHv",
                  "54",
                  "updateReason",
                  "\"CHARGING_STARTED\"")),
          Mutation.parse(
              """
              {"vin": "WBY1Z4C50EV000123", "mileage": 21529, "updateReason": "DOOR_STATE_CHANGED",
               "updateTime": "2018-03-10T19:35:30+0100", "doorDriverFront": "CLOSED",
               "trunk": "CLOSED", "hood": "CLOSED", "doorLockState": "SECURED",
               "windowDriverFront": "CLOSED", "remainingFuel": 39, "remainingRangeFuel": 590,
               "remainingRangeFuelMls": 366, "remainingRangeElectric": 0.0,
               "remainingRangeElectricMls": 0.0, "chargingLevelHv": 0.0, "maxFuel": 0.0,
               "cbsData": [{"cbsType": "OIL", "cbsState": "OK", "cbsDueDate": "2019-07"}],
               "checkControlMessages": [
                 {"ccmId": 955, "ccmDescriptionShort": "Tyre pressure notification",
                  "ccmMileage": 41544}],
               "position": {"lat": 50.5, "lon": 10.1, "heading": 141, "status": "OK"}}"""),
          Mutation.parse(
              """
              {"mileage": 5050, "updateReason": "VEHICLE_SHUTDOWN",
               "updateTime": "2018-03-12T06:27:42+0000", "doorLockState": "UNLOCKED",
               "trunk": "OPEN", "remainingFuel": 39, "fuelPercent": 92.4,
               "remainingRangeFuelMls": 300, "remainingRangeElectricMls": 19,
               "connectionStatus": "DISCONNECTED", "chargingStatus": "INVALID",
               "chargingLevelHv": 85, "lastChargingEndReason": "CHARGING_GOAL_REACHED",
               "checkControlMessages": [], "cbsData": [
                 {"cbsType": "VEHICLE_TUV", "cbsState": "PENDING", "cbsDueDate": "2018-04"}]}"""));

  static final JsonNode CARDATA =
      Telemetry.data(
          "cabin.door.lock.status = SECURED @ 09:40",
          "cabin.door.row1.driver.isOpen = false @ 09:40",
          "body.trunk.isOpen = asn_isFalse @ 09:41",
          "cabin.window.row1.driver.status = CLOSED @ 09:40",
          "cabin.sunroof.tiltStatus = CLOSED @ 09:40",
          "drivetrain.batteryManagement.header = 60 [%] @ 09:40",
          "drivetrain.electricEngine.charging.level = 59.5 [percent] @ 09:39",
          "powertrain.electric.battery.stateOfCharge.target = 80 [%] @ 08:00",
          "drivetrain.electricEngine.kombiRemainingElectricRange = 240 [km] @ 09:40",
          "drivetrain.electricEngine.remainingElectricRange = 149 [miles] @ 09:30",
          "drivetrain.lastRemainingRange = 410 [km] @ 09:40",
          "drivetrain.fuelSystem.level = 47 [%] @ 09:40",
          "drivetrain.fuelSystem.remainingFuel = 4.2 [l] @ 09:40",
          "vehicle.travelledDistance = 23456 [km] @ 09:40",
          "trip.segment.end.travelledDistance = 23456 [km] @ 09:35",
          "drivetrain.electricEngine.charging.status = CHARGINGACTIVE @ 09:40",
          "drivetrain.electricEngine.charging.timeRemaining = 95 [min] @ 09:40",
          "body.chargingPort.status = CONNECTED @ 09:38",
          "isMoving = false @ 09:36",
          "drivetrain.engine.isIgnitionOn = false @ 09:36",
          "chassis.axle.row1.wheel.left.tire.pressure = 240 [kPa] @ 09:36",
          "chassis.axle.row1.wheel.left.tire.pressureTarget = 250 [kPa] @ 09:36",
          "cabin.infotainment.navigation.currentLocation.latitude = 48.1 @ 09:36",
          "cabin.infotainment.navigation.currentLocation.longitude = 11.5 @ 09:36",
          "status.checkControlMessages = [] @ 09:36",
          "electricalSystem.battery.serviceDemand.recharge = asn_isFalse @ 09:36",
          "vehicle.antiTheftAlarmSystem.alarm.isOn = false @ 09:36");

  static final JsonNode TOKEN =
      Mutation.parse(
          """
          {"access_token": "access", "token_type": "Bearer", "expires_in": 28800,
           "refresh_token": "refresh", "scope": "vehicle_data"}""");

  static final JsonNode LIST =
      Mutation.parse(
          "{\"vehicles\": [{\"vin\": \"%s\", \"model\": \"i3\", \"driveTrain\": \"BEV_REX\"}]}"
              .formatted(OwnersMachine.VIN));

  private SoundAnswers() {}
}
