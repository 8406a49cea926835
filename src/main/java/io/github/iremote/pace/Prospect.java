package io.github.iremote.pace;

import io.github.iremote.pace.habits.Habits;

/**
 * What may happen to a car in the steps after a look at it, if nobody looks, and what it is worth
 * to find it so many steps after it has happened. Worth one: that what lasts is told in a quarter
 * of an hour.
 */
final class Prospect {
  /** How many steps back a look finds anything that is worth it. */
  static final int REACH = 20;

  static final double STEP_MINUTES = Habits.STEP.toMinutes();

  /** How many steps the longest drives take. */
  static final int DRIVE_STEPS = 41;

  /** Parked, and locked. */
  static final double AN_END = 2;

  /** What it is worth more if it is told at once. */
  static final double SOON = 0.5;

  private static final double IN_TIME_MINUTES = 15;
  private static final double SOON_MINUTES = 6;

  private final double[] open;
  private final double[] value;

  /**
   * @param chance how likely it happens in each step
   * @param open how likely a look is still needed at the beginning of each step
   * @param worth of finding it, by how many steps ago it happened
   */
  Prospect(double[] chance, double[] open, double[] worth) {
    this.open = open;
    value = new double[chance.length * (REACH + 1)];
    for (int step = 1; step < chance.length; step++) {
      double sum = 0;
      for (int since = 1; since <= REACH; since++) {
        sum += since <= step ? chance[step - since] * worth[since - 1] : 0;
        value[step * (REACH + 1) + since] = sum;
      }
    }
  }

  int steps() {
    return open.length;
  }

  /** How likely it is that a look after so many steps is still needed. */
  double open(int step) {
    return open[step - 1];
  }

  /** What a look after so many steps brings, where the one before was so many before it. */
  double value(int step, int since) {
    return value[step * (REACH + 1) + Math.min(REACH, since)];
  }

  /** What it is worth to tell of something that happened so many minutes ago. */
  static double inTime(double minutes) {
    return minutes < SOON_MINUTES ? 1 + SOON : minutes < IN_TIME_MINUTES ? 1 : 0;
  }
}
