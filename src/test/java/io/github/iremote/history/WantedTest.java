package io.github.iremote.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.iremote.Log;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Sample;
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
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a long month only a time is read, and only some readings. */
class WantedTest {
  private static final String VIN = "WBY1Z4C50EV000123";
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Object[] TRUTHS = {true, false};
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
      assertEquals(
          Set.copyOf(read(from, Wanted.ALL)),
          Set.copyOf(read(from, Wanted.allAfter(Signal.all()))),
          "from " + from);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-01T00:00:01Z", "2026-03-30T00:00:00Z", "2027-01-01T00:00:00Z"})
  void a_line_heard_by_a_wrong_clock_hides_no_other(String clock) throws IOException {
    Path folder = Files.createDirectories(configs.resolve("history"));
    Wanted levels = new Wanted(LEVELS, LEVELS);
    String month = String.join("\n", month());
    // where the search for a day looks first, and elsewhere
    int middle = (int) month.substring(0, month.length() / 2).lines().count();
    for (int place : new int[] {middle - 1, middle, middle + 1, 450, 2900, 5100, 6700}) {
      List<String> lines = month();
      String odd = line(99_999, START, "stateOfCharge", 1).replaceFirst(START.toString(), clock);
      lines.add(place, odd);
      Files.writeString(folder.resolve(VIN + "-2026-03.jsonl"), String.join("\n", lines) + "\n");

      for (int hour : new int[] {50, 101, 120, 170}) {
        Instant from = START.plus(Duration.ofHours(hour));
        Map<String, Line> all = byId(read(from, Wanted.ALL));
        Map<String, Line> few = byId(read(from, levels.until(from.plus(Duration.ofHours(4)))));
        for (Line line : few.values()) {
          assertEquals(line, all.get(line.id()));
        }
        all.values().removeIf(line -> line.heard().isBefore(from));
        all.values().removeIf(line -> !line.at().isBefore(from.plus(Duration.ofHours(4))));
        all.keySet().removeAll(few.keySet());
        assertEquals(Map.of(), all, "line " + place + " from " + from);
      }
    }
  }

  @Test
  void a_line_that_is_damaged_or_a_repeat_hides_none_of_its_minute() throws IOException {
    Path folder = Files.createDirectories(configs.resolve("history"));
    Instant ten = START.plus(Duration.ofHours(10));
    String sixty = line(2, ten.plusSeconds(20), "stateOfCharge", 60);
    String damaged = line(3, ten.plusSeconds(40), "stateOfCharge", 50).replace("at", "a");
    List<String> lines =
        List.of(
            line(1, ten, "stateOfCharge", 70),
            sixty,
            damaged,
            line(4, ten.plusSeconds(90), "stateOfCharge", 55),
            sixty.replaceFirst("T10:00", "T10:01"),
            line(5, ten.plusSeconds(600), "stateOfCharge", 54));
    Files.writeString(folder.resolve(VIN + "-2026-03.jsonl"), String.join("\n", lines) + "\n");

    for (Instant from : List.of(ten, ten.minusSeconds(3600))) {
      assertEquals(List.of("2", "4", "5"), ids(read(from, new Wanted(LEVELS, LEVELS))));
    }
  }

  @Test
  void what_was_known_before_is_the_last_that_can_be_read() throws IOException {
    Path folder = Files.createDirectories(configs.resolve("history"));
    Instant ten = START.plus(Duration.ofHours(10));
    String damaged = line(2, ten.plusSeconds(90), "stateOfCharge", 50).replace("at", "a");
    List<String> lines =
        List.of(
            line(1, ten, "stateOfCharge", 70),
            damaged,
            line(3, ten.plusSeconds(600), "stateOfCharge", 54));
    Files.writeString(folder.resolve(VIN + "-2026-03.jsonl"), String.join("\n", lines) + "\n");

    Instant between = ten.plusSeconds(300);
    assertEquals(List.of("1", "3"), ids(read(between, new Wanted(LEVELS, LEVELS))));
  }

  @Test
  void of_a_level_the_last_reading_of_a_minute_is_enough() throws IOException {
    Path folder = Files.createDirectories(configs.resolve("history"));
    Instant ten = START.plus(Duration.ofHours(10));
    List<String> lines = new ArrayList<>();
    for (int second = 0; second < 150; second += 20) {
      Instant at = ten.plusSeconds(second);
      lines.add(line(second, at, "stateOfCharge", 60 + second / 100.0));
      lines.add(line(second + 1, at, "odometer", 1000 + second));
      lines.add(line(second + 2, at, "fuelLevel", 30));
    }
    Files.writeString(folder.resolve(VIN + "-2026-03.jsonl"), String.join("\n", lines) + "\n");

    List<String> levels = ids(read(ten, new Wanted(LEVELS, LEVELS)));
    assertEquals(List.of("40", "42", "100", "102", "140", "142"), levels);
    assertEquals(8, read(ten, new Wanted(LEVELS, List.of(Signal.FUEL_LEVEL))).size() - 3);
  }

  @Test
  void of_what_was_so_after_the_time_the_next_reading_of_each_signal_is_enough()
      throws IOException {
    Path folder = Files.createDirectories(configs.resolve("history"));
    Instant ten = START.plus(Duration.ofHours(10));
    Instant eleven = START.plus(Duration.ofHours(11));
    List<String> lines =
        List.of(
            line(1, ten, "stateOfCharge", 60),
            line(2, eleven.plusSeconds(60), "stateOfCharge", 61),
            line(3, eleven.plusSeconds(120), "stateOfCharge", 62),
            line(4, eleven.plusSeconds(180), "fuelLevel", 30),
            line(5, ten.plusSeconds(600), "stateOfCharge", 63).replaceFirst("T10", "T14"),
            "{\"heard\":\""
                + eleven.plusSeconds(240)
                + "\",\"id\":\"6\",\"looked\":\""
                + ten
                + "\"}",
            line(7, ten.plus(Duration.ofHours(5)), "stateOfCharge", 64));
    Files.writeString(folder.resolve(VIN + "-2026-03.jsonl"), String.join("\n", lines) + "\n");

    Wanted all = new Wanted(LEVELS, List.of());
    assertEquals(List.of("1", "2", "3", "4", "5", "6"), ids(read(ten, all)));
    assertEquals(List.of("1", "2", "4", "5", "6"), ids(read(ten, all.until(eleven))));
  }

  private static List<String> ids(List<Line> lines) {
    return lines.stream().map(Line::id).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"value\":79.0,\"at\":\"2026-03-01T10:00:00Z\"}",
        "\"value\":79.00,\"at\":\"2026-03-01T10:00:00.000000000Z\"}",
        "\"value\":79.000000000000000000,\"at\":\"2026-03-01T10:00:00.0Z\"}",
        "\"value\":79,\"at\":\"2026-03-01T10:00:00.000Z\"}",
        "\"value\":0.79E2,\"since\":\"2026-03-01T10:00:00Z\",\"at\":\"2026-03-01T10:00:00Z\"}",
        "\"at\":\"2026-03-01T10:00:00Z\", \"value\": 79.0 }",
      })
  void a_number_is_read_however_it_is_written(String end) throws IOException {
    String start = "{\"heard\":\"2026-03-01T10:00:00Z\",\"id\":\"a\",\"signal\":\"stateOfCharge\",";
    Instant at = START.plus(Duration.ofHours(10));
    Line.Content content = new Line.Measured<>(Signal.STATE_OF_CHARGE, new Reading<>(79.0, at, at));
    assertEquals(Optional.of(new Line("a", at, content)), LineJson.read(start + end));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-0.5", "7", "0.1", "1042.5", "-273.15", "99999.99999", "123456789.25"})
  void a_number_is_the_one_that_java_reads(String number) throws IOException {
    String line =
        "{\"heard\":\"2026-03-01T10:00:00Z\",\"id\":\"a\",\"signal\":\"stateOfCharge\",\"value\":"
            + number
            + ",\"at\":\"2026-03-01T10:00:00Z\"}";
    Line.Measured<?> measured = (Line.Measured<?>) LineJson.read(line).orElseThrow().content();
    assertEquals(Double.parseDouble(number), measured.reading().value());
  }

  @Test
  void truths_and_words_are_read_as_they_were_written() throws IOException {
    for (Signal<?> signal : Signal.all()) {
      Class<?> type = signal.type();
      Object[] values = type == Boolean.class ? TRUTHS : type.getEnumConstants();
      for (Object value : values == null ? new Object[0] : values) {
        Line line = new Line("a", START.plusSeconds(7), measured(signal, value));
        assertEquals(Optional.of(line), LineJson.read(LineJson.write(line)));
      }
    }
  }

  private static <T> Line.Content measured(Signal<T> signal, Object value) {
    return new Line.Measured<>(signal, new Reading<>(signal.type().cast(value), START, START));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"signal\":\"moving\",\"value\":True",
        "\"signal\":\"moving\",\"value\":\"true\"",
        "\"signal\":\"lock\",\"value\":\"AJAR\"",
        "\"signal\":\"lock\",\"value\":\"",
        "\"signal\":\"lock\",\"value\":LOCKED",
        "\"signal\":\"lock\",\"value\":true",
      })
  void a_damaged_truth_or_word_is_none(String middle) {
    String start = "{\"heard\":\"2026-03-01T10:00:00Z\",\"id\":\"a\",";
    String end = ",\"at\":\"2026-03-01T10:00:00Z\"}";
    assertThrows(IOException.class, () -> LineJson.read(start + middle + end));
  }

  @Test
  void letters_of_all_languages_are_read_wherever_they_stand_in_a_long_file() throws IOException {
    Path folder = Files.createDirectories(configs.resolve("history"));
    List<Line> written = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      String text = "ä".repeat(i % 97) + "€ 東京 " + i;
      Instant at = START.plus(Duration.ofHours(10)).plusSeconds(i);
      Sample sample = new Sample(text, Optional.empty(), Optional.of(at));
      Line line = new Line("id" + i, at, new Line.Raw("vehicle.place", sample));
      written.add(line);
      lines.add(LineJson.write(line));
    }
    Files.writeString(folder.resolve(VIN + "-2026-03.jsonl"), String.join("\n", lines) + "\n");

    assertEquals(written, read(START.plus(Duration.ofHours(9)), Wanted.ALL));
    assertEquals(written, read(START.plus(Duration.ofHours(9)), new Wanted(LEVELS, LEVELS)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"value\":79d,\"at\":\"2026-03-01T10:00:00Z\"}",
        "\"value\":-,\"at\":\"2026-03-01T10:00:00Z\"}",
        "\"value\":7.9.1,\"at\":\"2026-03-01T10:00:00Z\"}",
        "\"value\":79.0,\"at\":\"2026-03-01T1o:00:00Z\"}",
        "\"value\":79.0,\"at\":\"2026-03-01T24:01:00Z\"}",
        "\"value\":NaN,\"at\":\"2026-03-01T10:00:00Z\"}",
        "\"value\":,\"at\":\"2026-03-01T10:00:00Z\"}",
        "\"value\":79.0,\"at\":\"2026-03-01T10:00\"}",
        "\"value\":79.0,\"at\":\"2026-03-01T10:00:00Z\"}}",
        "\"value\":79.0,\"at\":\"2026-03-01T10:00:00Z\"",
      })
  void a_damaged_number_is_none(String end) {
    String start = "{\"heard\":\"2026-03-01T10:00:00Z\",\"id\":\"a\",\"signal\":\"stateOfCharge\",";
    assertThrows(IOException.class, () -> LineJson.read(start + end));
  }
}
