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
    ZonedDateTime local = now.atZone(zone);
    ZonedDateTime time = local.with(at);
    while (time.toInstant().isAfter(now) || !days.contains(time.getDayOfWeek())) {
      time = time.minusDays(1).with(at);
    }
    return time.toInstant();
  }

  /** The next time it comes up. */
  public Instant next(Instant now, ZoneId zone) {
    ZonedDateTime time = now.atZone(zone).with(at);
    while (!time.toInstant().isAfter(now) || !days.contains(time.getDayOfWeek())) {
      time = time.plusDays(1).with(at);
    }
    return time.toInstant();
  }
}
