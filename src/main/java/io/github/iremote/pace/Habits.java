package io.github.iremote.pace;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * At which times somebody goes to the car: for each half hour of a working day, then of a weekend
 * day, how many times an hour, in thousandths. Only that is counted, and not what follows from it:
 * a car that was just parked is watched for other reasons. Learnt from the car's own timestamps,
 * which tell of times at which it was not asked, too.
 *
 * @param learntUntil the moment up to which half hours have been counted
 * @param perMille 96 numbers
 */
public record Habits(Instant learntUntil, List<Integer> perMille) {
  private static final int SLOTS = 48;
  private static final Duration SLOT = Duration.ofMinutes(30);

  /** Some eight days make a habit, and as many unmake it. */
  private static final double LEARNING = 0.12;

  /** Nobody leaves to the minute: what is seen once is as likely half an hour before or after. */
  private static final int[] ABOUT_THEN = {-1, 0, 1};

  /** What is done on working days is done on others now and then, and the other way round. */
  private static final double ON_OTHER_DAYS = 0.3;

  /** After a longer break the hours between say nothing: the machine was off, not the car. */
  private static final Duration LONGEST_BREAK = Duration.ofDays(2);

  /** BMW may have heard of it late, but not by more. */
  private static final Duration LATE = Duration.ofHours(1);

  /** However regular an owner is, no hour is without its share of calls. */
  private static final double SURPRISE = 0.04;

  public Habits {
    perMille = List.copyOf(perMille);
    if (perMille.size() != 2 * SLOTS) {
      throw new IllegalArgumentException("habits are " + 2 * SLOTS + " numbers");
    }
  }

  /** What is known of a car that has just been met: people sleep at night. */
  public static Habits unknown(Instant now) {
    List<Integer> guess = new ArrayList<>();
    for (int slot = 0; slot < 2 * SLOTS; slot++) {
      guess.add(guess(slot));
    }
    return new Habits(now, guess);
  }

  private static int guess(int slot) {
    int hour = slot % SLOTS / 2;
    return hour < 5 ? 20 : hour < 6 || hour > 21 ? 40 : 160;
  }

  /** Whether people are up, and no such day has been seen to its end. */
  boolean unlearnt(Instant time, ZoneId zone) {
    int last = slot(time, zone) / SLOTS * SLOTS + SLOTS - 1;
    return peopleAreUp(time, zone) && perMille.get(last) == guess(last);
  }

  static boolean peopleAreUp(Instant time, ZoneId zone) {
    return time.atZone(zone).getHour() > 5;
  }

  /**
   * Counts the half hours since the last time.
   *
   * @param went when somebody went to the car, if anybody did
   */
  Habits learn(Optional<Instant> went, ZoneId zone, Instant now) {
    Instant thisSlot = slotOf(now);
    Instant slot = slotOf(learntUntil);
    if (slot.isAfter(thisSlot) || slot.isBefore(thisSlot.minus(LONGEST_BREAK))) {
      return new Habits(now, perMille);
    }
    List<Integer> learnt = new ArrayList<>(perMille);
    for (; slot.isBefore(thisSlot); slot = slot.plus(SLOT)) {
      add(-LEARNING * learnt.get(slot(slot, zone)), slot(slot, zone), learnt);
    }
    if (went.isPresent() && went.get().isAfter(learntUntil.minus(LATE))) {
      wentAt(slot(went.get(), zone), learnt);
    }
    return new Habits(now, learnt);
  }

  private static void wentAt(int slot, List<Integer> learnt) {
    double once = LEARNING * 1000 * Duration.ofHours(1).dividedBy(SLOT) / ABOUT_THEN.length;
    for (int about : ABOUT_THEN) {
      int day = slot / SLOTS * SLOTS;
      int then = Math.floorMod(slot + about, SLOTS);
      add(once, day + then, learnt);
      add(once * ON_OTHER_DAYS, SLOTS - day + then, learnt);
    }
  }

  private static void add(double perMille, int slot, List<Integer> learnt) {
    learnt.set(slot, (int) Math.round(learnt.get(slot) + perMille));
  }

  /** How much a time deserves to be looked at, next to other times and other cars. */
  double weight(Instant time, ZoneId zone) {
    return SURPRISE + used(time, zone);
  }

  /** How often an hour somebody goes to the car at that time. */
  double used(Instant time, ZoneId zone) {
    return perMille.get(slot(time, zone)) / 1000.0;
  }

  private static Instant slotOf(Instant time) {
    long seconds = SLOT.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  private static int slot(Instant time, ZoneId zone) {
    ZonedDateTime local = time.atZone(zone);
    boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    return (weekend ? SLOTS : 0) + local.getHour() * 2 + local.getMinute() / 30;
  }
}
