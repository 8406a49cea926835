package io.github.iremote.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The marks of a time axis, at full hours or days of the owner's clock.
 *
 * @param label what stands there
 */
public record Tick(Instant at, String label) {
  private static final String DAY = "EEE d";
  private static final int[] HOURS = {1, 2, 3, 4, 6, 12};
  private static final int[] DAYS = {1, 2, 7, 14};

  /** A time of the day; in a picture of several days with the day. */
  public static String clock(Instant at, Scene scene) {
    boolean severalDays = Duration.between(scene.from(), scene.to()).toHours() > 30;
    ZonedDateTime time = at.atZone(scene.zone());
    return (severalDays ? day(scene.locale()).format(time) + ", " : "") + hour(time);
  }

  /** Java's formatters come with all its calendars, which a look at one day can do without. */
  private static String hour(ZonedDateTime time) {
    return time.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static DateTimeFormatter day(Locale locale) {
    return DateTimeFormatter.ofPattern(DAY, locale);
  }

  /** As many as there is room for. */
  static List<Tick> of(Scene scene, int most) {
    Instant from = scene.from();
    Instant to = scene.to();
    ZoneId zone = scene.zone();
    long hours = Duration.between(from, to).toHours();
    for (int step : HOURS) {
      if (hours <= 72 && hours / step <= most) {
        return hours(from, to, zone, step);
      }
    }
    for (int step : DAYS) {
      if (hours / 24 / step <= most) {
        return days(from, to, zone, step, day(scene.locale()));
      }
    }
    return days(from, to, zone, 31, day(scene.locale()));
  }

  private static List<Tick> hours(Instant from, Instant to, ZoneId zone, int step) {
    List<Tick> ticks = new ArrayList<>();
    ZonedDateTime time = from.atZone(zone).truncatedTo(ChronoUnit.HOURS);
    for (; !time.toInstant().isAfter(to); time = time.plusHours(1)) {
      boolean wanted = time.getHour() % step == 0 && !time.toInstant().isBefore(from);
      boolean twice = time.getOffset() != time.withEarlierOffsetAtOverlap().getOffset();
      if (wanted && !twice) {
        boolean end = time.toInstant().equals(to) && time.getHour() == 0;
        ticks.add(new Tick(time.toInstant(), end ? "24:00" : hour(time)));
      }
    }
    return ticks;
  }

  private static List<Tick> days(
      Instant from, Instant to, ZoneId zone, int step, DateTimeFormatter name) {
    List<Tick> ticks = new ArrayList<>();
    ZonedDateTime day = from.atZone(zone).truncatedTo(ChronoUnit.DAYS);
    for (; day.toInstant().isBefore(to); day = day.plusDays(step)) {
      if (!day.toInstant().isBefore(from)) {
        ticks.add(new Tick(day.toInstant(), name.format(day)));
      }
    }
    return ticks;
  }
}
