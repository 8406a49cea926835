package io.github.iremote.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.bmw.cardata.Quota;
import io.github.iremote.pace.habits.Absence;
import io.github.iremote.pace.habits.Diary;
import io.github.iremote.pace.habits.Drives;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Quota UNUSED = Quota.unused(50);

  /** After a day like most. */
  private static final Quota USED = everyMinutes(34);

  @Test
  void with_somebody_at_the_car_the_next_run_looks_again() {
    assertEquals(5, runs(driving(NOON.minusSeconds(1200))));
    assertTrue(runs(driving(NOON.minusSeconds(60))) <= 15, "few drives take less");
    assertEquals(5, runs(unlocked(NOON.minusSeconds(60))));
    assertTrue(runs(locked(NOON.minusSeconds(60)), USED) > 10);
  }

  @Test
  void the_longer_a_car_stands_unlocked_the_rarer_it_is_looked_at() {
    int looks = 0;
    Instant now = NOON;
    for (; now.isBefore(NOON.plus(Duration.ofHours(24))); looks++) {
      now = now.plusSeconds(60L * runs(at(unlocked(NOON), now), UNUSED));
    }
    assertTrue(looks < 60, "looks in a day: " + looks);
  }

  @Test
  void a_quiet_car_is_asked_at_a_pace_that_lasts_the_day() {
    Instant now = NOON;
    Quota quota = UNUSED;
    Duration longest = Duration.ZERO;
    Instant end = NOON.plus(Duration.ofDays(2));
    while (now.isBefore(end)) {
      quota = quota.called(now).answered(now, now);
      Rhythm car = car(at(locked(NOON.minus(Duration.ofDays(1))), now));
      Instant due = pace(List.of(car), Absence.NONE, quota, now).due(car);
      Duration wait = Duration.between(now, due);
      longest = wait.compareTo(longest) > 0 ? wait : longest;
      now = due;
      assertTrue(quota.allows(Purpose.POLL, now), "due on an empty book at " + now);
    }
    assertTrue(longest.compareTo(Duration.ofHours(4)) <= 0, longest.toString());
  }

  @Test
  void an_appointment_is_kept() {
    Instant end = NOON.plusSeconds(400);
    Instant before = NOON.minusSeconds(36_000);
    Outlook charging =
        new Outlook(NOON, before, before, before, false, false, true, Optional.of(end));
    assertEquals(end, due(car(charging), UNUSED));
  }

  @Test
  void nothing_is_due_before_the_quota_allows_it() {
    Quota spent = UNUSED;
    for (int call = 0; call < 45; call++) {
      spent = spent.called(NOON.minusSeconds(3600 - call));
    }
    Instant due = due(car(driving(NOON)), spent);
    assertFalse(due.isBefore(new QuotaBudget(spent).nextAllowed(true, NOON)), due.toString());
  }

  @Test
  void cars_that_share_the_calls_are_asked_the_less_the_more_they_are() {
    Rhythm car = car(locked(NOON.minus(Duration.ofDays(1))));
    List<Rhythm> three = new ArrayList<>(Collections.nCopies(3, car));
    Instant alone = due(car, UNUSED);
    Instant shared = pace(three, Absence.NONE, UNUSED, NOON).due(car);
    Duration wait = Duration.between(NOON, alone);
    assertTrue(Duration.between(NOON, shared).compareTo(wait.multipliedBy(2)) > 0);
  }

  @Test
  void where_nothing_runs_at_night_the_calls_of_the_night_are_used_by_day() {
    List<Integer> off = new ArrayList<>(Collections.nCopies(24, 0));
    off.subList(0, 6).replaceAll(perMille -> 1000);
    Map<LocalDate, List<Integer>> dayAndNight = new HashMap<>();
    for (int day = 2; day < 23; day++) {
      dayAndNight.put(LocalDate.of(2026, 11, day), List.of(500, 900, 1230, 1260, 1290, 1320, 1350));
    }
    Rhythm car = car(locked(NOON.minus(Duration.ofDays(1))), new Diary(dayAndNight));
    Pace asleep = pace(List.of(car), new Absence(off), UNUSED, NOON);
    Pace awake = pace(List.of(car), Absence.NONE, UNUSED, NOON);
    assertTrue(asleep.price() < awake.price(), "a look by day is dearer: " + asleep.price());
    assertTrue(asleep.due(car).isBefore(awake.due(car)), asleep.due(car) + " " + awake.due(car));
  }

  @Test
  void by_day_no_car_is_left_alone_for_more_than_two_hours() {
    Map<LocalDate, List<Integer>> never = new HashMap<>();
    for (int day = 2; day < 22; day++) {
      never.put(LocalDate.of(2026, 11, day), List.of());
    }
    Outlook quiet = locked(NOON.minus(Duration.ofDays(9)));
    Rhythm car = car(quiet, new Diary(never));
    Instant latest = NOON.plus(Duration.ofHours(2));
    for (int dailyCalls : new int[] {2, 6, 12, 50}) {
      Instant due = pace(List.of(car), Absence.NONE, Quota.unused(dailyCalls), NOON).due(car);
      assertFalse(due.isAfter(latest), dailyCalls + " calls: " + due);
      assertTrue(dailyCalls > 6 || due.equals(latest), dailyCalls + " calls: " + due);
    }
  }

  @Test
  void with_few_calls_left_for_the_next_hour_the_next_look_is_later() {
    Rhythm car = car(locked(NOON.minus(Duration.ofHours(5))));
    Duration many = waits(car, new Left(20));
    Duration few = waits(car, new Left(2));
    assertTrue(few.compareTo(many) > 0, few + " and " + many);
  }

  private static Duration waits(Rhythm car, Budget budget) {
    Pace pace = new Pace(List.of(car), Absence.NONE, Price.USUAL, budget, ZONE, NOON);
    return Duration.between(NOON, pace.due(car));
  }

  /** So many calls for the next hour, and all of them afterwards. */
  private record Left(int soon) implements Budget {
    @Override
    public Instant nextAllowed(boolean inUse, Instant now) {
      return now;
    }

    @Override
    public int spendable(Instant now, Instant until) {
      return until.isAfter(now.plus(Duration.ofHours(1))) ? 46 : soon;
    }

    @Override
    public List<Instant> calls() {
      return List.of();
    }
  }

  private static Quota everyMinutes(int minutes) {
    Quota quota = UNUSED;
    for (int ago = 1440; ago > 0; ago -= minutes) {
      quota = quota.called(NOON.minusSeconds(60L * ago));
    }
    return quota;
  }

  private static int runs(Outlook outlook) {
    return runs(outlook, UNUSED);
  }

  /** After how many minutes a run that comes every five finds the car due. */
  private static int runs(Outlook outlook, Quota quota) {
    Instant looked = outlook.looked();
    Rhythm car = car(outlook);
    Instant due = pace(List.of(car), Absence.NONE, quota, looked).due(car);
    return (int) ((Duration.between(looked, due).toSeconds() + 299) / 300 * 5);
  }

  private static Instant due(Rhythm car, Quota quota) {
    return pace(List.of(car), Absence.NONE, quota, NOON).due(car);
  }

  private static Rhythm car(Outlook outlook) {
    return car(outlook, Diary.EMPTY);
  }

  private static Rhythm car(Outlook outlook, Diary diary) {
    return new Rhythm(new Wait(NOON, NOON), diary, Drives.NONE, Optional.empty(), outlook, 0);
  }

  private static Pace pace(List<Rhythm> cars, Absence absence, Quota quota, Instant now) {
    double price = Price.USUAL;
    for (int look = 0; look < 20; look++) {
      price = new Pace(cars, absence, price, new QuotaBudget(quota), ZONE, now).price();
    }
    return new Pace(cars, absence, price, new QuotaBudget(quota), ZONE, now);
  }

  private static Outlook at(Outlook outlook, Instant looked) {
    return new Outlook(
        looked,
        outlook.active(),
        outlook.began(),
        outlook.arrived(),
        false,
        outlook.atHand(),
        false,
        Optional.empty());
  }

  private static Outlook driving(Instant active) {
    return new Outlook(NOON, active, active, active, true, false, false, Optional.empty());
  }

  private static Outlook unlocked(Instant active) {
    return new Outlook(NOON, active, active, active, false, true, false, Optional.empty());
  }

  private static Outlook locked(Instant active) {
    return new Outlook(NOON, active, active, active, false, false, false, Optional.empty());
  }
}
