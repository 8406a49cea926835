package io.github.iremote.cli.watch;

import static io.github.iremote.OwnersMachine.HOOK;
import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.run.RunLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is heard is told, once and soon. */
class WatchTest {
  private static final String DOOR = "cabin.door.row1.driver.isOpen";

  @TempDir Path configs;

  @Test
  void a_start_is_followed_by_one_poll_and_the_car_is_told_of() {
    try (WatchedCar car = new WatchedCar(configs)) {
      car.account.loggedIn();
      car.starts();
      car.until(() -> car.broker.subscribers() == 1);
      assertEquals(List.of("*My i4*: Watching: locked · 60 % · 240 km"), car.machine.headlines());
      car.passes(Duration.ofMinutes(30));
      long polls =
          car.machine.bmw.asked().stream().filter(a -> a.contains("telematicData")).count();
      assertEquals(1, polls);
    }
  }

  @Test
  void what_belongs_together_is_one_message_seconds_later() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.says(DOOR + " = false @ 10:00");
      car.passes(Duration.ofMinutes(1));
      car.says(DOOR + " = true @ 10:01");
      car.passes(Duration.ofSeconds(3));
      car.says("body.trunk.isOpen = false @ 10:01", "cabin.door.lock.status = UNLOCKED @ 10:01");
      car.passes(Duration.ofSeconds(4));
      assertEquals(List.of(), car.machine.headlines());
      car.passes(Duration.ofSeconds(1));
      assertEquals(List.of("*My i4*: Car Unlocked · 60 % · 240 km"), car.machine.headlines());
      assertEquals(
          """
          My i4: Watching: locked
            car         i4 eDrive40 …000123
            lock        locked
            battery     60 % · 240 km
            as of       10:40, 20 minutes ago
            next look   TIME
          the stream is heard
          My i4: Car Unlocked · Car Opened: driver door
          """,
          car.said().replaceFirst("(next look {3}).*", "$1TIME"));
    }
  }

  @Test
  void an_alarm_is_told_at_once() {
    String alarm = "vehicle.antiTheftAlarmSystem.alarm.isOn";
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.says(alarm + " = false @ 10:00");
      car.passes(Duration.ofMinutes(1));
      car.says(alarm + " = true @ 10:01");
      car.until(() -> !car.machine.slack.asked().isEmpty());
    }
  }

  @Test
  void duplicates_older_stamps_and_rubbish_are_no_event() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.says(DOOR + " = false @ 10:00:30", DOOR + " = false @ 10:00:30");
      car.says(DOOR + " = true @ 10:00:10");
      car.broker.publish("account/" + VIN, "{ broken");
      car.broker.publish("account/x", "x".repeat(1_000_000));
      car.says(DOOR + " = false @ 10:00:40");
      car.passes(Duration.ofMinutes(10));
      assertEquals(List.of(), car.machine.headlines());
    }
  }

  /** The lock, which is not streamed, is what it was before the drive. */
  @Test
  void a_long_drive_that_was_said_once_is_not_over_while_the_odometer_goes_on() {
    try (WatchedCar car = new WatchedCar(configs)) {
      car.account.says(
          "cabin.door.lock.status = SECURED @ 09:40",
          "isMoving = false @ 09:40",
          "vehicle.travelledDistance = 20000 @ 09:40");
      car.listens();
      car.says("isMoving = true @ 10:05");
      for (int i = 1; i <= 25; i++) {
        car.passes(Duration.ofMinutes(2));
        car.says("vehicle.travelledDistance = " + (20_000 + i) + " @ " + car.now());
      }
      car.passes(Duration.ofSeconds(10));
      List<String> told = car.machine.headlines();
      assertEquals(1, told.size(), told::toString);
      assertTrue(told.get(0).startsWith("*My i4*: Car Moving"), told.get(0));
    }
  }

  /** It had been heard and not been saved, or saved and not been told, or told. */
  @Test
  void a_process_that_is_killed_loses_no_event_that_it_has_taken_and_tells_none_twice() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.says(DOOR + " = false @ 10:00");
      car.passes(Duration.ofMinutes(1));
      car.machine.slack.answer(HOOK, 500, "no");
      car.says(DOOR + " = true @ 10:01");
      car.passes(Duration.ofSeconds(6));
      car.machine.slack.answer(HOOK, 200, "ok");
      car.machine.posted();
      car.starts();
      car.passes(Duration.ofMinutes(6));
      assertEquals(1, car.machine.headlines().size(), car::said);
      car.starts();
      car.passes(Duration.ofMinutes(2));
      assertEquals(List.of(), car.machine.headlines());
    }
  }

  /** Its memory is gone; BMW is asked for what it had heard. */
  @Test
  void a_process_that_is_killed_within_a_burst_tells_what_it_had_heard_after_its_next_start() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.passes(Duration.ofMinutes(1));
      car.account.says("cabin.door.lock.status = UNLOCKED @ 10:01");
      car.says("cabin.door.lock.status = UNLOCKED @ 10:01");
      car.starts();
      car.until(() -> car.watch.hears());
      car.passes(Duration.ofMinutes(1));
      assertEquals(List.of("*My i4*: Car Unlocked · 60 % · 240 km"), car.machine.headlines());
    }
  }

  @Test
  void figures_alone_are_not_written_with_every_message() {
    String range = "drivetrain.electricEngine.kombiRemainingElectricRange";
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      String before = car.machine.files().get("event-" + VIN + ".json");
      for (int i = 0; i < 10; i++) {
        car.says(range + " = " + (239 - i) + " @ 10:00:" + (10 + i));
        car.passes(Duration.ofSeconds(11));
      }
      assertEquals(before, car.machine.files().get("event-" + VIN + ".json"));
      assertTrue(car.watch.finish());
      assertEquals(
          230, car.machine.savedCar().path("status").path("electricRange").path("value").asInt());
    }
  }

  @Test
  void while_another_run_holds_the_lock_what_was_heard_waits() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.says(DOOR + " = false @ 10:00");
      car.passes(Duration.ofMinutes(1));
      RunLock lock = RunLock.tryAcquire(configs).orElseThrow();
      car.says(DOOR + " = true @ 10:01");
      car.passes(Duration.ofSeconds(20));
      assertEquals(List.of(), car.machine.headlines());
      lock.close();
      car.passes(Duration.ofSeconds(1));
      assertEquals(1, car.machine.headlines().size());
    }
  }
}
