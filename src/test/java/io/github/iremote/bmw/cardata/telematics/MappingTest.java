package io.github.iremote.bmw.cardata.telematics;

import static io.github.iremote.bmw.cardata.telematics.Telemetry.at;
import static io.github.iremote.bmw.cardata.telematics.Telemetry.map;
import static io.github.iremote.bmw.cardata.telematics.Telemetry.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several of CarData's keys say together of a car. */
class MappingTest {
  private static final Instant NOW = at("12:00");

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

    List<String> expected = new ArrayList<>(Descriptor.all(List.of()));
    expected.add("vehicle.own.key");
    assertEquals(expected, keys);
    assertEquals(new HashSet<>(keys).size(), keys.size());
    assertTrue(keys.containsAll(Descriptor.core()));
    assertEquals(15, Descriptor.core().size());
    assertFalse(keys.stream().anyMatch(key -> !key.startsWith("vehicle.")));
  }
}
