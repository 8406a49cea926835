package io.github.iremote.pace.habits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiaryTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void a_day_is_kept_that_was_seen_from_its_beginning() {
    Instant evening = NOON.plus(Duration.ofHours(8));
    Diary diary = Diary.EMPTY.looked(NOON, evening, BERLIN).went(evening, NOON, BERLIN);
    assertEquals(Diary.EMPTY, diary, "met at noon");
    diary = diary.looked(evening, NOON.plus(DAY), BERLIN);
    assertEquals(Set.of(MONDAY.plusDays(1)), diary.days().keySet());
  }

  @Test
  void a_night_still_belongs_to_the_day_before_by_the_owners_clock() {
    Instant threeInTheMorning = Instant.parse("2026-11-24T02:00:00Z");
    Diary diary = seen(MONDAY).went(threeInTheMorning, threeInTheMorning, BERLIN);
    assertEquals(List.of(23 * 60), diary.minutes(MONDAY));
  }

  @Test
  void what_was_done_is_kept_in_order_of_time() {
    Diary diary = seen(MONDAY).went(NOON, NOON, BERLIN).went(NOON.minusSeconds(3600), NOON, BERLIN);
    assertEquals(List.of(7 * 60, 8 * 60), diary.minutes(MONDAY));
  }

  @Test
  void what_was_long_before_the_last_look_is_not_believed() {
    Diary diary = seen(MONDAY).went(NOON, NOON.plus(Duration.ofHours(3)), BERLIN);
    assertEquals(List.of(), diary.minutes(MONDAY));
  }

  @Test
  void the_days_of_a_machine_that_was_off_teach_nothing() {
    Instant back = NOON.plus(DAY.multipliedBy(3));
    assertEquals(Set.of(MONDAY), seen(MONDAY).looked(NOON, back, BERLIN).days().keySet());
    Instant set = NOON.minus(DAY.multipliedBy(3));
    assertEquals(Set.of(MONDAY), seen(MONDAY).looked(NOON, set, BERLIN).days().keySet());
  }

  @Test
  void three_weeks_are_kept() {
    Diary diary = Diary.EMPTY;
    Instant now = NOON;
    for (int day = 0; day < 40; day++, now = now.plus(DAY)) {
      diary = diary.looked(now, now.plus(DAY), BERLIN);
    }
    assertEquals(22, diary.days().size(), "with today");
    assertFalse(diary.days().containsKey(MONDAY));
  }

  @Test
  void a_day_is_learnt_when_one_of_its_kind_is_over() {
    assertTrue(seen(MONDAY).unlearnt(MONDAY));
    assertFalse(seen(MONDAY).unlearnt(MONDAY.plusDays(1)));
    assertTrue(seen(MONDAY).unlearnt(MONDAY.plusDays(5)), "a weekend is another day");
  }

  @Test
  void it_is_read_as_it_was_written() {
    Diary diary = seen(MONDAY).went(NOON, NOON, BERLIN).looked(NOON, NOON.plus(DAY), BERLIN);
    assertEquals(diary.days(), Diary.fromJson(diary.toJson()).days());
    assertEquals("{\"2026-11-23\":\"480\",\"2026-11-24\":\"\"}", diary.toJson().toString());
  }

  private static Diary seen(LocalDate day) {
    Instant before = Diary.beginning(day, BERLIN).minusSeconds(1);
    return Diary.EMPTY.looked(before, before.plusSeconds(2), BERLIN);
  }
}
