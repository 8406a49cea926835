package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reminders to plug in, and places with names, over polls of CarData every five minutes. */
class RemindersTest {
  private static final String PLUG = "body.chargingPort.status = %s @ 09:40";
  private static final String LEVEL = "drivetrain.batteryManagement.header = %s @ 09:40";
  private static final String LATITUDE =
      "cabin.infotainment.navigation.currentLocation.latitude = ";
  private static final String LONGITUDE =
      "cabin.infotainment.navigation.currentLocation.longitude = ";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final Path configs = account.machine.configs;

  private void configure(String keys) {
    try {
      String config = Files.readString(configs.resolve("config.json"));
      account.machine.config(config.replace("\"timezone\"", keys + ", \"timezone\""));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What arrives while cron runs every five minutes for some hours. */
  private List<String> evening(String until) {
    List<String> lines = new ArrayList<>();
    Instant end = Instant.parse(until);
    while (account.machine.now.isBefore(end)) {
      account.later(Duration.ofMinutes(5));
      assertEquals(0, account.machine.status("--quiet").code());
      lines.addAll(account.machine.headlines());
    }
    return lines;
  }

  /** The reminder is at 21:30 in Berlin, which is 20:30 UTC; the second of March is a Monday. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'batteryBelow': 50                      | DISCONNECTED | 42 | 1",
        "'batteryBelow': 50                      | CONNECTED    | 42 | 0",
        "'batteryBelow': 50                      | DISCONNECTED | 50 | 0",
        "'batteryBelow': 50, 'days': 'Mon-Fri'   | DISCONNECTED | 42 | 1",
        "'batteryBelow': 50, 'days': 'Tue'       | DISCONNECTED | 42 | 0",
        "'days': 'Sat-Mon'                       | DISCONNECTED | 90 | 1"
      })
  void it_reminds_of_an_unplugged_car(String reminder, String plug, String level, int times) {
    configure("\"reminders\": [{\"at\": \"21:30\"," + reminder.replace('\'', '"') + "}]");
    account.says(PLUG.formatted(plug), LEVEL.formatted(level)).watched();
    account.machine.now = Instant.parse("2026-03-02T20:00:00Z");

    List<String> lines = evening("2026-03-02T23:00:00Z");

    assertEquals(times, lines.size(), lines.toString());
    if (times > 0) {
      assertEquals(
          "*My i4*: Please Plug In · " + level + " % · as of 10:40", lines.get(0), "the day's");
    }
  }

  /** A machine that was off at 21:30 reminds as long as that is of use, for two hours. */
  @ParameterizedTest
  @CsvSource({"21:15, 1", "22:20, 1", "22:40, 0"})
  void a_reminder_that_was_slept_through_is_late_or_is_none(String on, int times) {
    configure("\"reminders\": [{\"at\": \"21:30\"}]");
    account.says(PLUG.formatted("DISCONNECTED"), LEVEL.formatted("42")).watched();
    account.machine.now = Instant.parse("2026-03-02T" + on + ":00Z");

    assertEquals(times, evening("2026-03-02T23:30:00Z").size());
  }

  @Test
  void a_reminder_in_the_hour_that_summer_time_skips_or_repeats_comes_once() {
    configure("\"reminders\": [{\"at\": \"02:30\"}]");
    account.says(PLUG.formatted("DISCONNECTED"), LEVEL.formatted("42")).watched();
    account.machine.now = Instant.parse("2026-03-29T00:00:00Z");
    assertEquals(1, evening("2026-03-29T04:00:00Z").size(), "02:00 is 03:00");
    account.machine.now = Instant.parse("2026-10-25T00:00:00Z");
    assertEquals(1, evening("2026-10-25T04:00:00Z").size(), "03:00 is 02:00 again");
  }

  @Test
  void it_asks_the_car_first_and_breaks_quiet_hours() {
    configure(
        "\"reminders\": [{\"at\": \"21:30\"}],"
            + " \"quietHours\": {\"from\": \"21:00\", \"to\": \"07:00\"}");
    account.says(PLUG.formatted("DISCONNECTED"), LEVEL.formatted("42")).watched();
    account.machine.now = Instant.parse("2026-03-02T20:26:00Z");
    account.machine.bmw.asked();

    List<String> lines = evening("2026-03-02T20:31:00Z");

    assertEquals(1, lines.size(), lines.toString());
    assertEquals(
        List.of(
            "POST /gcdm/oauth/token",
            "GET"
                + " /customers/vehicles/WBY1Z4C50EV000123/telematicData?containerId=S00I000012345"),
        account.machine.bmw.asked());
  }

  private String query() {
    return "?containerId=" + CarDataAccount.ID;
  }

  @Test
  void data_of_yesterday_are_said_to_be() {
    configure("\"reminders\": [{\"at\": \"21:30\"}]");
    account.says(PLUG.formatted("DISCONNECTED"), LEVEL.formatted("42")).watched();
    account.machine.bmw.answer(CarDataAccount.DATA, 503, "");
    account.machine.now = Instant.parse("2026-03-03T20:29:00Z");
    account.later(Duration.ofMinutes(5));

    account.machine.status("--quiet");

    List<String> lines = account.machine.headlines();
    assertEquals(
        "*My i4*: Please Plug In · 42 % · as of 10:40, 2 Mar 2026", lines.get(0), lines.toString());
  }

  /** A degree of latitude is 111 km. */
  @ParameterizedTest
  @CsvSource({
    "48.1000, Car Arrived and Locked: Home",
    "48.1013, Car Arrived and Locked: Home",
    "48.1014, Car Parked and Locked"
  })
  void a_place_with_a_name_is_told_by_it(String latitude, String headline) {
    configure(
        "\"location\": true, \"places\": [{\"name\": \"Home\", \"latitude\": 48.1,"
            + " \"longitude\": 11.5}]");
    account.says("travelledDistance = 100 @ 09:00", "isMoving = false @ 09:00").watched();
    account.later(Duration.ofMinutes(30));
    account.says("travelledDistance = 100 @ 09:00", "isMoving = true @ 10:20");
    account.machine.status("--force");
    account.later(Duration.ofMinutes(30));
    account.says(
        "travelledDistance = 112 @ 10:50",
        "isMoving = false @ 10:50",
        "cabin.door.lock.status = SECURED @ 10:50",
        LATITUDE + latitude + " @ 10:50",
        LONGITUDE + "11.5 @ 10:50");
    account.machine.posted();
    account.machine.status("--force");

    List<String> lines = account.machine.headlines();
    assertEquals("*My i4*: " + headline, lines.get(0), lines.toString());

    account.later(Duration.ofMinutes(30));
    account.says("isMoving = true @ 11:20");
    account.machine.status("--force");
    String left = headline.contains("Home") ? "Car Departed: Home" : "Car Moving";
    assertEquals(List.of("*My i4*: " + left), account.machine.headlines());
    assertEquals(OwnersMachine.VIN, account.machine.savedCar().path("vin").asText());
  }
}
