package io.github.iremote.cli.watch;

import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.bmw.cardata.telematics.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs beside a {@code watch}, and what looks after it. */
class BesideWatchTest {
  private static final String DOOR = "cabin.door.row1.driver.isOpen";
  private static final String TRUNK = "body.trunk.isOpen";
  private static final String MOVING = "isMoving";

  @TempDir Path configs;
  private final Map<String, String> state = new LinkedHashMap<>();

  /** The stream and whoever asks are told the same. */
  private void says(WatchedCar car, String key, String value) {
    state.put(key, key + " = " + value + " @ " + car.now());
    car.account.says(state.values().toArray(String[]::new));
    car.says(state.get(key));
  }

  /**
   * @param sign whether the watch gives a sign of life; else each run asks and tells, too
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void status_every_minute_for_an_hour_tells_nothing_twice(boolean sign) {
    Map<Integer, String> hour =
        Map.of(
            3,
            DOOR + " true",
            4,
            DOOR + " false",
            6,
            MOVING + " true",
            30,
            MOVING + " false",
            32,
            DOOR + " true",
            34,
            DOOR + " false",
            40,
            TRUNK + " true",
            45,
            TRUNK + " false");
    for (String key : List.of(DOOR, TRUNK, MOVING)) {
      state.put(key, key + " = false @ 09:40");
    }
    try (WatchedCar car = new WatchedCar(configs)) {
      car.account.says(state.values().toArray(String[]::new));
      car.listens();
      List<String> told = new ArrayList<>();
      try (WatchSign held = WatchSign.take(configs, pause -> {}).orElseThrow()) {
        for (int minute = 0; minute < 60; minute++) {
          if (hour.containsKey(minute)) {
            String[] words = hour.get(minute).split(" ");
            says(car, words[0], words[1]);
          }
          for (int second = 0; second < 60; second += 20) {
            car.passes(Duration.ofSeconds(4));
            if (sign) {
              held.give(car.now());
            }
            assertEquals(0, car.machine.status("--quiet").code());
            car.passes(Duration.ofSeconds(16));
          }
          car.machine.headlines().forEach(line -> told.add(line.split(" · ")[0]));
        }
      }
      assertEquals(
          List.of(
              "*My i4*: Car Opened: driver door",
              "*My i4*: Car Closed: driver door",
              "*My i4*: Car Moving",
              "*My i4*: Car Parked",
              "*My i4*: Car Opened: driver door",
              "*My i4*: Car Closed: driver door",
              "*My i4*: Car Opened: trunk",
              "*My i4*: Car Closed: trunk"),
          told);
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
            next look   TIME
          """,
          byHand.out().replaceFirst("look   .*", "look   TIME"));
      assertEquals(List.of(), car.machine.bmw.asked());
      car.machine.now = car.now().plus(Duration.ofHours(5));
      assertEquals(0, car.machine.status("--quiet").code());
      assertTrue(
          car.machine.bmw.asked().stream().anyMatch(a -> a.contains("telematicData")),
          "a watch that gives no sign is not relied on");
    }
  }

  @Test
  void the_watchdog_is_told_every_five_minutes_that_all_is_well() {
    try (WatchedCar car = new WatchedCar(configs)) {
      String config = car.machine.read("config.json").toString();
      car.machine.config(
          config.replaceFirst(
              "}$", ", \"healthcheckUrl\": \"" + car.machine.bmw.url() + "/ping\" }"));
      car.machine.bmw.answer("/ping", 200, "OK");
      car.listens();
      for (int i = 0; i < 12; i++) {
        car.machine.bmw.asked();
        car.passes(Duration.ofMinutes(5));
        List<String> asked = car.machine.bmw.asked();
        assertEquals(1, asked.stream().filter("GET /ping"::equals).count(), asked::toString);
      }
    }
  }

  /** Two cars, and one that is not looked after. */
  @Test
  void each_car_on_the_stream_is_told_of_as_itself_and_a_strange_one_is_not() {
    String other = VIN.substring(0, 14) + "777";
    String strange = VIN.substring(0, 14) + "888";
    try (WatchedCar car = new WatchedCar(configs)) {
      String config = car.machine.read("config.json").toString();
      car.machine.config(
          config.replace(
              "\"vehicles\":[", "\"vehicles\":[{\"vin\":\"" + other + "\",\"name\":\"Other\"},"));
      car.machine.bmw.answer(
          "/customers/vehicles/" + other + "/telematicData",
          200,
          Telemetry.answer(DOOR + " = false @ 09:40"));
      car.account.says(DOOR + " = false @ 09:40");
      car.listens();
      car.saysAtOnce(
          List.of(VIN, other, strange).stream()
              .map(vin -> WatchedCar.message(DOOR + " = true @ 10:01").replace(VIN, vin))
              .toList());
      car.passes(Duration.ofSeconds(11));
      List<String> told = new ArrayList<>(car.machine.headlines());
      told.sort(null);
      assertEquals(
          List.of("*My i4*: Car Opened: driver door", "*Other*: Car Opened: driver door"),
          told.stream().map(line -> line.split(" · ")[0]).toList());
    }
  }
}
