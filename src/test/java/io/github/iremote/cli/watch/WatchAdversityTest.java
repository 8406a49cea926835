package io.github.iremote.cli.watch;

import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that does its worst to a {@code watch} that stays. */
class WatchAdversityTest {
  private static final String DOOR = "cabin.door.row1.driver.isOpen";

  @TempDir Path configs;

  /** Something in the way of the files, or nothing any more. */
  private void disk(boolean full) {
    for (String file : List.of("event-" + VIN + ".json", "token.json", "run.json")) {
      Path inTheWay = configs.resolve("." + file + ".tmp");
      try {
        Files.deleteIfExists(inTheWay.resolve("full"));
        Files.deleteIfExists(inTheWay);
        if (full) {
          Files.createDirectories(inTheWay.resolve("full"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String time(WatchedCar car) {
    return car.now().toString().substring(11, 19);
  }

  @Test
  void while_the_disk_is_full_it_stays_says_so_once_and_tells_all_of_it_afterwards() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.says(DOOR + " = false @ " + time(car));
      car.passes(Duration.ofMinutes(1));
      disk(true);
      car.says(DOOR + " = true @ " + time(car));
      for (int i = 0; i < 4; i++) {
        car.passes(Duration.ofMinutes(5));
      }
      car.broker.drop();
      car.until(() -> !car.watch.hears());
      car.passes(Duration.ofMinutes(30));
      assertEquals(List.of(), car.machine.headlines(), "what cannot be saved is not told");
      assertTrue(car.said().split("cannot be written", -1).length - 1 <= 6, car.said());
      disk(false);
      car.passes(Duration.ofMinutes(11));
      car.until(() -> car.watch.hears());
      List<String> told = car.machine.headlines();
      assertEquals(List.of("*My i4*: Car Left Open: driver door · 60 % · 240 km"), told);
    }
  }

  @Test
  void a_machine_that_was_suspended_connects_anew_asks_once_and_tells_nothing_twice() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.says(DOOR + " = false @ " + time(car));
      car.passes(Duration.ofMinutes(1));
      int logins = car.broker.logins();
      car.passes(Duration.ofSeconds(239));
      car.sleeps(Duration.ofHours(8));
      car.passes(Duration.ofSeconds(1)); // with its first step, a round is due
      car.until(() -> car.broker.logins() == logins + 1);
      car.until(() -> car.broker.subscribers() == 1);
      car.passes(Duration.ofMinutes(6));
      long polls =
          car.machine.bmw.asked().stream().filter(a -> a.contains("telematicData")).count();
      assertEquals(1, polls);
      assertEquals(List.of(), car.machine.headlines());
    }
  }

  @Test
  void a_clock_that_is_set_back_and_forth_stops_nothing() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.says(DOOR + " = false @ " + time(car));
      car.passes(Duration.ofMinutes(1));
      car.sleeps(Duration.ofDays(-3));
      car.passes(Duration.ofMinutes(6));
      car.says(DOOR + " = true @ 2026-03-02T10:05:00Z");
      car.passes(Duration.ofSeconds(6));
      assertEquals(1, car.machine.headlines().size(), car::said);
      car.says(DOOR + " = false @ 2026-03-02T10:06:00Z");
      car.passes(Duration.ofSeconds(6));
      assertEquals(1, car.machine.headlines().size(), car::said);
      car.sleeps(Duration.ofDays(3));
      car.passes(Duration.ofMinutes(6));
      car.until(() -> car.broker.subscribers() == 1);
      car.says(DOOR + " = true @ " + time(car));
      car.passes(Duration.ofSeconds(6));
      assertEquals(1, car.machine.headlines().size(), car::said);
    }
  }
}
