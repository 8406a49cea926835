package io.github.iremote.event;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * When the owner wants to be reminded to plug the car in.
 *
 * @param batteryBelow the level in percent from which on it need not be
 * @param place where the car stands then; anywhere, if empty
 */
public record Reminder(
    LocalTime at, Set<DayOfWeek> days, double batteryBelow, Optional<String> place) {
  public Reminder {
    days = Set.copyOf(days);
  }

  /** The last time it came up, today or before. */
  public Instant last(Instant now, ZoneId zone) {
    ZonedDateTime time = on(now.atZone(zone));
    while (time.toInstant().isAfter(now) || !days.contains(time.getDayOfWeek())) {
      time = on(time.minusDays(1));
    }
    return time.toInstant();
  }

  /** On that day; in an hour that comes twice the first time. */
  private ZonedDateTime on(ZonedDateTime day) {
    return day.with(at).withEarlierOffsetAtOverlap();
  }

  /** The next time it comes up. */
  public Instant next(Instant now, ZoneId zone) {
    ZonedDateTime time = on(now.atZone(zone));
    while (!time.toInstant().isAfter(now) || !days.contains(time.getDayOfWeek())) {
      time = on(time.plusDays(1));
    }
    return time.toInstant();
  }
}
