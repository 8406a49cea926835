package io.github.iremote.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days as pictures: whatever happens in them, every label can be read. */
class DayChartTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A canvas that only remembers where texts stand. */
  private static final class Sheet implements Canvas {
    record Text(String words, double left, double right, double base, double height) {
      boolean touches(Text other) {
        return left < other.right
            && other.left < right
            && base - height < other.base
            && other.base - other.height < base;
      }
    }

    final List<Text> texts = new ArrayList<>();
    final List<Ink> rings = new ArrayList<>();

    @Override
    public void box(double x, double y, double width, double height, Ink ink) {}

    @Override
    public void line(double[] x, double[] y, double width, Ink ink) {}

    @Override
    public void dashes(double x, double fromY, double toY, Ink ink) {}

    @Override
    public void area(double[] x, double[] y, double bottom, Ink ink) {}

    @Override
    public void ring(double x, double y, double radius, Ink ink) {
      rings.add(ink);
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering, Ink ink, Anchor anchor) {
      double width = width(text, lettering);
      double left = anchor == Anchor.START ? x : anchor == Anchor.END ? x - width : x - width / 2;
      texts.add(new Text(text, left, left + width, y, lettering.size()));
    }

    @Override
    public double width(String text, Lettering lettering) {
      return text.length() * lettering.size() * 0.6;
    }
  }

  private static Scene day(LocalDate date, int events, int bands, long seed) {
    Instant from = date.atStartOfDay(BERLIN).toInstant();
    Instant to = date.plusDays(1).atStartOfDay(BERLIN).toInstant();
    Random random = new Random(seed);
    long seconds = Duration.between(from, to).toSeconds();
    List<Scene.Mark> marks = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      Instant at = from.plusSeconds(random.nextInt((int) seconds));
      String words = "Something Happened to the Car Again".substring(0, 8 + random.nextInt(26));
      words += i % 11 == 5 ? ": " + "a door, ".repeat(40) : "";
      marks.add(new Scene.Mark(at, words, random.nextInt(4) == 0));
    }
    List<Scene.Band> all = new ArrayList<>();
    for (int i = 0; i < bands; i++) {
      Instant start = from.plusSeconds(seconds * i / bands);
      List<String> labels = List.of("charging about 27.4 kWh", "27.4 kWh");
      Optional<Instant> known = i % 3 == 0 ? Optional.empty() : Optional.of(start);
      all.add(new Scene.Band(known, start.plusSeconds(seconds / bands / 2), i % 2 == 0, labels));
    }
    List<Scene.Point> points = List.of(new Scene.Point(from, 80), new Scene.Point(to, 20));
    List<Scene.Curve> curves =
        seed % 2 == 0
            ? List.of()
            : List.of(
                new Scene.Curve("battery", Ink.BATTERY, 100, false, points),
                new Scene.Curve("tank", Ink.FUEL, 100, false, points));
    return new Scene(
        "My car, the one that has a long name " + seed + " · a day of which it is told at length",
        "much is known of it, ".repeat(10),
        from,
        to,
        to,
        BERLIN,
        Locale.ENGLISH,
        curves,
        all,
        marks,
        Optional.empty());
  }

  @Test
  void a_car_without_a_battery_has_its_events_on_the_line_of_its_tank() {
    Scene day = day(LocalDate.of(2026, 11, 24), 0, 0, 1);
    List<Scene.Mark> marks =
        List.of(
            new Scene.Mark(day.from().plusSeconds(3600), "Parked", false),
            new Scene.Mark(day.from().plusSeconds(7200), "Alarm", true));
    Scene petrol =
        new Scene(
            day.title(),
            day.subtitle(),
            day.from(),
            day.to(),
            day.known(),
            day.zone(),
            day.locale(),
            day.curves().subList(1, 2),
            day.bands(),
            marks,
            Optional.empty());
    Sheet sheet = new Sheet();
    DayChart.draw(petrol, sheet);
    assertEquals(Set.of(Ink.FUEL, Ink.URGENT), Set.copyOf(sheet.rings));
  }

  @ParameterizedTest(name = "{0}: {1} events, {2} bands, seed {3}")
  @CsvSource({
    "2026-11-24, 0, 0, 0",
    "2026-11-24, 6, 4, 1",
    "2026-11-24, 30, 12, 2",
    "2026-11-24, 30, 3, 3",
    "2026-11-24, 60, 30, 5",
    "2026-10-25, 30, 6, 7", // 25 hours
    "2026-03-29, 30, 6, 9", // 23 hours
  })
  void no_label_lies_on_another(LocalDate date, int events, int bands, long seed)
      throws IOException {
    Scene scene = day(date, events, bands, seed);
    Sheet sheet = new Sheet();

    int height = DayChart.height(scene, sheet);
    DayChart.draw(scene, sheet);

    for (Sheet.Text text : sheet.texts) {
      assertTrue(text.left() >= 0 && text.right() <= DayChart.WIDTH, text + " is cut off");
      assertTrue(text.base() < height, text + " is below the end");
      for (Sheet.Text other : sheet.texts) {
        assertFalse(text != other && text.touches(other), text + " lies on " + other);
      }
    }
    for (Scene.Mark mark : scene.marks()) {
      String start = Tick.clock(mark.at(), scene) + " " + mark.text().substring(0, 8);
      assertTrue(sheet.texts.stream().anyMatch(text -> text.words().startsWith(start)), start);
    }
    String look = System.getProperty("pictures.look");
    if (look != null) {
      Path file = Path.of(look, date + "-" + events + "-" + seed + ".png");
      Files.write(file, Picture.png(scene).orElseThrow());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "58 km in 2 drives, 58 km in 2 drives",
    "58 km in 2 drives · about 27.4 kWh charged, 58 km in 2 drives…",
    "58 kilometres in drives, 58 kilometres in dri…",
  })
  void a_row_of_figures_is_cut_between_two_of_them(String figures, String shown) {
    Sheet sheet = new Sheet();

    sheet.fitted(figures, 0, 0, 190, Ink.TEXT, Canvas.Lettering.LABEL);

    assertEquals(List.of(shown), sheet.texts.stream().map(Sheet.Text::words).toList());
  }

  @Test
  void the_clock_goes_on_where_summer_time_ends_and_begins() {
    for (LocalDate date : List.of(LocalDate.of(2026, 10, 25), LocalDate.of(2026, 3, 29))) {
      Scene scene = day(date, 0, 0, 1);
      List<String> labels = Tick.of(scene, 10).stream().map(Tick::label).toList();
      assertEquals(
          List.of("00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "24:00"),
          labels);
    }
  }
}
