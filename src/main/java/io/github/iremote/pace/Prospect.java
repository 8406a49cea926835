package io.github.iremote.pace;

import io.github.iremote.pace.habits.Drives;
import io.github.iremote.pace.habits.Habits;

/**
 * What may happen to a car in the steps after a look at it, if nobody looks, and what it is worth
 * to find it so many steps after it has happened. Worth one: that what lasts is told in a quarter
 * of an hour.
 */
final class Prospect {
  /** How many steps back a look finds anything that is worth it. */
  static final int REACH = 20;

  private static final double STEP_MINUTES = Habits.STEP.toMinutes();
  private static final int DRIVE_STEPS = 41;

  private static final double IN_TIME_MINUTES = 15;
  private static final double SOON_MINUTES = 6;

  /** What it is worth more if it is told at once. */
  private static final double SOON = 0.5;

  /** A drive that is not found while it lasts is not told at all: its end is. */
  private static final double TOLD_AT_ALL = 1.1;

  /** Parked, and locked. */
  private static final double AN_END = 2;

  /** Who finds a drive under way finds its end soon. */
  private static final double END_OF_A_DRIVE_UNDER_WAY = AN_END * (1 + 0.6 * SOON);

  /** How many of those who park leave again within a time: they fetch something, or shop. */
  private static final double SHORT_STAYS = 0.4;

  private static final double SHORT_STAY_MINUTES = 75;

  /** That of it which the diary has not told already. */
  private static final double SHORT_STAYS_BEYOND_HABITS = 0.45;

  /** Just locked: a cable, or something forgotten. */
  private static final double AT_ONCE = 0.1;

  private static final double JUST_NOW_MINUTES = 8;

  /** At hand: somebody may drive off. */
  private static final double DRIVES_OFF = 0.3;

  private static final int DRIVES_OFF_STEPS = 3;

  /** Who does not within so many minutes has stayed. */
  private static final double STAYED_MINUTES = 30;

  /** Of a car that is silent on the road, an open lock may as well be a drive. */
  private static final double SILENT_DRIVE = 0.7;

  private static final double LONGEST_SILENCE_MINUTES = 90;

  /** On its way for longer than it ever was. */
  private static final double UNUSUALLY_LONG = 0.05;

  /** Nearly all lock within minutes; who has not by then has forgotten it. */
  private static final double FORGETFUL = 0.05;

  private final double[] chance;
  private final double[] worth = new double[REACH];
  private final double[] open;
  private final double[] value;

  private Prospect(int steps) {
    chance = new double[steps];
    open = new double[steps];
    value = new double[steps * (REACH + 1)];
  }

  int steps() {
    return chance.length;
  }

  /** How likely it is that a look after so many steps is still needed. */
  double open(int step) {
    return open[step - 1];
  }

  /** What a look after so many steps brings, where the one before was so many before it. */
  double value(int step, int since) {
    return value[step * (REACH + 1) + Math.min(REACH, since)];
  }

  private Prospect summed() {
    for (int step = 1; step < steps(); step++) {
      double sum = 0;
      for (int since = 1; since <= REACH; since++) {
        sum += since <= step ? chance[step - since] * worth[since - 1] : 0;
        value[step * (REACH + 1) + since] = sum;
      }
    }
    return this;
  }

  /**
   * Of a car that stands, or that is over with what it is doing now.
   *
   * @param rates how often an hour somebody goes to it, step by step from the look on
   */
  static Prospect standing(Rhythm car, double[] rates, int steps) {
    Prospect prospect = new Prospect(steps);
    double quiet = car.outlook().quietMinutes();
    for (int step = 0; step < steps; step++) {
      double gone = quiet + STEP_MINUTES * (step + 0.5);
      prospect.chance[step] = STEP_MINUTES * (rates[step] / 60 + leavesAgain(gone));
      prospect.open[step] = 1;
    }
    if (quiet < JUST_NOW_MINUTES) {
      prospect.chance[0] += AT_ONCE * Math.exp(-quiet * 2 / JUST_NOW_MINUTES);
    }
    prospect.worthOfAWalkToTheCar(car);
    return prospect.summed();
  }

  private static double leavesAgain(double quiet) {
    double perMinute = SHORT_STAYS / SHORT_STAY_MINUTES;
    return quiet > SHORT_STAY_MINUTES
        ? 0
        : SHORT_STAYS_BEYOND_HABITS * perMinute / (1 - perMinute * quiet);
  }

  private void worthOfAWalkToTheCar(Rhythm car) {
    double[] longer = car.drives().longerThan(DRIVE_STEPS);
    double cable = car.outlook().plugged() ? 1 : 0;
    boolean tells = car.drives().heard() || car.drives().minutes().isEmpty();
    for (int step = 0; step < REACH; step++) {
      double ago = STEP_MINUTES * (step + 0.5);
      if (car.drives().unseen()) {
        worth[step] = (AN_END + cable) * inTime(ago);
        continue;
      }
      double underWay = Drives.longerThan(ago, longer);
      double sum = cable * inTime(ago) + underWay * END_OF_A_DRIVE_UNDER_WAY;
      sum += tells ? underWay * (inTime(ago) + TOLD_AT_ALL) : 0;
      for (int ended = 1; ended <= step; ended++) {
        sum +=
            AN_END
                * (longer[ended - 1] - longer[ended])
                * inTime(ago - STEP_MINUTES * (ended - 0.5));
      }
      worth[step] = sum;
    }
  }

  private static double inTime(double minutes) {
    return minutes < SOON_MINUTES ? 1 + SOON : minutes < IN_TIME_MINUTES ? 1 : 0;
  }

  /** Of a car that is in use: how that ends. */
  static Prospect inUse(Rhythm car, int steps) {
    Prospect prospect = new Prospect(steps);
    Outlook outlook = car.outlook();
    double[] longer = car.drives().longerThan(DRIVE_STEPS);
    double age = Outlook.minutes(outlook.began(), outlook.looked());
    double road = onTheRoad(car, age);
    double sure = Math.max(0.001, Drives.longerThan(age, longer));
    double quiet = outlook.quietMinutes();
    double drives = 1;
    double unlocked = 1;
    for (int step = 0; step < steps; step++) {
      double time = STEP_MINUTES * (step + 1);
      double drivesOn = Drives.longerThan(age + time, longer) / sure;
      if (sure < UNUSUALLY_LONG) {
        drivesOn = Math.max(drivesOn, 0.3 * Math.exp(-time / 20));
      }
      double unlockedStill = unlocked(quiet + time) / unlocked(quiet);
      prospect.open[step] = road * drives + (1 - road) * unlocked;
      prospect.chance[step] =
          road * AN_END * Math.max(0, drives - drivesOn) + (1 - road) * (unlocked - unlockedStill);
      drives = drivesOn;
      unlocked = unlockedStill;
    }
    for (int step = 0;
        step < DRIVES_OFF_STEPS && car.drives().heard() && !outlook.driving();
        step++) {
      prospect.chance[step] += DRIVES_OFF / DRIVES_OFF_STEPS * Math.exp(-quiet / STAYED_MINUTES);
    }
    for (int step = 0; step < REACH; step++) {
      prospect.worth[step] = inTime(STEP_MINUTES * (step + 0.5));
    }
    return prospect.summed();
  }

  /** How likely a car in use is on the road. */
  private static double onTheRoad(Rhythm car, double age) {
    Outlook outlook = car.outlook();
    if (outlook.driving()) {
      return 1;
    }
    boolean mayBe =
        !car.drives().heard()
            && outlook.began().isAfter(outlook.arrived())
            && age < LONGEST_SILENCE_MINUTES
            && outlook.quietMinutes() < LONGEST_SILENCE_MINUTES;
    return mayBe ? SILENT_DRIVE : 0;
  }

  /** How likely a car stands unlocked still, so long after somebody was last at it. */
  private static double unlocked(double minutes) {
    return (1 - FORGETFUL) * Math.pow(5 / (minutes + 5), 4)
        + FORGETFUL * Math.pow(20 / (minutes + 20), 0.7);
  }
}
