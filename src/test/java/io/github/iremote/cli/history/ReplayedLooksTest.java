package io.github.iremote.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.CarDataAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code replay} of what was told by looks that were few, late, or at hours of the owner's own. */
class ReplayedLooksTest {
  @RegisterExtension final CarDataAccount account = new CarDataAccount();

  @BeforeEach
  void log_in() {
    account.loggedIn();
  }

  private void configured(String more) throws IOException {
    Path config = account.machine.configs.resolve("config.json");
    account.machine.config(
        Files.readString(config).replace("\"timezone\"", more + ", \"timezone\""));
  }

  /** Cron runs as often as it does, before that time of the day. */
  private void until(String time) {
    for (Instant end = Instant.parse("2026-03-02T" + time + ":00Z");
        account.machine.now.isBefore(end);
        account.later(Duration.ofMinutes(5))) {
      assertEquals(0, account.machine.status("--quiet").code());
    }
  }

  /** The machine is switched off until that time of the day. */
  private void off(String time) {
    account.machine.now = Instant.parse("2026-03-02T" + time + ":00Z");
  }

  private void parks() {
    account.says("isMoving = true @ 09:50", "cabin.door.lock.status = LOCKED @ 09:50");
    until("10:10");
    account.says("isMoving = false @ 10:09", "cabin.door.lock.status = UNLOCKED @ 10:09");
    until("10:20");
  }

  private String replayed() {
    return account.machine.run("replay").out().replaceAll("(?s)\n\n.*", "");
  }

  @Test
  void what_nobody_looked_at_while_it_lasted_is_not_told() {
    parks();
    off("12:00");
    account.says("isMoving = false @ 10:09", "cabin.door.lock.status = SECURED @ 10:40");
    until("12:30");

    assertEquals(
        """
        My i4
        = 2 Mar 2026 11:00  slack  WATCHING
        = 2 Mar 2026 11:15  slack  PARKED UNLOCKED
        = 2 Mar 2026 13:00  slack  LOCKED""",
        replayed());
  }

  @Test
  void what_lasted_is_told_when_somebody_looked_again() {
    parks();
    off("12:00");
    until("12:30");

    assertEquals(
        """
        My i4
        = 2 Mar 2026 11:00  slack  WATCHING
        = 2 Mar 2026 11:15  slack  PARKED UNLOCKED
        = 2 Mar 2026 13:00  slack  LEFT_UNLOCKED
        = 2 Mar 2026 13:10  slack  LEFT_UNLOCKED""",
        replayed());
  }

  @Test
  void a_lock_that_was_used_and_is_open_as_before_is_heard_again() {
    parks();
    account.says("isMoving = false @ 10:09", "cabin.door.lock.status = UNLOCKED @ 10:40");
    until("12:00");

    assertEquals(
        """
        My i4
        = 2 Mar 2026 11:00  slack  WATCHING
        = 2 Mar 2026 11:15  slack  PARKED UNLOCKED
        = 2 Mar 2026 11:25  slack  LEFT_UNLOCKED""",
        replayed());
    until("12:50");
    assertEquals("= 2 Mar 2026 13:40  slack  LEFT_UNLOCKED", replayed().lines().toList().get(4));
  }

  @Test
  void an_hour_of_the_owners_own_comes_again() throws IOException {
    configured(
        """
        "reminders": [ { "at": "11:40", "batteryBelow": 70 } ], "report": "weekly"\
        """);
    account.says(
        "body.chargingPort.status = DISCONNECTED @ 09:40",
        "drivetrain.batteryManagement.header = 60 @ 09:40");
    until("11:00");

    assertEquals(
        """
        My i4
        = 2 Mar 2026 11:00  slack  WATCHING
        = 2 Mar 2026 11:40  slack  PLUG_IN_REMINDER""",
        replayed());
  }

  @Test
  void a_place_with_a_name_is_arrived_at_again_and_muted_with_parking() throws IOException {
    configured(
        """
        "location": true,
        "places": [ { "name": "Home", "latitude": 48.1, "longitude": 11.5, "radiusMetres": 150 } ]\
        """);
    String latitude = "cabin.infotainment.navigation.currentLocation.latitude = 48.1 @ ";
    String longitude = "cabin.infotainment.navigation.currentLocation.longitude = 11.5 @ ";
    account.says("isMoving = true @ 09:50", latitude + "09:00", longitude + "09:00");
    until("10:10");
    account.says("isMoving = false @ 10:09", latitude + "10:09", longitude + "10:09");
    until("10:20");

    assertEquals(
        """
        My i4
        = 2 Mar 2026 11:00  slack  WATCHING
        = 2 Mar 2026 11:15  slack  ARRIVED""",
        replayed());
    assertEquals(
        """
        My i4
        = 2 Mar 2026 11:00  slack  WATCHING
        - 2 Mar 2026 11:10  slack  ARRIVED""",
        account
            .machine
            .run("replay", "--set", "mute=[\"PARKED\"]")
            .out()
            .replaceAll("(?s)\n\n.*", ""));
  }
}
