package io.github.iremote.cli.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stream lacks, and a stream that is not there: cars are asked, and the owner told. */
class LackingStreamTest {
  private static final String DOOR = "cabin.door.row1.driver.isOpen";

  @TempDir Path configs;

  private static long polls(WatchedCar car) {
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
  void check_says_what_a_car_streams_and_which_boxes_to_tick() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.says(DOOR + " = false @ 10:00");
      car.passes(Duration.ofMinutes(6));
      assertEquals(
          List.of(
              "ok  stream      My i4 (…000123) has streamed 1 keys in a week",
              "!   stream      My i4 (…000123) knows and has not streamed in a week:"
                  + " vehicle.drivetrain.batteryManagement.header,"
                  + " vehicle.drivetrain.electricEngine.kombiRemainingElectricRange; tick them in the"
                  + " My BMW portal, under BMW CarData, Configure data stream"),
          car.machine.run("check").about("stream"));
    }
  }

  /** Where no box is ticked, nothing is streamed: then it matters most. */
  @Test
  void check_names_all_the_boxes_where_a_watched_car_has_streamed_nothing() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      String out = car.machine.run("check").out();
      assertEquals(
          List.of(
              "!   stream      My i4 (…000123) knows and has not streamed in a week:"
                  + " vehicle.drivetrain.batteryManagement.header,"
                  + " vehicle.drivetrain.electricEngine.kombiRemainingElectricRange; tick them in the"
                  + " My BMW portal, under BMW CarData, Configure data stream"),
          out.lines().filter(line -> line.contains("stream ")).toList(),
          out);
    }
  }
}
