package io.github.iremote.bmw.cardata.telematics;

import static io.github.iremote.bmw.cardata.telematics.Telemetry.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.notation.StatusJson;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
  private static final Instant NOW = at("12:00");

  private static VehicleStatus map(VehicleStatus known, String... entries) {
    return Telemetry.status(Telemetry.data(entries), known, NOW);
  }

  /** A signal's value as {@code --json} shows it, or nothing. */
  private static String shown(VehicleStatus status, String signal) {
    var json = StatusJson.write(status).path(signal);
    if (json.has("latitude")) {
      return json.path("latitude").asText() + " " + json.path("longitude").asText();
    }
    String value =
        json.path("value").isArray() ? Json.line(json.path("value")) : json.path("value").asText();
    return (value + " " + json.path("unit").asText()).trim();
  }

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

  private static final Map<String, String> SHORT =
      Map.of(
          "header", "drivetrain.batteryManagement.header",
          "displayed", "powertrain.electric.battery.stateOfCharge.displayed",
          "tripEnd", "trip.segment.end.drivetrain.batteryManagement.hvSoc",
          "target", "powertrain.electric.battery.stateOfCharge.target",
          "electric", "drivetrain.electricEngine.kombiRemainingElectricRange",
          "total", "drivetrain.lastRemainingRange",
          "percent", "drivetrain.fuelSystem.level",
          "litres", "drivetrain.fuelSystem.remainingFuel",
          "charging", "drivetrain.electricEngine.charging.status",
          "port", "body.chargingPort.status");

  private static String[] spelt(String entries) {
    return Stream.of(entries.split(";"))
        .map(entry -> entry.trim().split(" ", 2))
        .map(words -> SHORT.get(words[0]) + " = " + words[1])
        .map(entry -> entry.contains("@") ? entry : entry + " @ 07:00")
        .toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0}: battery {2}, tank {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      i3             | header 47; electric 103; total 0; litres 0             | 47.0 103.0 km | - -
      i3 REX         | header 79; electric 118; total 214; litres 8; percent 89 | 79.0 118.0 km | 89.0 96.0 km
      MINI Cooper SE | displayed 68.0; total 90; litres 0                     | 68.0 90.0 km  | - -
      Neue Klasse    | header null; displayed 71; electric 402; port null     | 71.0 402.0 km | - -
      level alone    | header 71                                              | 71.0 -        | - -
      hybrid         | header 40; electric 25; total 530 [km]; percent 81; litres 44 | 40.0 25.0 km | 81.0 505.0 km
      hybrid, empty  | header 5; electric 0; port DISCONNECTED; total 505; percent 81 | 5.0 0.0 km | 81.0 505.0 km
      hybrid, old    | header 90; electric 60; total 530 @ 2026-03-01T07:00:00Z; percent 81 | 90.0 60.0 km | 81.0 -
      hybrid, miles  | header 90; electric 30 [mi]; total 330 [mi]; percent 81 | 90.0 30.0 miles | 81.0 300.0 miles
      petrol         | tripEnd 0 [%]; electric null; total 279 [km]; percent 48; litres 21 [l] | - - | 48.0 279.0 km
      petrol, zeros  | header 0; electric 0; charging NOCHARGING; target 0; total 279; percent 48 | - - | 48.0 279.0 km
      mild hybrid    | header 39.5; tripEnd 39.5; total 610; percent 70       | - -           | 70.0 610.0 km
      silent         | header null [%]; total null [km]; percent null         | - -           | - -
      """)
  void a_car_shows_what_it_has(String car, String entries, String battery, String tank) {
    VehicleStatus status = map(VehicleStatus.UNKNOWN, spelt(entries));

    assertEquals(battery, pair(status, "stateOfCharge", "electricRange"));
    assertEquals(tank, pair(status, "fuelLevel", "fuelRange"));
    assertEquals(car.equals("i3 REX"), status.is(Signal.RANGE_EXTENDER));
  }

  private static String pair(VehicleStatus status, String level, String range) {
    return (shown(status, level) + "-").replaceFirst("(.)-$", "$1")
        + " "
        + (shown(status, range) + "-").replaceFirst("(.)-$", "$1");
  }

  @Test
  void a_zero_is_credible_once_the_car_is_known_to_have_the_thing() {
    VehicleStatus known =
        map(
            VehicleStatus.UNKNOWN,
            "drivetrain.batteryManagement.header = 3 @ 07:00",
            "drivetrain.electricEngine.kombiRemainingElectricRange = 9 @ 07:00");

    VehicleStatus empty =
        map(
            known,
            "drivetrain.batteryManagement.header = 0 @ 08:00",
            "drivetrain.electricEngine.kombiRemainingElectricRange = 0 @ 08:00");

    assertEquals("0.0", shown(empty, "stateOfCharge"));
    assertEquals("0.0 km", shown(empty, "electricRange"));
  }

  @Test
  void a_number_without_a_unit_keeps_the_unit_it_had() {
    VehicleStatus known =
        map(
            VehicleStatus.UNKNOWN,
            "vehicle.travelledDistance = 23862 [mi] @ 07:00",
            "drivetrain.electricEngine.kombiRemainingElectricRange = 140 [miles] @ 07:00");

    VehicleStatus later =
        map(
            known,
            "vehicle.travelledDistance = 23870 @ 08:00",
            "drivetrain.electricEngine.kombiRemainingElectricRange = 131 @ 08:00");

    assertEquals("23870.0 miles", shown(later, "odometer"));
    assertEquals("131.0 miles", shown(later, "electricRange"));
  }

  @ParameterizedTest(name = "{0} {1} {2} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      48.1771 @ 07:00:00 | 11.5562 @ 07:00:05 | 3D_FIX | 48.1771 11.5562
      48.1771 @ 07:00:00 | 11.5562 @ 07:00:06 | 3D_FIX | ''
      48.1771 @ 07:00:09 | 11.5562 @ 07:00:00 | 3D_FIX | ''
      48.1771 @ 07:00:00 | null | 3D_FIX | ''
      0 @ 07:00:00 | 0 @ 07:00:00 | 3D_FIX | ''
      48.1771 @ 07:00:00 | 11.5562 @ 07:00:00 | NO_FIX | ''
      148.1771 @ 07:00:00 | 11.5562 @ 07:00:00 | 3D_FIX | ''
      """)
  void latitude_and_longitude_are_a_place_only_together(
      String latitude, String longitude, String fix, String expected) {
    String where = "cabin.infotainment.navigation.currentLocation.";

    VehicleStatus status =
        map(
            VehicleStatus.UNKNOWN,
            where + "latitude = " + latitude,
            where + "longitude = " + longitude,
            where + "fixStatus = " + fix + " @ 07:00");

    assertEquals(expected, shown(status, "position"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      status.checkControlMessages | [{"date":null,"id":164,"messageType":"CCM","status":"NULL","title":null,"text":"The washer fluid level is low.","unitOfLengthRemaining":"19596"}] | checkControl | [{"id":"164","text":"The washer fluid level is low."}]
      status.checkControlMessages | [{"value":"[{\\"id\\":50,\\"text\\":\\"Check tyre pressure.\\"}]"}] | checkControl | [{"id":"50","text":"Check tyre pressure."}]
      status.checkControlMessages | [] | checkControl | []
      status.checkControlMessages | [not json | checkControl | ``
      status.checkControlMessages | 5 | checkControl | ``
      status.conditionBasedServices | [{"date":"2027-10","id":3,"messageType":"CBS","status":"OK","title":"Brake fluid","text":"-"}] | service | []
      status.conditionBasedServices | [{"date":"2027-10","id":3,"status":"PENDING","title":"Brake fluid","text":"-"}] | service | [{"id":"3","text":"Brake fluid","state":"PENDING","date":"2027-10"}]
      status.conditionBasedServices | [{"date":"-","id":100,"status":"overdue","title":"Vehicle check"}] | service | [{"id":"100","text":"Vehicle check","state":"OVERDUE"}]
      status.conditionBasedServices | [{"date":"null","id":2,"status":"PENDING","title":"Front Brake","unitOfLengthRemaining":"1900","text":"-"}] | service | [{"id":"2","text":"Front Brake","state":"PENDING","remaining":{"value":1900.0,"unit":"km"}}]
      status.conditionBasedServices | [{"date":"2027-01","id":2,"status":"PENDING","title":"NULL","unitOfLengthRemaining":"-","text":"null"}] | service | [{"id":"2","text":"service 2","state":"PENDING","date":"2027-01"}]
      status.conditionBasedServices | [] | service | ``
      status.checkControlMessages | [{"id":3,"text":"null","title":"NULL"}] | checkControl | [{"id":"3","text":"message 3"}]
      status.checkControlMessages | [{"id":3,"text":" - Lights (null): NULL -"}] | checkControl | [{"id":"3","text":"Lights"}]
      status.checkControlMessages | [{"id":3,"text":"Two\\nlines\\u001b[31m"}] | checkControl | [{"id":"3","text":"Two lines[31m"}]
      """)
  void a_list_is_told_by_its_ids(String key, String text, String signal, String expected) {
    ObjectNode data = Json.object();
    data.putObject("vehicle." + key).put("timestamp", at("07:00").toString()).put("value", text);

    assertEquals(expected, shown(Telemetry.status(data, VehicleStatus.UNKNOWN, NOW), signal));
  }

  @Test
  void a_service_counts_in_the_unit_of_the_cars_odometer() {
    ObjectNode data = Telemetry.data("vehicle.travelledDistance = 100 [mi] @ 07:00");
    data.putObject("vehicle.status.conditionBasedServices")
        .put("timestamp", at("07:00").toString())
        .put("value", "[{\"id\":2,\"status\":\"PENDING\",\"unitOfLengthRemaining\":\"900\"}]");

    var status = Telemetry.status(data, VehicleStatus.UNKNOWN, NOW);

    var service = status.get(Signal.SERVICE).get().list().get(0);
    assertEquals(Optional.of(new Distance(900, Distance.Unit.MILES)), service.remaining());
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

  @Test
  void the_time_of_a_battery_demand_is_not_later_than_what_the_car_has_said() {
    VehicleStatus known =
        map(
            VehicleStatus.UNKNOWN,
            "cabin.door.lock.status = SECURED @ 07:00",
            "electricalSystem.battery.serviceDemand.recharge = 0 @ 11:59");

    assertEquals(Optional.of(at("07:00")), known.at());
    assertEquals(
        known,
        map(known, "electricalSystem.battery.serviceDemand.recharge = 0 @ 12:00"),
        "a poll of a sleeping car changes nothing");
  }

  @Test
  void values_that_are_not_strings_are_read_as_well() {
    ObjectNode data = Json.object();
    data.putObject("vehicle.vehicle.travelledDistance").put("value", 81623).put("unit", "km");
    data.putObject("vehicle.isMoving").put("value", false);
    data.putObject("vehicle.cabin.door.lock.status").putObject("value").put("a", 1);
    data.put("vehicle.body.hood.isOpen", "OPEN");
    data.putArray("vehicle.body.trunk.isOpen").add("OPEN");
    data.put("vehicle.never.heard.of", 1);

    VehicleStatus status = Telemetry.status(data, VehicleStatus.UNKNOWN, NOW);

    assertEquals("81623.0 km", shown(status, "odometer"));
    assertEquals("false", shown(status, "moving"));
    assertEquals(Set.of(Signal.ODOMETER, Signal.MOVING), status.readings().keySet());
  }

  @Test
  void an_answer_of_nothing_but_nulls_changes_nothing() {
    ObjectNode nulls = Json.object();
    for (String key : Descriptor.all(List.of())) {
      nulls.putObject(key).putNull("timestamp").putNull("unit").putNull("value");
    }
    VehicleStatus known = map(VehicleStatus.UNKNOWN, "cabin.door.lock.status = SECURED @ 07:00");

    assertEquals(known, Telemetry.status(nulls, known, NOW));
    assertTrue(Telemetry.status(nulls, VehicleStatus.UNKNOWN, NOW).isEmpty());
  }

  @Test
  void an_owners_own_keys_are_asked_for_once() {
    List<String> keys = Descriptor.all(List.of("vehicle.isMoving", "vehicle.own.key"));

    assertEquals(new HashSet<>(keys).size(), keys.size());
    assertTrue(keys.contains("vehicle.own.key"));
    assertTrue(keys.containsAll(Descriptor.core()));
    assertEquals(15, Descriptor.core().size());
    assertFalse(keys.stream().anyMatch(key -> !key.startsWith("vehicle.")));
  }
}
