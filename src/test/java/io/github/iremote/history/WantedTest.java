package io.github.iremote.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.Log;
import io.github.iremote.vehicle.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a long month only a time is read, and only some readings. */
class WantedTest {
  private static final String VIN = "WBY1Z4C50EV000123";
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final List<Signal<?>> LEVELS = List.of(Signal.STATE_OF_CHARGE, Signal.FUEL_LEVEL);

  @TempDir Path configs;

  /** Ten days in which the battery changes often, the tank a few times, and other things too. */
  private List<String> month() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 10 * 24 * 60; i += 2) {
      Instant at = START.plus(Duration.ofMinutes(i));
      lines.add(line(i, at, i % 4 == 0 ? "odometer" : "stateOfCharge", i / 100.0));
      if (i % 4000 == 0) {
        lines.add(line(i + 1, at, "fuelLevel", i / 1000.0));
      }
    }
    return lines;
  }

  private static String line(int id, Instant at, String signal, double value) {
    String unit = signal.equals("odometer") ? "\"unit\":\"km\"," : "";
    return String.format(
        "{\"heard\":\"%s\",\"id\":\"%d\",\"signal\":\"%s\",\"value\":%s,%s\"at\":\"%s\"}",
        at, id, signal, value, unit, at);
  }

  private List<Line> read(Instant from, Wanted wanted) {
    List<Line> lines = new ArrayList<>();
    HistoryFolder folder = new HistoryFolder(configs, new Log(0));
    folder.read(VIN, from, from.plus(Duration.ofHours(5)), wanted, lines::add);
    return lines;
  }

  private static boolean level(Line line) {
    return line.content() instanceof Line.Measured<?> measured
        && LEVELS.contains(measured.signal());
  }

  /** The lines of the time in order, and what was known before in any. */
  private static Map<String, Line> byId(List<Line> lines) {
    Map<String, Line> byId = new HashMap<>();
    lines.stream().filter(WantedTest::level).forEach(line -> byId.put(line.id(), line));
    return byId;
  }

  @Test
  void what_is_wanted_is_what_is_found_when_all_is_read() throws IOException {
    Path folder = Files.createDirectories(configs.resolve("history"));
    String text = String.join("\n", month()) + "\n";
    Files.writeString(folder.resolve(VIN + "-2026-03.jsonl"), text);
    Wanted levels = new Wanted(LEVELS, LEVELS);

    for (int hour : new int[] {0, 1, 50, 100, 101, 170, 239, 240, 300}) {
      Instant from = START.plus(Duration.ofHours(hour));
      List<Line> few = read(from, levels);

      assertEquals(List.of(), few.stream().filter(line -> !level(line)).toList());
      assertEquals(byId(read(from, Wanted.ALL)), byId(few), "from " + from);
    }
  }
}
