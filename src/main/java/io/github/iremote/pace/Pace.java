package io.github.iremote.pace;

import io.github.iremote.event.Thresholds;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;

/**
 * When a car is worth asking again. Three things call for it, and the first to come wins:
 *
 * <ul>
 *   <li>routine: the calls of 24 hours are laid out in proportion to how likely the cars are to be
 *       used at each hour, so that the evening finds calls left;
 *   <li>liveliness: where something just happened, more is likely to; the next look comes after
 *       half as long as it has been quiet;
 *   <li>an appointment: a charge's expected end, or the time when "left open" becomes true.
 * </ul>
 *
 * A pure function of what is known. The quota has the last word.
 */
public final class Pace {
  /** What routine leaves for lively hours: those cannot be foreseen. */
  private static final double ROUTINE_SHARE = 0.75;

  /** Cars sleep at night, and calls come back: no plan is good for longer. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(4);

  /** With somebody at the car: the usual distance of two cron runs. */
  private static final Duration SOON = Duration.ofMinutes(5);

  /** Just locked: what may follow is a plug, a charge, or the way back for the forgotten bag. */
  private static final Duration SETTLED = Duration.ofMinutes(20);

  /** With fewer calls left than this, lively times are stretched rather than cut off. */
  private static final double SCARCE = 4;

  /** Spent to the last call: a few come back before the next is used. */
  private static final Duration GATHER = Duration.ofMinutes(15);

  private final Thresholds thresholds;

  public Pace(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /**
   * Decides how long to leave a car alone.
   *
   * @param status what the car said last
   * @param driving whether it is on the road, as the rules see it
   * @param habits when this car is used
   * @param all the habits of every car that shares the quota, this one included
   */
  public Wait next(
      VehicleStatus status,
      boolean driving,
      Habits habits,
      Collection<Habits> all,
      Budget budget,
      ZoneId zone,
      Instant now) {
    Instant allowed = budget.nextAllowed(now);
    int left = budget.spendable(now, now);
    if (left <= 0) {
      return new Wait(now, allowed.plus(GATHER));
    }
    Instant due = earlier(routine(habits, all, budget, zone, now), now.plus(LONGEST_WAIT));
    due = earlier(due, lively(status, driving, left, now));
    due = earlier(due, new Appointments(thresholds, now).first(status, driving));
    return new Wait(now, due.isBefore(allowed) ? allowed : due);
  }

  /** The moment at which this car's share of the calls, laid out by habit, comes to one call. */
  private static Instant routine(
      Habits habits, Collection<Habits> all, Budget budget, ZoneId zone, Instant now) {
    double callsPerWeight = ROUTINE_SHARE * callsPerWeight(all, budget, zone, now);
    double saved = 0;
    Instant time = now;
    while (time.isBefore(now.plus(LONGEST_WAIT))) {
      Instant next = nextHour(time);
      double perSecond = callsPerWeight * habits.weight(time, zone) / 3600;
      double wanted = (1 - saved) / perSecond;
      long seconds = Duration.between(time, next).toSeconds();
      if (wanted <= seconds) {
        return time.plusSeconds((long) wanted);
      }
      saved += perSecond * seconds;
      time = next;
    }
    return time;
  }

  /**
   * The steadiest pace that is never out of calls in the next 24 hours: at each hour, what may have
   * been spent by then, as older calls pass out of the quota's window, over what is wanted by then.
   */
  private static double callsPerWeight(
      Collection<Habits> all, Budget budget, ZoneId zone, Instant now) {
    double pace = Double.MAX_VALUE;
    double wanted = 0;
    Instant end = now.plus(Duration.ofHours(24));
    for (Instant time = now; time.isBefore(end); time = nextHour(time)) {
      double hours = Duration.between(time, nextHour(time)).toSeconds() / 3600.0;
      for (Habits habits : all) {
        wanted += hours * habits.weight(time, zone);
      }
      pace = Math.min(pace, budget.spendable(now, nextHour(time)) / wanted);
    }
    return pace;
  }

  private static Instant lively(VehicleStatus status, boolean driving, int left, Instant now) {
    Instant last = Activity.last(status).orElse(Instant.EPOCH);
    Duration quiet = Duration.between(last, now).dividedBy(2);
    Duration least = driving || Activity.atHand(status) ? SOON : SETTLED;
    double seconds = Math.max(least.toSeconds(), quiet.toSeconds());
    return now.plusSeconds((long) (seconds * Math.max(1, SCARCE / left)));
  }

  private static Instant nextHour(Instant time) {
    return Habits.hourOf(time).plusSeconds(3600);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
