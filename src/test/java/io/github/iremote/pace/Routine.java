package io.github.iremote.pace;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The habits of a simulated owner: which drives a day brings. Knows nothing of any plan. */
final class Routine {
  /** How an owner lives; every owner of a kind still gets his own times and distances. */
  enum Kind {
    REGULAR,
    SHIFTS,
    STOPS,
    ERRANDS,
    NIGHT_CHARGING
  }

  /** A drive, and whether the car is plugged in after it. */
  record Drive(LocalDateTime start, int minutes, boolean plugIn) {}

  private static final double[] SHIFT_STARTS = {6, 14, 22};

  private final Kind kind;
  private final LocalDate firstDay;
  private final SplittableRandom random;
  private final double leaves;
  private final double works;
  private final double commute;
  private final double plugsIn;
  private final double chargesFrom;
  private final int stops;

  Routine(Kind kind, LocalDate firstDay, SplittableRandom random) {
    this.kind = kind;
    this.firstDay = firstDay;
    this.random = random;
    leaves = random.nextDouble(6, 9);
    works = random.nextDouble(7.5, 9.5);
    commute = random.nextDouble(12, 55);
    stops = random.nextInt(4, 9);
    chargesFrom = kind == Kind.NIGHT_CHARGING ? random.nextDouble(22, 26) : 0;
    boolean electric = random.nextBoolean();
    plugsIn = kind == Kind.NIGHT_CHARGING ? random.nextDouble(0.6, 1) : electric ? 0.4 : 0;
  }

  /** The drives of a day in order; some may overlap, and the car then makes the first only. */
  List<Drive> day(LocalDate day) {
    List<Drive> drives = new ArrayList<>();
    switch (kind) {
      case REGULAR, NIGHT_CHARGING -> regularDay(day, drives);
      case SHIFTS -> shift(day, drives);
      case STOPS -> round(day, drives);
      case ERRANDS -> outings(day, drives, random.nextInt(1, 4));
    }
    drives.sort((one, other) -> one.start().compareTo(other.start()));
    if (!drives.isEmpty()) {
      Drive last = drives.remove(drives.size() - 1);
      drives.add(new Drive(last.start(), last.minutes(), chance(plugsIn)));
    }
    return drives;
  }

  /** When the charging timer of that night lets the car charge. */
  LocalDateTime chargingFrom(LocalDate day) {
    return day.atStartOfDay().plusMinutes(Math.round(chargesFrom * 60));
  }

  private void regularDay(LocalDate day, List<Drive> drives) {
    if (weekend(day) || chance(0.08)) {
      outings(day, drives, random.nextInt(0, 3));
      return;
    }
    double out = leaves + gaussian(0.2);
    double home = leaves + works + gaussian(0.5);
    drives.add(drive(day, out, commute));
    drives.add(drive(day, home, commute / 2));
    double stop = chance(0.35) ? random.nextDouble(10, 45) / 60 : 0;
    drives.add(drive(day, home + commute / 120 + 0.05 + stop, commute / 2));
    if (chance(0.25)) {
      outing(day, drives, random.nextDouble(18, 20.5), random.nextDouble(45, 150));
    }
  }

  /** Early, late and night, a week of each, five days on and two off that move. */
  private void shift(LocalDate day, List<Drive> drives) {
    long number = ChronoUnit.DAYS.between(firstDay, day);
    if (number % 7 > 4) {
      outings(day, drives, random.nextInt(0, 3));
      return;
    }
    double start = SHIFT_STARTS[(int) (number / 7 % SHIFT_STARTS.length)];
    double out = start - commute / 60 - 0.25 + gaussian(0.1);
    drives.add(drive(day, out, commute));
    drives.add(drive(day, start + 8.2 + Math.abs(gaussian(0.3)), commute));
    if (chance(0.3)) {
      outing(day, drives, (start + 11) % 24 < 7 ? 17 : (start + 11) % 24, 40);
    }
  }

  /** A nurse on her round, a craftsman, somebody with children: short ways and short stays. */
  private void round(LocalDate day, List<Drive> drives) {
    if (weekend(day) && chance(0.6)) {
      outings(day, drives, random.nextInt(0, 3));
      return;
    }
    double hour = leaves + gaussian(0.3);
    for (int stop = 0; stop <= stops; stop++) {
      double minutes = random.nextDouble(6, 25);
      drives.add(drive(day, hour, minutes));
      hour += (minutes + random.nextDouble(6, 75)) / 60;
    }
  }

  private void outings(LocalDate day, List<Drive> drives, int count) {
    for (int i = 0; i < count; i++) {
      outing(day, drives, random.nextDouble(8, 20), random.nextDouble(15, 120));
    }
  }

  private void outing(LocalDate day, List<Drive> drives, double hour, double stay) {
    double minutes = random.nextDouble(8, 40);
    drives.add(drive(day, hour, minutes));
    drives.add(drive(day, hour + (minutes + stay) / 60, minutes));
  }

  private Drive drive(LocalDate day, double hour, double minutes) {
    LocalDateTime start = day.atStartOfDay().plusSeconds(Math.round(hour * 3600));
    return new Drive(start, (int) Math.max(4, minutes * (1 + gaussian(0.12))), false);
  }

  private double gaussian(double deviation) {
    return random.nextGaussian() * deviation;
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }
}
