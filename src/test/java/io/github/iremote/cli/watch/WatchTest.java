package io.github.iremote.cli.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
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
      List<String> headlines = car.machine.headlines();
      assertEquals(1, headlines.size(), headlines::toString);
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
      assertEquals(1, car.machine.headlines().size());
      assertTrue(car.said().contains("My i4: "), car.said());
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
      car.broker.publish("account/" + io.github.iremote.OwnersMachine.VIN, "{ broken");
      car.broker.publish("account/x", "x".repeat(1_000_000));
      car.says(DOOR + " = false @ 10:00:40");
      car.passes(Duration.ofMinutes(10));
      assertEquals(List.of(), car.machine.headlines());
    }
  }

  /** It had been heard and not been saved, or saved and not been told, or told. */
  @Test
  void a_process_that_is_killed_loses_no_event_that_it_has_taken_and_tells_none_twice() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.says(DOOR + " = false @ 10:00");
      car.passes(Duration.ofMinutes(1));
      car.machine.slack.answer(io.github.iremote.OwnersMachine.HOOK, 500, "no");
      car.says(DOOR + " = true @ 10:01");
      car.passes(Duration.ofSeconds(6));
      car.machine.slack.answer(io.github.iremote.OwnersMachine.HOOK, 200, "ok");
      car.machine.posted();
      car.starts();
      car.passes(Duration.ofMinutes(6));
      assertEquals(1, car.machine.headlines().size(), car::said);
      car.starts();
      car.passes(Duration.ofMinutes(2));
      assertEquals(List.of(), car.machine.headlines());
    }
  }

  @Test
  void figures_alone_are_not_written_with_every_message() {
    String range = "drivetrain.electricEngine.kombiRemainingElectricRange";
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      String before =
          car.machine.files().get("event-" + io.github.iremote.OwnersMachine.VIN + ".json");
      for (int i = 0; i < 10; i++) {
        car.says(range + " = " + (239 - i) + " @ 10:00:" + (10 + i));
        car.passes(Duration.ofSeconds(11));
      }
      assertEquals(
          before,
          car.machine.files().get("event-" + io.github.iremote.OwnersMachine.VIN + ".json"));
      assertTrue(car.watch.finish());
      assertTrue(car.machine.savedCar().toString().contains("230"));
    }
  }

  @Test
  void the_token_is_renewed_before_its_hour_ends_and_nobody_is_told() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.machine.bmw.answer(
          CarDataAccount.TOKEN, 200, CarDataAccount.token(2).replace("id-secret", "id-secret-2"));
      car.takesOnly("id-secret-2");
      int logins = car.broker.logins();
      car.passes(Duration.ofMinutes(50));
      car.until(() -> car.broker.logins() == logins + 1);
      car.until(() -> car.broker.subscribers() == 1);
      car.says(DOOR + " = false @ 10:50");
      assertEquals(List.of(), car.machine.headlines());
      assertEquals(1, car.said().split("the stream is heard", -1).length - 1, car.said());
    }
  }

  @Test
  void an_old_token_file_gets_an_id_token_by_a_renewal() throws Exception {
    try (WatchedCar car = new WatchedCar(configs)) {
      car.account.loggedIn();
      var token = (com.fasterxml.jackson.databind.node.ObjectNode) car.machine.read("token.json");
      token.remove("idToken");
      car.machine.write("token.json", token.toString());
      car.starts();
      car.until(() -> car.broker.subscribers() == 1);
      assertEquals("id-secret", car.machine.read("token.json").path("idToken").asText());
    }
  }
}
