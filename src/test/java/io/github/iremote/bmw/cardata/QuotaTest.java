package io.github.iremote.bmw.cardata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);

  @ParameterizedTest
  @CsvSource({"50, 47, 49", "100, 97, 99", "20, 17, 19", "10, 7, 9", "2, 1, 1", "1, 1, 1"})
  void polls_leave_two_calls_to_others_and_one_to_a_wrong_clock(
      int dailyCalls, int polls, int person) {
    assertEquals(polls, callsUntilRefused(Quota.unused(dailyCalls), Purpose.POLL));
    assertEquals(person, callsUntilRefused(Quota.unused(dailyCalls), Purpose.PERSON));
  }

  @Test
  void a_person_may_use_what_polls_must_leave() {
    Quota spent = spent(50, NOON, Purpose.POLL);
    assertFalse(spent.allows(Purpose.POLL, NOON));
    assertTrue(spent.allows(Purpose.PERSON, NOON));
  }

  @Test
  void one_call_is_spared_where_polls_have_used_all_they_may() {
    Quota spent = spent(50, NOON, Purpose.POLL);
    Instant next = spent.nextAllowed(Purpose.POLL, NOON);
    assertEquals(1, spent.left(Purpose.SPARE, NOON));

    Quota spared = spent.spared(NOON);

    assertFalse(spared.allows(Purpose.SPARE, NOON));
    assertEquals(0, spared.left(Purpose.SPARE, NOON));
    assertEquals(next, spared.nextAllowed(Purpose.POLL, NOON), "it delays no poll");
    assertEquals(48, spared.usedLast24Hours(NOON));
    assertEquals(1, spared.left(Purpose.PERSON, NOON));
    assertTrue(spared.allows(Purpose.SPARE, next), "a day later");
  }

  @ParameterizedTest
  @CsvSource({"0, 47", "1, 47", "2, 46"})
  void a_second_call_that_is_spared_in_a_day_is_one_of_the_polls(int spared, int polls) {
    Quota quota = Quota.unused(50);
    for (int call = 0; call < spared; call++) {
      assertTrue(quota.allows(Purpose.SPARE, NOON));
      quota = quota.spared(NOON);
    }
    assertEquals(polls, quota.spendable(NOON, NOON));
    assertEquals(47, quota.spendable(NOON, NOON.plus(DAY).plusSeconds(360)));
    assertEquals(polls, callsUntilRefused(quota, Purpose.POLL));
    assertEquals(spared < 2, quota.allows(Purpose.SPARE, NOON));
  }

  @ParameterizedTest
  @CsvSource({"50, 0, 48", "50, 1, 47", "50, 2, 46", "20, 0, 18", "10, 0, 8", "2, 0, 1"})
  void a_car_in_use_may_take_what_is_not_spared_and_leaves_one_to_a_person(
      int dailyCalls, int spared, int polls) {
    Quota quota = Quota.unused(dailyCalls);
    for (int call = 0; call < spared; call++) {
      quota = quota.spared(NOON);
    }
    while (quota.allows(Purpose.IN_USE, NOON)) {
      quota = quota.called(NOON);
    }
    assertEquals(polls, quota.calls().size());
    assertFalse(quota.allows(Purpose.SPARE, NOON));
    assertEquals(dailyCalls > 2, quota.allows(Purpose.PERSON, NOON));
  }

  @ParameterizedTest
  @CsvSource({"50, 2", "20, 2", "10, 2", "5, 0", "2, 0", "1, 0"})
  void a_small_quota_spares_less(int dailyCalls, int spare) {
    assertEquals(spare, Quota.unused(dailyCalls).left(Purpose.SPARE, NOON));
    assertEquals(spare > 0, Quota.unused(dailyCalls).allows(Purpose.SPARE, NOON));
  }

  @Test
  void midnight_does_not_forgive_the_calls_of_the_last_24_hours() {
    Quota spent = spent(50, Instant.parse("2026-11-23T23:00:00Z"), Purpose.POLL);
    Instant midnight = Instant.parse("2026-11-24T00:00:00Z");
    assertEquals(0, spent.usedToday(midnight));
    assertEquals(47, spent.usedLast24Hours(midnight));
    assertFalse(spent.allows(Purpose.POLL, midnight));
  }

  @Test
  void the_next_call_is_allowed_a_day_and_a_little_after_the_one_it_replaces() {
    Instant next = NOON.plus(DAY).plus(Duration.ofMinutes(5));
    Quota spent = spent(50, NOON, Purpose.POLL);
    assertEquals(next, spent.nextAllowed(Purpose.POLL, NOON.plusSeconds(3600)));
    assertFalse(spent.allows(Purpose.POLL, next.minusSeconds(1)));
    assertTrue(spent.allows(Purpose.POLL, next));
  }

  @Test
  void calls_come_back_one_by_one() {
    Quota quota = Quota.unused(50);
    for (int hour = 0; hour < 10; hour++) {
      quota = quota.called(NOON.plusSeconds(3600L * hour));
    }
    Instant evening = NOON.plusSeconds(3600 * 10);
    assertEquals(37, quota.spendable(evening, evening));
    assertEquals(40, quota.spendable(evening, evening.plusSeconds(3600 * 16 + 360)));
    assertEquals(47, quota.spendable(evening, evening.plus(DAY)));
  }

  @Test
  void what_others_have_used_beyond_the_polls_share_is_no_call_in_vain() {
    Quota quota = spent(50, NOON, Purpose.POLL);
    Instant evening = NOON.plus(Duration.ofHours(9));
    quota = quota.called(evening).answered(evening.plusSeconds(1), evening.plusSeconds(1));

    Instant next = NOON.plus(DAY).plus(Duration.ofMinutes(5));
    assertEquals(next, quota.nextAllowed(Purpose.POLL, evening.plusSeconds(2)));
    Instant before = next.minusSeconds(60);
    quota = quota.called(before).answered(before.plusSeconds(1), before.plusSeconds(1));
    assertEquals(next, quota.nextAllowed(Purpose.POLL, before.plusSeconds(2)), "not an hour on");
  }

  @Test
  void with_every_call_used_one_that_has_no_answer_is_followed_by_the_next_an_hour_on() {
    Quota quota = spent(50, NOON, Purpose.POLL);
    Instant next = quota.nextAllowed(Purpose.POLL, NOON);
    Quota inVain = quota.called(next);
    assertEquals(
        next.plus(Duration.ofHours(1)), inVain.nextAllowed(Purpose.POLL, next.plusSeconds(9)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2026-11-24T00:00:00Z",
    "7200, 2026-11-23T14:00:00Z",
    "0, 2026-11-23T12:01:00Z",
    "-5, 2026-11-23T12:01:00Z",
    "9999999, 2026-11-24T12:00:00Z"
  })
  void a_spent_quota_closes_the_day_or_for_as_long_as_bmw_says(String retryAfter, Instant end) {
    Optional<Duration> wait =
        Optional.of(retryAfter)
            .filter(text -> !text.isEmpty())
            .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    Quota closed = Quota.unused(50).closed(wait, NOON);
    assertEquals(end, closed.nextAllowed(Purpose.POLL, NOON));
    assertFalse(closed.allows(Purpose.PERSON, end.minusSeconds(1)));
    assertTrue(closed.allows(Purpose.POLL, end));
  }

  @ParameterizedTest
  @ValueSource(longs = {-60, -3600, -86_400, -31_536_000})
  void a_clock_set_back_frees_no_call_and_locks_nobody_out_for_more_than_a_day(long seconds) {
    Instant now = NOON.plusSeconds(seconds);
    Quota spent = spent(50, NOON, Purpose.POLL).at(now);
    assertFalse(spent.allows(Purpose.POLL, now));
    assertEquals(47, spent.usedLast24Hours(now));
    assertTrue(spent.at(now.plusSeconds(90_000)).allows(Purpose.POLL, now.plusSeconds(90_000)));
  }

  @ParameterizedTest
  @ValueSource(longs = {3600 * 30, 31_536_000})
  void a_clock_set_forward_costs_one_call_until_an_answer_tells_the_time(long seconds) {
    Quota spent = spent(50, NOON, Purpose.PERSON).answered(NOON, NOON);
    Instant wrong = NOON.plusSeconds(seconds);
    assertTrue(spent.allows(Purpose.PERSON, wrong), "nobody can know yet");
    Quota called = spent.called(wrong);
    assertFalse(called.allows(Purpose.PERSON, wrong), "the spare call was the last");
    Quota answered = called.answered(NOON.plusSeconds(60), wrong.plusSeconds(1));
    assertFalse(answered.allows(Purpose.PERSON, wrong.plusSeconds(3600)));
    assertEquals(50, answered.usedLast24Hours(wrong.plusSeconds(3600)));
  }

  @Test
  void the_answer_of_the_token_server_tells_the_time_before_a_call_is_lost() {
    Quota spent = spent(50, NOON, Purpose.POLL).answered(NOON, NOON);
    Instant wrong = NOON.plus(Duration.ofDays(2));
    assertFalse(spent.answered(NOON.plusSeconds(60), wrong).allows(Purpose.POLL, wrong));
  }

  @Test
  void calls_without_an_answer_by_a_slow_clock_count_from_the_next_answer() {
    Instant slow = NOON.minus(Duration.ofHours(40));
    Quota quota = Quota.unused(50).called(slow).called(slow.plusSeconds(3600));
    quota = quota.called(slow.plusSeconds(7200)).answered(NOON, slow.plusSeconds(7201));
    assertEquals(List.of(NOON, NOON, NOON), quota.calls());
  }

  @Test
  void a_call_made_by_a_slow_clock_counts_from_when_bmw_answered() {
    Instant slow = NOON.minus(Duration.ofHours(10));
    Quota quota = Quota.unused(50).called(slow).answered(NOON, slow.plusSeconds(1));
    assertEquals(List.of(NOON), quota.calls());
  }

  @Test
  void only_an_answer_makes_old_calls_forgotten_and_without_any_the_list_stays_short() {
    Instant later = NOON.plus(Duration.ofDays(3));
    Quota many = Quota.unused(50).called(NOON).called(later);
    assertEquals(2, many.calls().size());
    assertEquals(1, many.answered(later, later).calls().size());
    for (int i = 0; i < 1000; i++) {
      many = many.called(NOON.plusSeconds(7200L * i));
    }
    assertEquals(100, many.calls().size());
  }

  @Test
  void a_closure_of_another_year_is_not_believed() {
    Quota closed = Quota.unused(50).closed(Optional.empty(), NOON.plus(Duration.ofDays(365)));
    assertTrue(closed.allows(Purpose.POLL, NOON));
  }

  private static Quota spent(int dailyCalls, Instant now, Purpose purpose) {
    return spent(Quota.unused(dailyCalls), now, purpose);
  }

  private static Quota spent(Quota quota, Instant now, Purpose purpose) {
    Quota spent = quota;
    while (spent.allows(purpose, now)) {
      spent = spent.called(now);
    }
    return spent;
  }

  private static int callsUntilRefused(Quota quota, Purpose purpose) {
    return spent(quota, NOON, purpose).calls().size();
  }
}
