package io.github.iremote.cli.watch;

import static io.github.iremote.OwnersMachine.HOOK;
import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.CarDataAccount;
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
      assertEquals(List.of("*My i4*: Car Moving"), told);
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
          ""
              + "{\"value\":230.0,\"unit\":\"km\",\"since\":\"2026-03-02T10:00:19Z\",\"at\":\"2026-03-02T10:00:19Z\"}",
          car.machine.savedCar().path("status").path("electricRange").toString());
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
      var token = (ObjectNode) car.machine.read("token.json");
      token.remove("idToken");
      car.machine.write("token.json", token.toString());
      car.starts();
      car.until(() -> car.broker.subscribers() == 1);
      assertEquals("id-secret", car.machine.read("token.json").path("idToken").asText());
    }
  }

  private long polls(WatchedCar car) {
    return car.machine.bmw.asked().stream().filter(a -> a.contains("telematicData")).count();
  }

  @Test
  void what_the_stream_lacks_is_asked_for_soon_after_doors_are_closed() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.passes(Duration.ofMinutes(30));
      car.says(DOOR + " = false @ 10:30");
      car.says(DOOR + " = true @ 10:30:10");
      car.passes(Duration.ofMinutes(1));
      assertEquals(0, polls(car));
      car.says(DOOR + " = false @ 10:31:10");
      car.passes(Duration.ofMinutes(1));
      assertEquals(0, polls(car));
      car.passes(Duration.ofMinutes(2));
      assertEquals(1, polls(car));
    }
  }

  @Test
  void a_parked_car_is_asked_a_few_times_a_day() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      int polls = 0;
      for (int hour = 0; hour < 24; hour++) {
        car.passes(Duration.ofMinutes(40));
        car.passes(Duration.ofMinutes(20));
        polls += (int) polls(car);
      }
      assertTrue(polls >= 2 && polls <= 4, polls + " polls");
    }
  }

  @Test
  void while_the_stream_is_down_cars_are_asked_as_by_status() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.broker.refuseLogins(true);
      car.broker.drop();
      car.until(() -> car.said().contains("the stream is not heard"));
      int polls = 0;
      for (int i = 0; i < 18; i++) {
        car.passes(Duration.ofMinutes(10));
        polls += (int) polls(car);
      }
      assertTrue(polls >= 4, polls + " polls");
      assertEquals(1, car.machine.headlines().size(), "told after an hour, once");
      car.broker.refuseLogins(false);
      car.passes(Duration.ofMinutes(10));
      car.until(() -> car.broker.subscribers() == 1 && !car.machine.slack.requests().isEmpty());
    }
  }

  @Test
  void who_is_evicted_again_and_again_says_so_once_and_polls() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      for (int i = 0; i < 3; i++) {
        car.until(() -> car.broker.subscribers() == 1);
        car.passes(Duration.ofSeconds(5));
        car.broker.evict();
        car.until(() -> !car.watch.hears());
        car.passes(Duration.ofSeconds(20));
      }
      car.until(() -> car.said().contains("another program takes BMW's stream away"));
      car.passes(Duration.ofMinutes(6));
      assertEquals(
          List.of(
              """
          *iRemote*: Trouble · another program takes BMW's stream away again and again, and BMW \
          allows one connection: Home Assistant, evcc or another iRemote on the same account, \
          most likely. Let a broker of your own relay the stream to all of them (cardata.stream \
          in config.json), or run iremote status by cron in place of watch. Until then the cars \
          are asked as often as the quota allows, and the stream is tried every few hours"""),
          car.machine.headlines());
      int logins = car.broker.logins();
      car.passes(Duration.ofHours(2));
      assertEquals(logins, car.broker.logins());
      assertTrue(polls(car) > 0);
      assertEquals(List.of(), car.machine.headlines());
    }
  }

  @Test
  void a_lost_login_is_told_once_and_a_new_one_is_noticed() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.machine.bmw.answer(CarDataAccount.TOKEN, 400, "{\"error\":\"invalid_grant\"}");
      car.takesOnly("another");
      car.broker.drop();
      car.until(() -> car.said().contains("the stream is not heard"));
      car.passes(Duration.ofHours(2));
      car.passes(Duration.ofHours(2));
      List<String> told = car.machine.headlines();
      assertEquals(1, told.size(), told::toString);
      car.machine.bmw.asked();
      car.passes(Duration.ofHours(2));
      assertEquals(List.of(), car.machine.bmw.asked(), "nothing is asked without a login");
      car.machine.bmw.answer(CarDataAccount.TOKEN, 200, CarDataAccount.token(2));
      assertEquals(0, car.machine.run("login").code());
      car.takesOnly("id-secret");
      car.passes(Duration.ofMinutes(6));
      car.until(() -> car.broker.subscribers() == 1);
    }
  }

  @Test
  void a_refused_token_is_renewed_once() {
    try (WatchedCar car = new WatchedCar(configs)) {
      car.account.loggedIn();
      car.takesOnly("id-secret-2");
      car.machine.bmw.answer(
          CarDataAccount.TOKEN, 200, CarDataAccount.token(2).replace("id-secret", "id-secret-2"));
      car.starts();
      car.until(() -> car.said().contains("refused the connection"));
      car.passes(Duration.ofSeconds(15));
      car.until(() -> car.broker.subscribers() == 1);
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

  @Test
  void status_beside_a_watch_shows_what_is_saved_or_does_nothing() {
    try (WatchedCar car = new WatchedCar(configs).listens();
        WatchSign sign = WatchSign.take(configs, pause -> {}).orElseThrow()) {
      sign.give(car.now());
      var quiet = car.machine.status("--quiet");
      assertEquals(0, quiet.code(), quiet.err());
      assertEquals("", quiet.out());
      var byHand = car.machine.status();
      assertEquals(0, byHand.code(), byHand.err());
      assertEquals(
          """
          My i4: unchanged since 11:00
            car         i4 eDrive40 …000123
            lock        locked
            battery     60 % · 240 km
            as of       10:40, 20 minutes ago
            next look   11:23
          """,
          byHand.out());
      assertEquals(List.of(), car.machine.bmw.asked());
      car.machine.now = car.now().plus(Duration.ofHours(5));
      assertEquals(0, car.machine.status("--quiet").code());
      assertTrue(polls(car) > 0, "a watch that gives no sign is not relied on");
    }
  }

  @Test
  void check_says_what_a_car_streams_and_which_boxes_to_tick() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.says(DOOR + " = false @ 10:00");
      car.passes(Duration.ofMinutes(6));
      assertEquals(
          List.of(
              "ok  stream      My i4 (…000123) has streamed 1 keys in a week",
              "!   stream      My i4 (…000123) knows and has not streamed in a week:"
                  + " vehicle.drivetrain.batteryManagement.header,"
                  + " vehicle.drivetrain.electricEngine.kombiRemainingElectricRange; tick them in"
                  + " the My BMW portal, under BMW CarData, Configure data stream"),
          car.machine.run("check").about("stream"));
    }
  }
}
