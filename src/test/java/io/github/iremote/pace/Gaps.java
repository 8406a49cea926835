package io.github.iremote.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** The longest times without a look at a car, between six in the morning and midnight. */
final class Gaps {
  private static final LocalTime MORNING = LocalTime.of(6, 0);

  private LocalDate firstDay = LocalDate.MAX;
  private Duration onFirstDay = Duration.ZERO;
  private Duration onAnyDay = Duration.ZERO;

  void looked(Instant before, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, Simulation.ZONE);
    LocalDate dayBefore = LocalDate.ofInstant(before, Simulation.ZONE);
    firstDay = dayBefore.isBefore(firstDay) ? dayBefore : firstDay;
    Instant morning = day.atTime(MORNING).atZone(Simulation.ZONE).toInstant();
    Instant from = before.isBefore(morning) ? morning : before;
    if (now.isAfter(from)) {
      Duration gap = Duration.between(from, now);
      onAnyDay = longer(onAnyDay, gap);
      onFirstDay = day.equals(firstDay) ? longer(onFirstDay, gap) : onFirstDay;
    }
  }

  void add(Gaps other) {
    onFirstDay = longer(onFirstDay, other.onFirstDay);
    onAnyDay = longer(onAnyDay, other.onAnyDay);
  }

  long minutesOnFirstDay() {
    return onFirstDay.toMinutes();
  }

  long minutesOnAnyDay() {
    return onAnyDay.toMinutes();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
