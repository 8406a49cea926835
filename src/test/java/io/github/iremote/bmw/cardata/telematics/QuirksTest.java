package io.github.iremote.bmw.cardata.telematics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.event.Event;
import io.github.iremote.event.Notes;
import io.github.iremote.event.Outcome;
import io.github.iremote.event.Thresholds;
import io.github.iremote.event.rules.Rules;
import io.github.iremote.vehicle.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What CarData does to programs that compare its answers, and that it does not do it to us. Each
 * row tells polls half an hour apart from 10:00 on, and the events of each poll after the first.
 */
class QuirksTest {
  private static final Duration CRON = Duration.ofMinutes(30);

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("lock", "cabin.door.lock.status"),
          Map.entry("lock2", "cabin.door.status"),
          Map.entry("door", "cabin.door.row1.driver.isOpen"),
          Map.entry("trunk", "body.trunk.isOpen"),
          Map.entry("trunk2", "body.trunk.door.isOpen"),
          Map.entry("header", "drivetrain.batteryManagement.header"),
          Map.entry("displayed", "powertrain.electric.battery.stateOfCharge.displayed"),
          Map.entry("tripEnd", "trip.segment.end.drivetrain.batteryManagement.hvSoc"),
          Map.entry("target", "powertrain.electric.battery.stateOfCharge.target"),
          Map.entry("size", "drivetrain.batteryManagement.maxEnergy"),
          Map.entry("power", "powertrain.electric.battery.charging.power"),
          Map.entry("electric", "drivetrain.electricEngine.kombiRemainingElectricRange"),
          Map.entry("total", "drivetrain.lastRemainingRange"),
          Map.entry("percent", "drivetrain.fuelSystem.level"),
          Map.entry("litres", "drivetrain.fuelSystem.remainingFuel"),
          Map.entry("odo", "vehicle.travelledDistance"),
          Map.entry("tripOdo", "trip.segment.end.travelledDistance"),
          Map.entry("tripTime", "trip.segment.end.time"),
          Map.entry("moving", "isMoving"),
          Map.entry("charging", "drivetrain.electricEngine.charging.status"),
          Map.entry("left", "drivetrain.electricEngine.charging.timeRemaining"),
          Map.entry("port", "body.chargingPort.status"),
          Map.entry("lat", "cabin.infotainment.navigation.currentLocation.latitude"),
          Map.entry("lon", "cabin.infotainment.navigation.currentLocation.longitude"),
          Map.entry("service12v", "electricalSystem.battery.serviceDemand.recharge"));

  @ParameterizedTest(name = "{0} {1}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      1  | 80 and 80.0 are one value      | header 80 @ 09:50, odo 48003 @ 09:50 / header 80.0 @ 10:20, odo 48003.0 @ 10:20 | -
      2  | CLOSED and false are one value | door CLOSED @ 09:50 / door false @ 10:20 / door ASN_isFalse @ 10:50 | - / -
      2  | OPEN and true are one value    | door CLOSED @ 09:50 / door OPEN @ 10:20 / door true @ 10:50 | LEFT_OPEN+OPENED / -
      3  | case and separators            | lock SELECTIVE-LOCKED @ 09:50 / lock SELECTIVELOCKED @ 09:55 | LEFT_UNLOCKED
      3  | ASN_ and lower case            | lock SECURED @ 09:50 / lock ASN_secured @ 10:20 | -
      4  | null is unknown                | lock SECURED @ 09:50, door CLOSED @ 09:50 / lock null, door null / lock SECURED @ 09:50 | - / -
      4  | INVALID is unknown             | lock SECURED @ 09:50, door CLOSED @ 09:50 / lock INVALID @ 10:20, door INVALID @ 10:20 / lock SECURED @ 10:50 | - / -
      4  | UNKNOWN and -NA- are unknown   | lock SECURED @ 09:50, port CONNECTED @ 09:50, header 50 @ 09:50 / lock UNKNOWN @ 10:20, port -NA- @ 10:20 | -
      4  | a missing key is unknown       | lock SECURED @ 09:50, door CLOSED @ 09:50 / header 50 @ 10:20 / lock SECURED @ 10:50 | - / -
      4  | an empty value is unknown      | lock SECURED @ 09:50, door OPEN @ 09:59:30 / lock @ 10:20, door @ 10:20 | LEFT_OPEN
      4  | unknown hides no change        | lock SECURED @ 09:50 / lock INVALID @ 10:20 / lock UNLOCKED @ 10:59 | - / UNLOCKED
      5  | zeros of a petrol car          | percent 48 @ 09:50, header 25 @ 09:50 / percent 48 @ 10:20, header 0 @ 10:20, tripEnd 0 @ 10:20, target 0 @ 10:20, left 0 @ 10:20 | -
      5  | zeros of an electric car       | header 60 @ 09:50 / header 60 @ 09:50, percent 0 @ 10:20, litres 0 @ 10:20, total 0 @ 10:20, left 0 @ 10:20 | -
      6  | stray charge of a mild hybrid  | percent 48 @ 09:50, header 39.5 @ 09:50 / percent 48 @ 09:50, header 12 @ 10:20 | -
      7  | the unit vanishes              | odo 37282 [mi] @ 09:50 / odo 37282 @ 10:20 | -
      7  | miles become kilometres        | odo 37282 [mi] @ 09:50 / odo 60000 [km] @ 10:20 | -
      8  | the odometer goes back         | odo 60000 @ 09:50 / odo 59000 @ 10:20 / odo 60000 @ 10:50 | - / -
      8  | the odometer jumps             | odo 60000 @ 09:50 / odo 63000 @ 10:20 / odo 60000 @ 10:50 | - / -
      8  | the unit alone flips           | odo 60000 [km] @ 09:50 / odo 60000 [mi] @ 10:20 / odo 60000 [km] @ 10:50 | - / -
      9  | a percent overnight            | header 80 @ 09:50 / header 79 @ 10:20 / displayed 80 @ 10:50 | - / -
      9  | low is told once               | header 25 @ 09:50 / header 19 @ 10:20 / header 21 @ 10:50 / header 19 @ 11:20 | BATTERY_LOW / - / -
      10 | the range flutters             | header 80 @ 09:50, electric 200 @ 09:50 / electric 193 @ 10:20 / electric 204 @ 10:50 | - / -
      10 | a drive is one message         | header 80 @ 09:50, electric 200 @ 09:50, odo 100 @ 09:50, lock SECURED @ 09:50 / header 71 @ 10:20, electric 180 @ 10:20, odo 130 @ 10:20, lock SECURED @ 10:20 | PARKED
      11 | the battery's size drifts      | header 80 @ 09:50, size 76 @ 09:50 / size 77 @ 10:20 | -
      12 | power never becomes zero       | header 80 @ 09:50, power 11260 @ 09:50, charging NOCHARGING @ 09:55 / power 11260 @ 10:20 | -
      13 | a value is only stamped anew   | lock SECURED @ 09:50, header 50 @ 09:50, port CONNECTED @ 09:50 / lock SECURED @ 10:20, port CONNECTED @ 10:20 | -
      14 | an older value comes back      | header 50 @ 09:50, lock UNLOCKED @ 09:50 / header 15 @ 09:00, lock SECURED @ 09:00 | LEFT_UNLOCKED
      14 | another value of the same time | trunk CLOSED @ 09:50 / trunk OPEN @ 09:50 | LEFT_OPEN+OPENED
      14 | a value from the future        | door CLOSED @ 2031-01-01T00:00:00Z / door OPEN @ 10:25 | OPENED
      15 | keys lag behind each other     | lock SECURED @ 09:50, header 60 @ 03:00 / lock SECURED @ 10:20, header 60 @ 03:00 / lock SECURED @ 10:20, header 52 @ 04:00 | - / -
      16 | the last trip is repeated      | odo 100 @ 09:50, tripOdo 100.2 @ 09:50 / odo 100 @ 10:20, tripOdo 100.2 @ 10:20, tripTime 01.03.2026 10:20:00 UTC @ 10:20 | -
      16 | a trip ended                   | odo 100 @ 09:50, tripOdo 100.2 @ 09:50 / odo 112 @ 10:20, tripOdo 112.4 @ 10:20 | PARKED
      16 | the trip knows of it first     | odo 100 @ 09:50, tripOdo 100.2 @ 09:50 / odo 100 @ 09:50, tripOdo 112.4 @ 10:20 / odo 112 @ 10:40, tripOdo 112.4 @ 10:20 | PARKED / -
      17 | half a position                | lat 48.1 @ 09:50, lon 11.5 @ 09:50 / lat 49.9 @ 10:20, lon 11.5 @ 09:50 | -
      18 | times in the car's own format  | odo 100 @ 09:50, tripTime 03/02/2026 09:50:00 @ 09:50 / tripTime 02.03.2026 10:20:00 UTC @ 10:20 | -
      20 | trunk and its door are one     | trunk CLOSED @ 09:50, trunk2 false @ 09:50 / trunk OPEN @ 10:28, trunk2 true @ 10:28 | OPENED
      20 | a door opened this moment      | door CLOSED @ 09:50, lock SECURED @ 09:50 / door OPEN @ 10:29:30, lock SECURED @ 09:50 / door OPEN @ 10:29:30, lock UNLOCKED @ 10:29:20 | - / LEFT_OPEN+LEFT_UNLOCKED+UNLOCKED+OPENED
      21 | preparing is no start          | header 40 @ 09:50, charging NOCHARGING @ 09:50 / charging INITIALIZATION @ 10:20 / charging CHARGINGACTIVE @ 10:50 | - / CHARGING_STARTED
      21 | a pause is no end              | header 40 @ 09:50, charging NOCHARGING @ 09:50 / charging CHARGINGACTIVE @ 10:20 / charging CHARGINGPAUSED @ 10:50 / charging CHARGINGACTIVE @ 11:20 | CHARGING_STARTED / - / -
      21 | a short stop is no end         | header 40 @ 09:50, charging NOCHARGING @ 09:50 / charging CHARGINGACTIVE @ 10:20 / charging NOCHARGING @ 10:58 / charging CHARGINGACTIVE @ 11:01 | CHARGING_STARTED / - / -
      22 | the end never comes: level     | header 40 @ 09:50, target 80 @ 09:50, charging NOCHARGING @ 09:50 / charging CHARGINGACTIVE @ 10:20 / header 80 @ 10:50 / header 80 @ 11:20 | CHARGING_STARTED / CHARGING_FINISHED / -
      22 | the end never comes: time      | header 40 @ 09:50, charging NOCHARGING @ 09:50 / charging CHARGINGACTIVE @ 10:20, left 20 @ 10:21 / header 40 @ 10:50 / header 40 @ 11:20 | CHARGING_STARTED / CHARGING_FINISHED / -
      22 | the end never comes: cable     | header 40 @ 09:50, charging NOCHARGING @ 09:50, port DISCONNECTED @ 09:50 / charging CHARGINGACTIVE @ 10:20, port CONNECTED @ 10:20 / port DISCONNECTED @ 10:50 / port DISCONNECTED @ 11:20 | CHARGING_STARTED+PLUGGED_IN / CHARGING_FINISHED+UNPLUGGED / -
      22 | the level stands still         | header 40 @ 09:50, charging NOCHARGING @ 09:50 / charging CHARGINGACTIVE @ 10:20 / charging CHARGINGACTIVE @ 10:50, header 40 @ 09:50 / charging CHARGINGACTIVE @ 11:20 | CHARGING_STARTED / - / -
      23 | the same answer again          | lock SECURED @ 09:50, door CLOSED @ 09:50, header 50 @ 09:50, odo 100 @ 09:50 / lock SECURED @ 09:50, door CLOSED @ 09:50, header 50 @ 09:50, odo 100 @ 09:50 | -
      24 | it locks itself while driving  | lock UNLOCKED @ 09:59, odo 100 @ 09:50 / lock LOCKED @ 10:20, odo 104 @ 10:28 | DRIVING
      24 | locked from outside            | lock UNLOCKED @ 09:59, odo 100 @ 09:50 / lock SECURED @ 10:20, odo 100 @ 09:50 | LOCKED
      25 | secured and locked are one     | lock SECURED @ 09:50 / lock LOCKED @ 10:20 / lock SECURED @ 10:50 | - / -
      26 | everything vanishes            | lock SECURED @ 09:50, header 50 @ 09:50, port CONNECTED @ 09:50, door CLOSED @ 09:50 / lock null, header null, port null, door null / lock SECURED @ 09:50, header 50 @ 09:50 | - / -
      27 | a new key is no change         | lock SECURED @ 09:50 / lock SECURED @ 09:50, door OPEN @ 03:00, header 10 @ 03:00, service12v 1 @ 10:30 | LEFT_OPEN
      """)
  void a_quirk_of_the_api_is_no_false_message(
      int point, String quirk, String polls, String expected) {
    Known known = Known.NOTHING;
    Notes notes = Notes.NONE;
    Instant now = Telemetry.at("10:00");
    List<String> told = new ArrayList<>();
    for (String poll : polls.split("/(?= |$)")) {
      Known heard = Telemetry.heard(Telemetry.data(entries(poll)), now).addTo(known);
      Outcome outcome =
          Rules.between(known.status(), heard.status(), notes, Thresholds.DEFAULT, now);
      told.add(names(outcome.events()));
      known = new Known(outcome.status(), heard.samples());
      notes = outcome.notes();
      now = now.plus(CRON);
    }
    assertEquals("WATCHING", told.remove(0));
    assertEquals(expected, String.join(" / ", told));
  }

  private static String[] entries(String poll) {
    return Stream.of(poll.split(","))
        .map(entry -> entry.trim().split(" ", 2))
        .map(words -> SHORT.get(words[0]) + " = " + words[1])
        .toArray(String[]::new);
  }

  private static String names(List<Event> events) {
    List<String> names = events.stream().map(event -> event.name().name()).toList();
    return names.isEmpty() ? "-" : String.join("+", names);
  }
}
