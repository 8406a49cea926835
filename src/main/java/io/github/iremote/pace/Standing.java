package io.github.iremote.pace;

import io.github.iremote.pace.habits.Drives;
import java.util.Arrays;

/** The prospect of a car that stands, or of one that is in use, as it will be afterwards. */
final class Standing {
  /** A drive that is not found while it lasts is not told at all: its end is. */
  private static final double TOLD_AT_ALL = 1.1;

  /** Who finds a drive under way finds its end soon. */
  private static final double END_OF_A_DRIVE_UNDER_WAY =
      Prospect.AN_END * (1 + 0.6 * Prospect.SOON);

  /**
   * An end that is found late is still found: without that, a car that tells of nothing else is
   * left alone for hours where little is likely, and calls are left over.
   */
  private static final double LATE = 0.8;

  /** How many of those who park leave again within a time: they fetch something, or shop. */
  private static final double SHORT_STAYS = 0.4;

  private static final double SHORT_STAY_MINUTES = 75;

  /** That of it which the diary has not told already. */
  private static final double BEYOND_HABITS = 0.45;

  /** Just locked: a cable, or something forgotten. */
  private static final double AT_ONCE = 0.1;

  private static final double JUST_NOW_MINUTES = 8;

  /**
   * @param rates how often an hour somebody goes to it, step by step from the look on
   */
  static Prospect of(Rhythm car, double[] rates, int steps) {
    double[] chance = new double[steps];
    double[] open = new double[steps];
    Arrays.fill(open, 1);
    double quiet = car.outlook().quietMinutes();
    for (int step = 0; step < steps; step++) {
      double gone = quiet + Prospect.STEP_MINUTES * (step + 0.5);
      chance[step] = Prospect.STEP_MINUTES * (rates[step] / 60 + leavesAgain(gone));
    }
    if (quiet < JUST_NOW_MINUTES) {
      chance[0] += AT_ONCE * Math.exp(-quiet * 2 / JUST_NOW_MINUTES);
    }
    double[] worth = car.drives().unseen() ? ofAnEnd(car) : ofAWalkToIt(car);
    return new Prospect(chance, open, worth);
  }

  /** How likely somebody leaves again, by the minute. */
  private static double leavesAgain(double quiet) {
    double perMinute = SHORT_STAYS / SHORT_STAY_MINUTES;
    return quiet > SHORT_STAY_MINUTES ? 0 : BEYOND_HABITS * perMinute / (1 - perMinute * quiet);
  }

  /** Where nothing is seen before it is over. */
  private static double[] ofAnEnd(Rhythm car) {
    double[] worth = new double[Prospect.REACH];
    for (int step = 0; step < worth.length; step++) {
      double ago = Prospect.STEP_MINUTES * (step + 0.5);
      double late = LATE * (1 - (double) step / worth.length);
      worth[step] = (Prospect.AN_END + cable(car)) * Math.max(late, Prospect.inTime(ago));
    }
    return worth;
  }

  /** Somebody who goes to a car drives off, and arrives. */
  private static double[] ofAWalkToIt(Rhythm car) {
    double[] longer = car.drives().longerThan(Prospect.DRIVE_STEPS);
    boolean tells = car.drives().heard() || car.drives().minutes().isEmpty();
    double[] worth = new double[Prospect.REACH];
    for (int step = 0; step < worth.length; step++) {
      double ago = Prospect.STEP_MINUTES * (step + 0.5);
      double inTime = Prospect.inTime(ago);
      double underWay = Drives.longerThan(ago, longer);
      worth[step] = cable(car) * inTime + underWay * END_OF_A_DRIVE_UNDER_WAY;
      worth[step] += tells ? underWay * (inTime + TOLD_AT_ALL) : 0;
      for (int ended = 1; ended <= step; ended++) {
        double since = ago - Prospect.STEP_MINUTES * (ended - 0.5);
        double then = longer[ended - 1] - longer[ended];
        worth[step] += Prospect.AN_END * then * Prospect.inTime(since);
      }
    }
    return worth;
  }

  /** Who drives off takes it out. */
  private static double cable(Rhythm car) {
    return car.outlook().plugged() ? 1 : 0;
  }

  private Standing() {}
}
