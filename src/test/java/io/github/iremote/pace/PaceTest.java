package io.github.iremote.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.bmw.cardata.Quota;
import io.github.iremote.event.Thresholds;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-23T01:00:00Z");
  private static final Pace PACE = new Pace(Thresholds.DEFAULT);
  private static final Quota UNUSED = Quota.unused(50);

  @ParameterizedTest
  @CsvSource({
    // minutes since the car spoke, its lock, driving, left calls -> minutes until the next look
    "1, SECURED, true, 45, 5",
    "1, UNLOCKED, false, 45, 5",
    "17, UNLOCKED, false, 45, 8",
    "1, SECURED, false, 45, 20",
    "1, LOCKED, false, 45, 20",
    "60, SECURED, false, 45, 30",
    "1, UNLOCKED, false, 4, 5",
    "1, UNLOCKED, false, 2, 10",
    "1, UNLOCKED, false, 1, 14", // an appointment: left unlocked after 15 minutes
  })
  void the_livelier_the_car_the_sooner_the_next_look(
      int quiet, LockState lock, boolean driving, int left, int minutes) {
    VehicleStatus status = locked(lock, NOON.minusSeconds(60L * quiet));
    assertEquals(minutes, minutes(status, driving, used(45 - left, NOON), NOON));
  }

  @Test
  void a_quiet_car_is_asked_at_a_pace_that_lasts_the_day() {
    Instant now = NOON;
    Quota quota = UNUSED;
    int calls = 0;
    for (; now.isBefore(NOON.plus(Duration.ofDays(1))); calls++) {
      quota = quota.called(now);
      now =
          PACE.next(
                  quietSince(NIGHT),
                  false,
                  habits(),
                  List.of(habits()),
                  new QuotaBudget(quota),
                  ZONE,
                  now)
              .until();
    }
    assertTrue(calls >= 30 && calls <= 45, calls + " calls");
  }

  @Test
  void calls_that_come_back_tomorrow_are_not_spent_today() {
    VehicleStatus quiet = quietSince(NIGHT.minus(Duration.ofDays(1)));
    assertTrue(minutes(quiet, false, used(40, NOON.minusSeconds(3600)), NOON) > 180);
    assertTrue(minutes(quiet, false, used(40, NOON.minusSeconds(85_000)), NOON) < 60);
  }

  @Test
  void at_night_the_plan_is_to_sleep() {
    VehicleStatus quiet = quietSince(NIGHT.minus(Duration.ofDays(1)));
    assertEquals(87, minutes(quiet, false, UNUSED, NIGHT));
    assertEquals(35, minutes(quiet, false, UNUSED, NOON));
  }

  @Test
  void a_busy_morning_leaves_calls_for_the_evening() {
    Instant now = NOON.minusSeconds(3600 * 5);
    Quota quota = UNUSED;
    for (; now.isBefore(NOON); ) {
      quota = quota.called(now);
      VehicleStatus driving = locked(LockState.LOCKED, now.minusSeconds(30));
      now =
          PACE.next(driving, true, habits(), List.of(habits()), new QuotaBudget(quota), ZONE, now)
              .until();
    }
    assertTrue(quota.spendable(NOON, NOON) <= 5, "lively hours may spend");
    int evening = quota.spendable(NOON, NOON.plus(Duration.ofHours(20)));
    assertTrue(quota.allows(Purpose.PERSON, NOON) && evening >= 3, evening + " left");
  }

  @Test
  void the_quota_has_the_last_word() {
    VehicleStatus lively = locked(LockState.UNLOCKED, NOON);
    Quota closed = UNUSED.closed(Optional.empty(), NOON);
    assertEquals(Instant.parse("2026-11-24T00:00:00Z"), next(lively, true, closed, NOON).until());
    Wait spent = next(lively, true, used(45, NOON), NOON);
    assertEquals(NOON.plus(Duration.ofMinutes(24 * 60 + 5 + 15)), spent.until());
  }

  @Test
  void a_car_that_stands_leaves_its_share_to_the_one_that_is_used() {
    Habits idle = new Habits(NIGHT, Collections.nCopies(48, 0));
    Habits busy = new Habits(NIGHT, Collections.nCopies(48, 500));
    VehicleStatus quiet = quietSince(NIGHT.minus(Duration.ofDays(3)));
    List<Habits> both = List.of(idle, busy);
    Wait ofIdle = PACE.next(quiet, false, idle, both, new QuotaBudget(UNUSED), ZONE, NOON);
    Wait ofBusy = PACE.next(quiet, false, busy, both, new QuotaBudget(UNUSED), ZONE, NOON);
    Wait alone = PACE.next(quiet, false, idle, List.of(idle), new QuotaBudget(UNUSED), ZONE, NOON);
    assertTrue(ofIdle.until().isAfter(NOON.plusSeconds(3600 * 3)));
    assertTrue(ofBusy.until().isBefore(NOON.plusSeconds(60 * 50)));
    assertTrue(alone.until().isBefore(ofBusy.until()));
  }

  @Test
  void a_wait_is_over_at_its_end_and_when_the_clock_was_set_back() {
    Wait wait = new Wait(NOON, NOON.plusSeconds(600));
    assertFalse(wait.over(NOON));
    assertFalse(wait.over(NOON.plusSeconds(599)));
    assertTrue(wait.over(NOON.plusSeconds(600)));
    assertTrue(wait.over(NOON.minusSeconds(1)));
  }

  private static long minutes(VehicleStatus status, boolean driving, Quota quota, Instant now) {
    return Duration.between(now, next(status, driving, quota, now).until()).toMinutes();
  }

  private static Wait next(VehicleStatus status, boolean driving, Quota quota, Instant now) {
    return PACE.next(
        status, driving, habits(), List.of(habits()), new QuotaBudget(quota), ZONE, now);
  }

  private static Habits habits() {
    return Habits.unknown(NOON);
  }

  private static Quota used(int calls, Instant now) {
    return new Quota(50, Collections.nCopies(calls, now), Optional.empty(), Duration.ZERO);
  }

  private static VehicleStatus quietSince(Instant time) {
    return locked(LockState.SECURED, time);
  }

  private static VehicleStatus locked(LockState lock, Instant at) {
    return VehicleStatus.UNKNOWN.with(Signal.LOCK, new Reading<>(lock, at));
  }
}
