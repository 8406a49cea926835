package io.github.iremote.pace;

import io.github.iremote.pace.habits.Drives;

/** The prospect of a car in use: how that ends. */
final class InUse {
  /**
   * Less than {@link Prospect#AN_END} is otherwise worth: where a drive is known, its end is told
   * late by minutes at most, and a look that is saved may find a drive that is not.
   */
  private static final double END_OF_A_KNOWN_DRIVE = 1.5;

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

  static Prospect of(Rhythm car, int steps) {
    double[] chance = new double[steps];
    double[] open = new double[steps];
    Outlook outlook = car.outlook();
    double[] longer = car.drives().longerThan(Prospect.DRIVE_STEPS);
    double age = Outlook.minutes(outlook.began(), outlook.looked());
    double road = onTheRoad(car, age);
    double quiet = outlook.quietMinutes();
    double drives = 1;
    double unlocked = 1;
    for (int step = 0; step < steps; step++) {
      double time = Prospect.STEP_MINUTES * (step + 1);
      double drivesOn = drivesOn(age, time, longer);
      double unlockedStill = unlocked(quiet + time) / unlocked(quiet);
      double ends = END_OF_A_KNOWN_DRIVE * Math.max(0, drives - drivesOn);
      open[step] = road * drives + (1 - road) * unlocked;
      chance[step] = road * ends + (1 - road) * (unlocked - unlockedStill);
      drives = drivesOn;
      unlocked = unlockedStill;
    }
    if (car.drives().heard() && !outlook.driving()) {
      for (int step = 0; step < DRIVES_OFF_STEPS; step++) {
        chance[step] += DRIVES_OFF / DRIVES_OFF_STEPS * Math.exp(-quiet / STAYED_MINUTES);
      }
    }
    double[] worth = new double[Prospect.REACH];
    for (int step = 0; step < worth.length; step++) {
      worth[step] = Prospect.inTime(Prospect.STEP_MINUTES * (step + 0.5));
    }
    return new Prospect(chance, open, worth);
  }

  /** How likely a drive goes on for a time that has taken so long already. */
  private static double drivesOn(double age, double time, double[] longer) {
    double soFar = Math.max(0.001, Drives.longerThan(age, longer));
    double on = Drives.longerThan(age + time, longer) / soFar;
    return soFar < UNUSUALLY_LONG ? Math.max(on, 0.3 * Math.exp(-time / 20)) : on;
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
    double soon = 5 / (minutes + 5);
    return (1 - FORGETFUL) * soon * soon * soon * soon
        + FORGETFUL * Math.pow(20 / (minutes + 20), 0.7);
  }

  private InUse() {}
}
