package io.github.iremote.pace;

import io.github.iremote.vehicle.VehicleStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * At which hours a car is used: for each hour of a working day, then of a weekend day, in how many
 * of a thousand such hours somebody was at it. Learnt from the car's own timestamps, which tell of
 * hours in which it was not asked, too.
 *
 * @param learntUntil the moment up to which hours have been counted
 * @param perMille 48 numbers
 */
public record Habits(Instant learntUntil, List<Integer> perMille) {
  private static final int HOURS = 24;
  private static final Duration HOUR = Duration.ofHours(1);

  /** About a week of working days makes a habit, and as much unmakes it. */
  private static final double LEARNING = 0.2;

  /** After a longer break the hours between say nothing: the machine was off, not the car. */
  private static final Duration LONGEST_BREAK = Duration.ofDays(2);

  /** However regular an owner is, no hour is without its share of calls. */
  private static final double SURPRISE = 0.06;

  public Habits {
    perMille = List.copyOf(perMille);
    if (perMille.size() != 2 * HOURS) {
      throw new IllegalArgumentException("habits are " + 2 * HOURS + " numbers");
    }
  }

  /** What is known of a car that has just been met: people sleep at night. */
  public static Habits unknown(Instant now) {
    List<Integer> guess = new ArrayList<>();
    for (int slot = 0; slot < 2 * HOURS; slot++) {
      guess.add(guess(slot));
    }
    return new Habits(now, guess);
  }

  private static int guess(int slot) {
    int hour = slot % HOURS;
    return hour < 5 ? 20 : hour < 6 || hour > 21 ? 80 : 200;
  }

  /** Whether nothing is known yet of an hour in which people are up. */
  boolean unlearnt(Instant time, ZoneId zone) {
    int slot = slot(time, zone);
    return peopleAreUp(time, zone) && perMille.get(slot) == guess(slot);
  }

  static boolean peopleAreUp(Instant time, ZoneId zone) {
    return time.atZone(zone).getHour() > 5;
  }

  /** Counts the full hours since the last time, by what the car says now. */
  public Habits learn(VehicleStatus status, ZoneId zone, Instant now) {
    Instant thisHour = hourOf(now);
    Instant hour = hourOf(learntUntil);
    if (hour.isAfter(thisHour) || hour.isBefore(thisHour.minus(LONGEST_BREAK))) {
      return new Habits(now, perMille);
    }
    List<Integer> learnt = new ArrayList<>(perMille);
    List<Instant> moments = Activity.moments(status);
    for (; hour.isBefore(thisHour); hour = hour.plus(HOUR)) {
      int slot = slot(hour, zone);
      int seen = usedIn(hour, moments) ? 1000 : 0;
      learnt.set(slot, (int) Math.round(learnt.get(slot) + LEARNING * (seen - learnt.get(slot))));
    }
    return new Habits(now, learnt);
  }

  /** How much an hour deserves to be looked at, next to other hours and other cars. */
  double weight(Instant time, ZoneId zone) {
    return SURPRISE + used(time, zone);
  }

  /** How likely the car is to be used in that hour. */
  double used(Instant time, ZoneId zone) {
    return perMille.get(slot(time, zone)) / 1000.0;
  }

  static Instant hourOf(Instant time) {
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), 3600) * 3600);
  }

  private static boolean usedIn(Instant hour, List<Instant> moments) {
    for (Instant moment : moments) {
      if (hourOf(moment).equals(hour)) {
        return true;
      }
    }
    return false;
  }

  private static int slot(Instant time, ZoneId zone) {
    ZonedDateTime local = time.atZone(zone);
    boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    return (weekend ? HOURS : 0) + local.getHour();
  }
}
