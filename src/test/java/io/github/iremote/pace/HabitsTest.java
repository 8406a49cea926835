package io.github.iremote.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HabitsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void a_time_at_which_the_car_is_gone_to_every_working_day_is_soon_known() {
    Habits habits = Habits.unknown(MONDAY);
    for (int day = 0; day < 5; day++) {
      Instant morning = MONDAY.plus(DAY.multipliedBy(day)).plus(Duration.ofHours(7));
      habits = habits.learn(Optional.empty(), BERLIN, morning.minusSeconds(3600));
      habits = habits.learn(Optional.of(morning), BERLIN, morning.plusSeconds(7200));
    }
    Instant seven = MONDAY.plus(Duration.ofHours(7));
    double first = habits.weight(seven, BERLIN);
    assertTrue(first > 2 * weightAtFirst(seven), "gone to at " + first);
    assertEquals(first, habits.weight(seven.plusSeconds(1800), BERLIN), 0.03, "half an hour later");
    assertTrue(habits.weight(seven.plusSeconds(3600), BERLIN) < 0.2, "an hour later");
    Instant saturday = seven.plus(DAY.multipliedBy(5));
    double then = habits.weight(saturday, BERLIN);
    assertTrue(then > weightAtFirst(saturday) && then < first, "perhaps on a Saturday, too");
  }

  @Test
  void a_habit_is_of_the_owners_hours_not_of_utc() {
    Instant seven = Instant.parse("2026-11-23T06:10:00Z");
    Habits habits = Habits.unknown(seven).learn(Optional.of(seven), BERLIN, seven.plus(DAY));
    assertEquals(221, habits.perMille().get(14));
    assertEquals(221, habits.perMille().get(15));
    assertEquals(141, habits.perMille().get(16));
  }

  @Test
  void around_midnight_the_day_before_is_not_mistaken_for_the_day_after() {
    Instant midnight = Instant.parse("2026-11-22T23:10:00Z");
    Habits habits = Habits.unknown(midnight).learn(Optional.of(midnight), BERLIN, midnight);
    assertEquals(100, habits.perMille().get(0));
    assertEquals(100, habits.perMille().get(1));
    assertEquals(120, habits.perMille().get(47));
    assertEquals(44, habits.perMille().get(48));
  }

  @Test
  void the_hours_of_a_machine_that_was_off_teach_nothing() {
    Habits habits = Habits.unknown(MONDAY);
    Instant later = MONDAY.plus(DAY.multipliedBy(9));
    Optional<Instant> then = Optional.of(MONDAY);
    assertEquals(habits.perMille(), habits.learn(then, BERLIN, later).perMille());
    Instant before = MONDAY.minus(DAY);
    assertEquals(new Habits(before, habits.perMille()), habits.learn(then, BERLIN, before));
  }

  @Test
  void what_was_long_before_the_first_look_teaches_nothing() {
    Habits habits = Habits.unknown(MONDAY);
    Optional<Instant> before = Optional.of(MONDAY.minus(DAY));
    assertEquals(habits, habits.learn(before, BERLIN, MONDAY));
  }

  @Test
  void a_day_is_known_when_it_was_seen_to_its_end() {
    Instant noon = MONDAY.plus(Duration.ofHours(12));
    Habits first = Habits.unknown(MONDAY).learn(Optional.empty(), BERLIN, noon);
    assertTrue(first.unlearnt(noon, BERLIN));
    assertFalse(first.learn(Optional.empty(), BERLIN, MONDAY.plus(DAY)).unlearnt(noon, BERLIN));
    assertTrue(first.unlearnt(noon.plus(DAY.multipliedBy(5)), BERLIN), "a weekend is another day");
    assertFalse(first.unlearnt(MONDAY, BERLIN), "at night people sleep");
  }

  private static double weightAtFirst(Instant time) {
    return Habits.unknown(MONDAY).weight(time, BERLIN);
  }
}
