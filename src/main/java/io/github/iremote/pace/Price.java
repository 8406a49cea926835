package io.github.iremote.pace;

import io.github.iremote.pace.habits.Absence;
import io.github.iremote.pace.habits.Habits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a look must bring: as little as the calls of the next 24 hours, as they come back hour by
 * hour, suffice for all looks at all cars that bring more, and for what cannot be foreseen.
 */
final class Price {
  /** Of an owner like most. */
  static final double USUAL = 0.15;

  private static final double LEAST = 0.01;
  private static final double MOST = 3;

  private static final double STEPS_AN_HOUR = Duration.ofHours(1).dividedBy(Habits.STEP);

  /** It goes up and down by so much, as the plan of a day changes little from look to look. */
  private static final double A_LITTLE = 1.06;

  private static final int MOST_MOVES = 4;

  /** How many looks it takes beyond those when somebody goes to a car. */
  private static final double KEPT_PER_USE = 1;

  /** Where it is found only when it is over, little follows. */
  private static final double KEPT_PER_END = 0.3;

  /** The same for one that drives. */
  private static final double KEPT_FOR_A_DRIVE = 2;

  /** By then what goes on is over. */
  private static final int OVER = 6;

  /** So many looks too many for some hours can be borne: they are not all needed. */
  private static final double TOO_MANY = 4;

  /** The book of calls is asked every quarter of an hour: that takes its time. */
  private static final int ROUGHLY = 3;

  /** Nothing is decided on what comes before. */
  private static final int NEAR = 2;

  private final List<Watched> cars;
  private final double[] calls;
  private final double[] present;

  /** A car with what is expected of it, as if it stood. */
  record Watched(Rhythm car, Prospect standing, double[] rates, int begun) {}

  Price(List<Watched> cars, Absence absence, Budget budget, Pace.Time time) {
    this.cars = cars;
    this.calls = new double[Pace.STEPS];
    this.present = new double[Pace.STEPS];
    double kept = 0;
    double left = 0;
    for (int step = 0; step < Pace.STEPS; step++) {
      if (step % ROUGHLY == 0) {
        Instant end = time.now().plus(Habits.STEP.multipliedBy(step + 1));
        left = budget.spendable(time.now(), end);
        present[step] = absence.present(end, time.zone());
      } else {
        present[step] = present[step - 1];
      }
      for (Watched watched : cars) {
        kept +=
            kept(watched.car())
                * present[step]
                * watched.rates()[step + watched.begun()]
                / STEPS_AN_HOUR;
      }
      calls[step] = Math.max(0.1, left - kept) + TOO_MANY;
    }
  }

  private static double kept(Rhythm car) {
    return car.drives().unseen() ? KEPT_PER_END : KEPT_PER_USE;
  }

  /** The price from now on. */
  double from(double before) {
    double price = Math.max(LEAST, Math.min(MOST, before));
    boolean enough = suffices(price);
    for (int move = 0; move < MOST_MOVES; move++) {
      double moved = enough ? price / A_LITTLE : price * A_LITTLE;
      if (enough && (moved < LEAST || !suffices(moved))) {
        break;
      }
      price = moved;
      if (!enough && (moved > MOST || suffices(moved))) {
        break;
      }
    }
    return price;
  }

  private boolean suffices(double price) {
    double[] wanted = new double[Pace.STEPS];
    for (Watched watched : cars) {
      boolean busy = watched.car().outlook().busy();
      int first = Math.max(1, watched.begun()) + (busy ? OVER : 0);
      double[] looks = new Looks(watched.standing(), price, first).expected();
      for (int step = Math.max(1, watched.begun()); step < looks.length; step++) {
        int at = step - watched.begun();
        if (at < wanted.length) {
          wanted[at] += looks[step] * present[Math.max(0, at - 1)];
        }
      }
      wanted[1] += watched.car().outlook().driving() ? KEPT_FOR_A_DRIVE : 0;
    }
    double sum = 0;
    for (int step = 0; step < wanted.length; step++) {
      sum += wanted[step];
      if (step > NEAR && sum > calls[step]) {
        return false;
      }
    }
    return true;
  }
}
