package io.github.iremote.bmw.connecteddrive;

import static io.github.iremote.bmw.connecteddrive.Answered.NOW;
import static io.github.iremote.bmw.connecteddrive.Answered.car;
import static io.github.iremote.bmw.connecteddrive.Answered.json;
import static io.github.iremote.bmw.connecteddrive.Answered.mapped;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.VehicleStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** BMW's answers in our words: four cars whole, then field by field. */
class MappingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // reasons
        "\"updateReason\": \"CHARGING_INTERRUPED\"    | updateReason | CHARGING_INTERRUPTED",
        "\"updateReason\": \"CHARGIN_STARTED\"        | updateReason | CHARGING_STARTED",
        "\"updateReason\": \"charging_started\"       | updateReason | CHARGING_STARTED",
        "\"updateReason\": \"BRAND_NEW_WORD\"         | updateReason | BRAND_NEW_WORD",
        "\"updateReason\": \"UNKNOWN\"                | updateReason |",
        "\"updateReason\": \"\"                       | updateReason |",
        "\"updateReason\": \"VEHICLE_MOVING\"         | moving       | true",
        "\"updateReason\": \"VEHICLE_SHUTDOWN\"       | moving       | false",
        "\"updateReason\": \"VEHICLE_SHUTDOWN_SECURED\" | moving     | false",
        "\"updateReason\": \"VEHICLE_SECURED\"        | moving       | false",
        "\"updateReason\": \"CHARGIN_STARTED\"        | moving       | false",
        "\"updateReason\": \"CHARGING_DONE\"          | moving       | false",
        "\"updateReason\": \"VEHICLE_UNSECURED\"      | moving       |",
        "\"updateReason\": \"DOOR_STATE_CHANGED\"     | moving       |",
        // locks and openings
        "\"doorLockState\": \"UNLOCKED\"              | lock         | UNLOCKED",
        "\"doorLockState\": \"LOCKED\"                | lock         | LOCKED",
        "\"doorLockState\": \"SECURED\"               | lock         | SECURED",
        "\"doorLockState\": \"SELECTIVE_LOCKED\"      | lock         | SELECTIVE_LOCKED",
        "\"doorLockState\": \"INVALID\"               | lock         |",
        "\"doorDriverFront\": \"OPEN\"                | driverDoor   | OPEN",
        "\"doorDriverRear\": \"OPEN\"                 | driverRearDoor | OPEN",
        "\"doorPassengerFront\": \"OPEN\"             | passengerDoor | OPEN",
        "\"doorPassengerRear\": \"CLOSED\"            | passengerRearDoor | CLOSED",
        "\"windowDriverFront\": \"INTERMEDIATE\"      | driverWindow | OPEN",
        "\"windowDriverRear\": \"OPEN\"               | driverRearWindow | OPEN",
        "\"windowPassengerFront\": \"CLOSED\"         | passengerWindow | CLOSED",
        "\"windowPassengerRear\": \"OPEN\"            | passengerRearWindow | OPEN",
        "\"rearWindow\": \"CLOSED\"                   | rearWindow   | CLOSED",
        "\"trunk\": \"OPEN\"                          | trunk        | OPEN",
        "\"hood\": \"OPEN\"                           | hood         | OPEN",
        "\"hood\": \"INVALID\"                        | hood         |",
        "\"sunroof\": \"OPEN_TILT\"                   | sunroof      | OPEN",
        "\"sunroof\": \"INTERMEDIATE_TILT\"           | sunroof      | OPEN",
        "\"convertibleRoofState\": \"CLOSED_SECURED\" | convertibleRoof | CLOSED",
        "\"convertibleRoofState\": \"OPEN\"           | convertibleRoof | OPEN",
        "\"convertibleRoofState\": \"NEW_WORD\"       | convertibleRoof |",
        // the odometer
        "\"mileage\": 38807                           | odometer     | 38807.0 km",
        "\"mileage\": 38807.5                         | odometer     | 38807.5 km",
        "\"mileage\": \"38807\"                       | odometer     | 38807.0 km",
        "\"mileage\": 0                               | odometer     |",
        "\"mileage\": -1                              | odometer     |",
        "\"mileage\": null                            | odometer     |",
        "\"mileage\": \"far\"                         | odometer     |",
        "\"mileage\": 1e999                           | odometer     |",
        // the battery
        "\"chargingLevelHv\": 79                      | stateOfCharge | 79.0",
        "\"chargingLevelHv\": 79.5                    | stateOfCharge | 79.5",
        "\"chargingLevelHv\": 101, \"remainingRangeElectric\": 0 | stateOfCharge |",
        "\"remainingRangeElectric\": 47, \"maxRangeElectric\": 94  | stateOfCharge | 50.0",
        "\"remainingRangeElectric\": 99, \"maxRangeElectric\": 94  | stateOfCharge | 100.0",
        "\"remainingRangeElectric\": 47, \"maxRangeElectric\": 0.0 | stateOfCharge |",
        "\"remainingRangeElectric\": 47               | stateOfCharge |",
        "\"chargingLevelHv\": 0, \"remainingRangeElectric\": 0, \"maxRangeElectric\": 94 | stateOfCharge | 0.0",
        "\"remainingRangeElectric\": 48               | electricRange | 48.0 km",
        "\"remainingRangeElectric\": 48.0, \"remainingRangeElectricMls\": 30 | electricRange | 48.0 km",
        "\"remainingRangeElectricMls\": 30            | electricRange | 30.0 miles",
        "\"remainingRangeElectric\": -1               | electricRange |",
        "\"chargingLevelHv\": 0.0, \"remainingRangeElectric\": 0.0 | electricRange |",
        "\"chargingLevelHv\": 0.0, \"remainingRangeElectric\": 0.0 | stateOfCharge |",
        "\"chargingStatus\": \"CHARGING\"             | charging     | CHARGING",
        "\"chargingStatus\": \"ERROR\"                | charging     | ERROR",
        "\"chargingStatus\": \"FINISHED_FULLY_CHARGED\" | charging   | FULL",
        "\"chargingStatus\": \"FINISHED_NOT_FULL\"    | charging     | ENDED",
        "\"chargingStatus\": \"WAITING_FOR_CHARGING\" | charging     | PREPARING",
        "\"chargingStatus\": \"NOT_CHARGING\", \"chargingLevelHv\": 5 | charging | NOT_CHARGING",
        "\"chargingStatus\": \"NOT_CHARGING\"         | charging     |",
        "\"chargingStatus\": \"INVALID\", \"chargingLevelHv\": 5 | charging |",
        "\"connectionStatus\": \"CONNECTED\"          | plug         | CONNECTED",
        "\"connectionStatus\": \"DISCONNECTED\", \"chargingLevelHv\": 5 | plug | DISCONNECTED",
        "\"connectionStatus\": \"DISCONNECTED\"       | plug         |",
        "\"chargingLevelHv\": 5, \"chargingTimeRemaining\": 332  | chargeTimeRemaining | 332 min",
        "\"chargingLevelHv\": 5, \"chargingTimeRemaining\": 90.5 | chargeTimeRemaining | 91 min",
        "\"chargingLevelHv\": 5, \"chargingTimeRemaining\": 0    | chargeTimeRemaining |",
        "\"chargingLevelHv\": 5, \"chargingTimeRemaining\": 1e30 | chargeTimeRemaining |",
        "\"chargingLevelHv\": 5, \"lastChargingEndReason\": \"END_REQUESTED_BY_DRIVER\" | chargeEndReason | END_REQUESTED_BY_DRIVER",
        "\"chargingLevelHv\": 5, \"lastChargingEndReason\": \"UNKNOWN\" | chargeEndReason |",
        // the tank
        "\"fuelPercent\": 92.4, \"remainingFuel\": 30, \"maxFuel\": 60 | fuelLevel | 92.4",
        "\"remainingFuel\": 30, \"maxFuel\": 60       | fuelLevel    | 50.0",
        "\"remainingFuel\": 61, \"maxFuel\": 60       | fuelLevel    | 100.0",
        "\"remainingFuel\": 30, \"maxFuel\": 0.0      | fuelLevel    |",
        "\"remainingFuel\": 30                        | fuelLevel    |",
        "\"remainingFuel\": 0, \"maxFuel\": 60        | fuelLevel    | 0.0",
        "\"remainingFuel\": 0                         | fuelLevel    |",
        "\"remainingFuel\": 0, \"fuelPercent\": 0     | fuelLevel    |",
        "\"remainingRangeFuel\": 590, \"remainingRangeFuelMls\": 366 | fuelRange | 590.0 km",
        "\"remainingRangeFuelMls\": 366               | fuelRange    | 366.0 miles",
        "\"remainingRangeFuel\": 0.0                  | fuelRange    |",
        "\"remainingFuel\": 2, \"remainingRangeFuel\": 0 | fuelRange | 0.0 km",
        "\"chargingLevelHv\": 5, \"remainingFuel\": 8, \"maxFuel\": 8.5 | rangeExtender | true",
        "\"chargingLevelHv\": 5, \"remainingFuel\": 8, \"maxFuel\": 46  | rangeExtender |",
        "\"remainingFuel\": 8, \"maxFuel\": 8.5       | rangeExtender |",
        // the position
        "\"position\": {\"lat\": 50.5, \"lon\": 10.1, \"status\": \"OK\"} | position | 50.5/10.1",
        "\"position\": {\"lat\": \"50.5\", \"lon\": \"10.1\"}             | position | 50.5/10.1",
        "\"position\": {\"lat\": 50.5, \"lon\": 10.1, \"status\": \"DRIVER_DISABLED\"} | position |",
        "\"position\": {\"lat\": 50.5, \"lon\": 10.1, \"status\": \"VEHICLE_ACTIVE\"} | position |",
        "\"position\": {\"lat\": -1, \"lon\": -1, \"status\": \"OK\"}     | position |",
        "\"position\": {\"lat\": 0.0, \"lon\": 0.0}   | position     |",
        "\"position\": {\"lat\": 91, \"lon\": 10.1}   | position     |",
        "\"position\": {\"lat\": 50.5}                | position     |",
        "\"position\": [50.5, 10.1]                   | position     |",
        // the lists
        "\"checkControlMessages\": []                 | checkControl | none",
        "\"checkControlMessages\": [{\"ccmId\": 955, \"ccmDescriptionShort\": \"Tyres\"}] | checkControl | 955: Tyres",
        "\"checkControlMessages\": [{\"ccmId\": 955}] | checkControl | 955: message 955",
        "\"checkControlMessages\": [{\"ccmDescriptionLong\": \"Tyres!\"}, 7, {}] | checkControl | Tyres!: Tyres!",
        "\"checkControlMessages\": null               | checkControl |",
        "\"cbsData\": [{\"cbsType\": \"BRAKE_FLUID\", \"cbsState\": \"PENDING\", \"cbsDueDate\": \"2024-11\"}] | service | BRAKE_FLUID PENDING: brake fluid, 2024-11",
        "\"cbsData\": [{\"cbsType\": \"OIL\", \"cbsState\": \"OVERDUE\"}] | service | OIL OVERDUE: oil",
        "\"cbsData\": [{\"cbsType\": \"OIL\", \"cbsState\": \"OK\"}, {\"cbsState\": \"PENDING\"}, null] | service | none",
        "\"cbsData\": [{\"cbsType\": \"OIL\", \"cbsState\": \"PENDING\", \"cbsRemainingMileage\": 1900, \"cbsDueDate\": \"null\"}] | service | OIL PENDING: oil, 1900.0 km",
        "\"cbsData\": {}                              | service      |"
      })
  void a_field(String fields, String signal, String expected) {
    VehicleStatus status =
        mapped(json("{\"updateTime\": \"2024-03-10T12:59:00+0100\", " + fields + "}"), "");
    assertEquals(
        expected, status.get(Signal.named(signal)).map(Statuses::text).orElse(null), fields);
  }

  @ParameterizedTest
  @CsvSource({
    "i3 (+ REX), chargingLevelHv, true",
    "i3 (+ rex), chargingLevelHv, true",
    "530e, chargingLevelHv,",
    "i3 (+ REX), mileage,"
  })
  void a_model_tells_of_a_range_extender(String model, String field, Boolean expected) {
    ObjectNode car = json("{\"updateTime\": \"2024-03-10T11:59:00Z\", \"remainingFuel\": 4}");
    assertEquals(
        expected, mapped(car.put(field, 50), model).get(Signal.RANGE_EXTENDER).orElse(null));
  }

  @ParameterizedTest
  @CsvSource({
    "\"2024-03-10T12:45:04+0100\", 11:45:04",
    "\"2024-03-10T12:45:04+01:00\", 11:45:04",
    "\"2024-03-10T11:45:04Z\", 11:45:04",
    "\"2024-03-10T11:45:04.123Z\", 11:45:04.123",
    "\"2024-03-10T11:45:04\", 12:00",
    "\"yesterday\", 12:00",
    "1710071104, 12:00",
    "null, 12:00",
    "\"1970-01-01T00:00:00Z\", 12:00",
    // a clock that is wrong
    "\"2024-03-11T11:45:04Z\", 12:00",
    "\"2024-03-10T12:04:59Z\", 12:04:59"
  })
  void the_time_of_an_answer(String updateTime, String expected) {
    ObjectNode car = json("{\"updateTime\": " + updateTime + ", \"doorLockState\": \"LOCKED\"}");
    assertEquals(
        Statuses.at(expected), mapped(car, "").reading(Signal.LOCK).map(Reading::at).orElseThrow());
  }

  /** Every field of every car, in every type that it is not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "-1",
        "0",
        "1e300",
        "\"\"",
        "\"INVALID\"",
        "\"?\"",
        "[]",
        "{}",
        "[null, 7, \"x\", [], {}]",
        "{\"lat\": {}, \"lon\": []}"
      })
  void a_field_of_the_wrong_type_spoils_no_other(String value) {
    for (String name : List.of("i3-bev", "i3-rex", "plug-in-hybrid", "petrol")) {
      for (var field : car(name).properties()) {
        ObjectNode car = car(name);
        car.set(field.getKey(), json("{\"value\": " + value + "}").get("value"));
        VehicleStatus status = mapped(car, "");
        boolean known =
            status.get(Signal.LOCK).isPresent() || status.get(Signal.of(Opening.TRUNK)).isPresent();
        assertEquals(true, known, name + " with " + field.getKey() + " " + value);
      }
    }
  }

  @Test
  void an_owner_of_miles_reads_bmws_own_miles() {
    ObjectNode car =
        json(
            "{\"updateTime\": \"2018-03-12T08:40:00+0100\", \"remainingRangeElectric\": 48.0,"
                + " \"remainingRangeElectricMls\": 30, \"remainingRangeFuel\": 97,"
                + " \"remainingRangeFuelMls\": 61, \"remainingFuel\": 8, \"mileage\": 100}");

    VehicleStatus status = Mapping.status(car, VehicleStatus.UNKNOWN, "", Distance.Unit.MILES, NOW);

    assertEquals("30.0 miles", Statuses.text(status.get(Signal.ELECTRIC_RANGE).get()));
    assertEquals("61.0 miles", Statuses.text(status.get(Signal.FUEL_RANGE).get()));
    assertEquals("100.0 km", Statuses.text(status.get(Signal.ODOMETER).get()));
  }
}
