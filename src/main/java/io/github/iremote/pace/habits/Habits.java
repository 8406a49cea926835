package io.github.iremote.pace.habits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely somebody goes to the car at each time to come, as on past days that were like this one
 * so far.
 */
public final class Habits {
  /** The distance of two steps, that of two cron runs. */
  public static final Duration STEP = Duration.ofMinutes(5);

  private static final int STEP_MINUTES = 5;

  /** The owner of a car that has just been met is taken for one who uses it thrice a day. */
  private static final double BY_DAY = 0.16;

  private static final double IN_THE_EVENING = 0.04;
  private static final double AT_NIGHT = 0.02;

  /** What is not known of an owner counts as one day of his. */
  private static final double UNKNOWN_DAYS = 1;

  /** What is done on working days is done on others now and then, and the other way round. */
  private static final double ON_OTHER_DAYS = 0.6;

  /** How much less a day counts for everything in which it differs from today. */
  private static final double UNLIKE = Math.exp(-0.7);

  /** Nobody leaves to the minute; what is this far apart is still the same thing. */
  private static final int SAME_MINUTES = 60;

  /** What has not happened by so long after its time will not. */
  private static final int OVERDUE_MINUTES = 45;

  /** Most of what was done once is done again at about the same time, the rest at any. */
  private static final double ABOUT_THEN_MINUTES = 18;

  private static final double ANY_TIME_MINUTES = 100;
  private static final double AT_ANY_TIME = 0.3;

  /** However regular an owner is, no hour is without its share of calls. */
  private static final double SURPRISE = 0.09;

  private static final double SURPRISE_AT_NIGHT = 0.02;

  private static final int MORNING = 5;

  private static final double[] PER_HOUR = new double[321];

  static {
    for (int minutes = 0; minutes < PER_HOUR.length; minutes++) {
      PER_HOUR[minutes] =
          60
              * ((1 - AT_ANY_TIME) * bell(minutes, ABOUT_THEN_MINUTES)
                  + AT_ANY_TIME * bell(minutes, ANY_TIME_MINUTES));
    }
  }

  private static double bell(double minutes, double deviation) {
    double z = minutes / deviation;
    return Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
  }

  private final Diary diary;
  private final Instant from;
  private final ZoneId zone;
  private final double[] rates;

  private Habits(Diary diary, Instant from, ZoneId zone, int steps) {
    this.diary = diary;
    this.from = from;
    this.zone = zone;
    this.rates = new double[steps];
  }

  /** How many times an hour somebody goes to the car, for so many steps from a moment on. */
  public static double[] rates(Diary diary, Instant from, ZoneId zone, int steps) {
    Habits habits = new Habits(diary, from, zone, steps);
    LocalDate today = Diary.day(from, zone);
    int first = 0;
    for (LocalDate day = today; first < steps; day = day.plusDays(1)) {
      Instant end = Diary.beginning(day.plusDays(1), zone);
      long left =
          (Duration.between(from, end).toSeconds() + STEP.toSeconds() - 1) / STEP.toSeconds();
      int next = (int) Math.min(steps, left);
      habits.day(day, day.equals(today), first, next);
      first = next;
    }
    return habits.rates;
  }

  private void day(LocalDate day, boolean today, int first, int end) {
    double start =
        Duration.between(Diary.beginning(day, zone), from).toSeconds() / 60.0 + STEP_MINUTES / 2.0;
    for (int step = first; step < end; step++) {
      rates[step] = UNKNOWN_DAYS * guess((start + STEP_MINUTES * step) / 60);
    }
    List<Integer> done = today ? diary.minutes(day) : List.of();
    double sum = UNKNOWN_DAYS;
    for (var known : diary.days().entrySet()) {
      if (known.getKey().isBefore(Diary.day(from, zone))) {
        List<Integer> open = new ArrayList<>(known.getValue());
        double weight = Diary.weekend(known.getKey()) == Diary.weekend(day) ? 1 : ON_OTHER_DAYS;
        weight *= Math.pow(UNLIKE, differences(open, done, today ? start : 0));
        sum += weight;
        for (int minute : open) {
          add(weight, minute - start, first, end);
        }
      }
    }
    for (int step = first; step < end; step++) {
      boolean night = hour((start + STEP_MINUTES * step) / 60) < MORNING;
      rates[step] = (night ? SURPRISE_AT_NIGHT : SURPRISE) + rates[step] / sum;
    }
  }

  /** Counts in what a past day differs from this one so far, and leaves of it what is to come. */
  private static int differences(List<Integer> open, List<Integer> done, double now) {
    int differences = 0;
    for (int minute : done) {
      int same = -1;
      for (int i = 0; i < open.size(); i++) {
        int apart = Math.abs(open.get(i) - minute);
        boolean nearer = same < 0 || apart < Math.abs(open.get(same) - minute);
        same = apart <= SAME_MINUTES && nearer ? i : same;
      }
      if (same < 0) {
        differences++;
      } else {
        open.remove(same);
      }
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i) < now - OVERDUE_MINUTES) {
        open.remove(i);
        differences++;
      }
    }
    return differences;
  }

  /** Spreads what was done once over the times about then. */
  private void add(double weight, double minutes, int first, int end) {
    int from = (int) Math.max(first, (minutes - PER_HOUR.length + 1) / STEP_MINUTES);
    int to = (int) Math.min(end, (minutes + PER_HOUR.length - 1) / STEP_MINUTES);
    for (int step = from; step < to; step++) {
      int apart = (int) Math.abs(STEP_MINUTES * step - minutes);
      rates[step] += apart < PER_HOUR.length ? weight * PER_HOUR[apart] : 0;
    }
  }

  /** How often an hour anybody goes to a car, so long after four in the morning: people sleep. */
  private static double guess(double hoursOfDay) {
    double hour = hour(hoursOfDay);
    return hour < MORNING ? AT_NIGHT : hour < 6 || hour >= 22 ? IN_THE_EVENING : BY_DAY;
  }

  private static double hour(double hoursOfDay) {
    return (hoursOfDay + Diary.BEGINNING.toHours()) % 24;
  }

  /** Whether most people are out of bed. */
  public static boolean peopleAreUp(Instant time, ZoneId zone) {
    return time.atZone(zone).getHour() > 5;
  }
}
