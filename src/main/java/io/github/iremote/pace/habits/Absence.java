package io.github.iremote.pace.habits;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * At which hours of the day nothing runs, as the machine is off: learnt from looks that came hours
 * after they were due. What calls would be made then can be made at other hours.
 *
 * @param perMille for each hour of the day, in how many of a thousand such hours
 */
public record Absence(List<Integer> perMille) {
  private static final int HOURS = 24;
  private static final Duration HOUR = Duration.ofHours(1);

  /** Two nights make a habit, and as much unmakes it. */
  private static final double LEARNING = 0.5;

  /** After a longer break the hours of the day say nothing: the machine was away. */
  private static final Duration LONGEST_BREAK = Duration.ofHours(20);

  public static final Absence NONE = new Absence(Collections.nCopies(HOURS, 0));

  public Absence {
    perMille = List.copyOf(perMille);
    if (perMille.size() != HOURS) {
      throw new IllegalArgumentException("absence is " + HOURS + " numbers");
    }
  }

  /** Learns from a look that was due at one time and made at another. */
  public Absence learn(Instant due, Instant made, ZoneId zone) {
    Duration late = Duration.between(due, made);
    if (late.compareTo(LONGEST_BREAK) > 0) {
      return this;
    }
    List<Integer> learnt = new ArrayList<>(perMille);
    Instant thisHour = hourOf(made);
    for (Instant hour = hourOf(due).plus(HOUR); hour.isBefore(thisHour); hour = hour.plus(HOUR)) {
      towards(1000, hour, zone, learnt);
    }
    towards(0, made, zone, learnt);
    return new Absence(learnt);
  }

  private static Instant hourOf(Instant time) {
    return time.truncatedTo(ChronoUnit.HOURS);
  }

  private static void towards(int perMille, Instant hour, ZoneId zone, List<Integer> learnt) {
    int slot = hour.atZone(zone).getHour();
    int before = learnt.get(slot);
    learnt.set(slot, (int) Math.round(before + LEARNING * (perMille - before)));
  }

  /** Whether the machine is always on; a record's own equals costs every poll 25 ms to link. */
  public boolean none() {
    return perMille.equals(NONE.perMille);
  }

  /** How likely anything runs in that hour. */
  public double present(Instant time, ZoneId zone) {
    return 1 - perMille.get(time.atZone(zone).getHour()) / 1000.0;
  }
}
