package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules that depend on time, over restarts: every poll is a run of the whole program. */
class TimeRulesTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine();

  private void watched(String... config) {
    machine.configured(config);
    machine.carSays(car("i3-rex"));
    assertEquals(0, machine.status().code());
    machine.posted();
  }

  /** The car says this now; the next polls find it unchanged. */
  private void says(String... fields) {
    Instant local = machine.now.plus(Duration.ofHours(1));
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("updateTime", '"' + local.toString().replace("Z", "+0100\"")));
    machine.carSays(car("i3-rex", all.toArray(new String[0])));
  }

  /** Polls every five minutes; the messages of that time, each with its time of day in Berlin. */
  private List<String> pollUntil(String time) {
    Instant end = Instant.parse(time + ":00+01:00");
    List<String> messages = new ArrayList<>();
    while (machine.now.isBefore(end)) {
      machine.now = machine.now.plus(Duration.ofMinutes(5));
      assertEquals(0, machine.status().code());
      String at = machine.now.plus(Duration.ofHours(1)).toString().substring(11, 16);
      machine.headlines().forEach(line -> messages.add(at + " " + line.replaceAll(" · .*", "")));
    }
    return messages;
  }

  @Test
  void a_car_left_unlocked_is_told_once_and_reminded_of_once() {
    watched();
    says("doorLockState", "\"UNLOCKED\"", "updateReason", "\"VEHICLE_UNSECURED\"");

    assertEquals(
        List.of(
            "08:45 *My i3*: Car Unlocked",
            "08:55 *My i3*: Car Left Unlocked",
            "10:40 *My i3*: Car Left Unlocked"),
        pollUntil("2018-03-12T11:00"));

    says("updateReason", "\"VEHICLE_SECURED\"");
    pollUntil("2018-03-12T11:10");
    says("doorLockState", "\"UNLOCKED\"", "updateReason", "\"VEHICLE_UNSECURED\"");
    assertEquals(
        List.of("11:15 *My i3*: Car Unlocked", "11:25 *My i3*: Car Left Unlocked"),
        pollUntil("2018-03-12T11:40"));
  }

  @Test
  void a_trunk_left_open_is_told_once_and_reminded_of_once() {
    watched("\"thresholds\": { \"leftOpenMinutes\": 30 }");
    says("trunk", "\"OPEN\"", "updateReason", "\"UNKNOWN\"");

    assertEquals(
        List.of(
            "08:45 *My i3*: Car Opened: trunk",
            "09:10 *My i3*: Car Left Open: trunk",
            "10:40 *My i3*: Car Left Open: trunk"),
        pollUntil("2018-03-12T11:00"));
  }

  @Test
  void a_low_battery_is_told_again_only_after_it_has_recovered() {
    watched();
    List<String> told = new ArrayList<>();
    for (int percent : List.of(21, 19, 20, 21, 24, 19, 25, 24, 19)) {
      says("chargingLevelHv", Integer.toString(percent), "updateReason", "\"UNKNOWN\"");
      String end = machine.now.plus(Duration.ofMinutes(65)).toString();
      pollUntil(end.substring(0, 16)).forEach(line -> told.add(percent + " " + line.substring(6)));
    }
    assertEquals(List.of("19 *My i3*: Battery Low", "19 *My i3*: Battery Low"), told);
  }

  @Test
  void in_quiet_hours_only_urgent_messages_come_and_the_rest_afterwards_as_one() {
    watched("\"quietHours\": { \"from\": \"22:00\", \"to\": \"07:00\" }");
    machine.now = Instant.parse("2018-03-12T22:30:00+01:00");
    says("doorLockState", "\"UNLOCKED\"", "updateReason", "\"VEHICLE_UNSECURED\"");
    List<String> night = pollUntil("2018-03-12T23:30");
    says("updateReason", "\"VEHICLE_SECURED\"");
    night.addAll(pollUntil("2018-03-12T23:45"));
    machine.now = Instant.parse("2018-03-13T06:40:00+01:00");
    night.addAll(pollUntil("2018-03-13T06:55"));
    assertEquals(List.of("22:45 *My i3*: Car Left Unlocked"), night);

    machine.now = machine.now.plus(Duration.ofMinutes(5));
    assertEquals(0, machine.status().code());

    List<String> morning = machine.headlines();
    assertEquals(1, morning.size(), morning.toString());
    List<String> lines = morning.get(0).lines().toList();
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(lines.get(0).matches(".*Car Unlocked.* as of 22:35, 12 Mar 2018"), lines.get(0));
    assertTrue(lines.get(1).matches(".*Car Locked.* as of 23:35, 12 Mar 2018"), lines.get(1));
    assertEquals(List.of(), pollUntil("2018-03-13T07:30"));
  }

  @Test
  void a_muted_event_is_never_posted_and_never_caught_up_on() {
    watched("\"mute\": [\"UNLOCKED\", \"LEFT_UNLOCKED\"]");
    says("doorLockState", "\"UNLOCKED\"", "updateReason", "\"VEHICLE_UNSECURED\"");
    assertEquals(List.of(), pollUntil("2018-03-12T10:50"));

    machine.configured();

    assertEquals(List.of(), pollUntil("2018-03-12T11:30"));
  }

  @Test
  void a_clock_that_jumps_ahead_and_back_repeats_nothing() {
    watched();
    says("doorLockState", "\"UNLOCKED\"", "updateReason", "\"VEHICLE_UNSECURED\"");
    Instant real = machine.now;
    machine.status();
    machine.posted();
    for (int days : List.of(-400, 400, -17600, 0, 7000, 0)) {
      machine.now = real.plus(Duration.ofDays(days));
      assertEquals(0, machine.status().code());
      machine.now = real.plus(Duration.ofMinutes(5));
      assertEquals(0, machine.status().code());
    }
    List<String> said = machine.headlines();
    assertEquals(
        List.of("*My i3*: Car Left Unlocked · 79 % · 88 km · as of 08:40, 12 Mar 2018"), said);
  }
}
