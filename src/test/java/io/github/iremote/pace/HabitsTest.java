package io.github.iremote.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class HabitsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void an_hour_in_which_the_car_is_used_every_working_day_is_soon_known() {
    Habits habits = Habits.unknown(MONDAY);
    for (int day = 0; day < 5; day++) {
      Instant morning = MONDAY.plus(DAY.multipliedBy(day)).plus(Duration.ofHours(7));
      VehicleStatus used = lockedAt(morning.plusSeconds(1200));
      habits = habits.learn(used, BERLIN, morning.minusSeconds(3600));
      habits = habits.learn(used, BERLIN, morning.plusSeconds(7200));
    }
    Instant seven = MONDAY.plus(Duration.ofHours(7));
    assertTrue(habits.weight(seven, BERLIN) > 0.6, "used");
    assertTrue(habits.weight(seven.plusSeconds(3600), BERLIN) < 0.25, "unused");
    Instant saturday = seven.plus(DAY.multipliedBy(5));
    assertEquals(weightAtFirst(saturday), habits.weight(saturday, BERLIN), 0.001, "not yet seen");
  }

  @Test
  void a_habit_is_of_the_owners_hours_not_of_utc() {
    Instant seven = Instant.parse("2026-11-23T06:10:00Z");
    Habits habits = Habits.unknown(seven).learn(lockedAt(seven), BERLIN, seven.plus(DAY));
    assertEquals(360, habits.perMille().get(7));
    assertEquals(160, habits.perMille().get(8));
  }

  @Test
  void the_hours_of_a_machine_that_was_off_teach_nothing() {
    Habits habits = Habits.unknown(MONDAY);
    Instant later = MONDAY.plus(DAY.multipliedBy(9));
    assertEquals(habits.perMille(), habits.learn(lockedAt(MONDAY), BERLIN, later).perMille());
    Instant before = MONDAY.minus(DAY);
    assertEquals(
        new Habits(before, habits.perMille()), habits.learn(lockedAt(MONDAY), BERLIN, before));
  }

  private static double weightAtFirst(Instant time) {
    return Habits.unknown(MONDAY).weight(time, BERLIN);
  }

  private static VehicleStatus lockedAt(Instant at) {
    return VehicleStatus.UNKNOWN.with(Signal.LOCK, new Reading<>(LockState.SECURED, at));
  }
}
