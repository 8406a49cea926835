package io.github.iremote.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days in a terminal. */
class TerminalChartTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant END = Instant.parse("2026-03-03T00:00:00Z");

  private static Scene day(String title, double level, Scene.Mark... marks) {
    List<Scene.Point> points =
        List.of(new Scene.Point(MIDNIGHT, level), new Scene.Point(END, level));
    return new Scene(
        title,
        "",
        MIDNIGHT,
        END,
        END,
        ZoneOffset.UTC,
        Locale.ENGLISH,
        List.of(new Scene.Curve("battery", Ink.BATTERY, 100, false, points)),
        List.of(),
        List.of(marks),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"100, 0", "100.4, 0", "110, 0", "1e20, 0", "0, 6", "-1, 6", "-5, 6"})
  void a_level_that_no_battery_has_is_at_the_edge(double level, int row) {
    for (boolean utf8 : List.of(true, false)) {
      List<String> lines = TerminalChart.lines(day("car", level), new Terminal(60, utf8, false));

      String edge = lines.get(3 + row);
      assertEquals(53, edge.substring(6).strip().length(), String.join("\n", lines));
    }
  }
}
