package io.github.iremote.pace.habits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HabitsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
  private static final int STEPS = 288;

  @Test
  void a_time_at_which_the_car_is_gone_to_every_working_day_stands_out() {
    double[] rates = rates(workingDays(210), at(FRIDAY, 4, 30));
    double seven = rates[36];
    assertTrue(seven > 4 * rates[36 + 24], "two hours later " + rates[36 + 24] + " of " + seven);
    assertEquals(seven, rates[36 + 2], 0.2 * seven, "ten minutes later");
  }

  @Test
  void what_was_done_today_is_not_expected_again() {
    Map<LocalDate, List<Integer>> days = workingDays(210);
    double before = rates(days, at(FRIDAY, 7, 20))[3];
    days.put(FRIDAY, List.of(195));
    double after = rates(days, at(FRIDAY, 7, 20))[3];
    assertTrue(after < before / 3, after + " of " + before);
  }

  @Test
  void what_is_late_is_still_expected_and_after_a_while_not() {
    Map<LocalDate, List<Integer>> days = workingDays(210);
    double unknown = rates(new HashMap<>(), at(FRIDAY, 8, 0))[0];
    assertTrue(rates(days, at(FRIDAY, 7, 45))[0] > 2 * unknown);
    assertTrue(rates(days, at(FRIDAY, 8, 0))[0] > unknown);
    assertTrue(rates(days, at(FRIDAY, 9, 30))[0] < unknown);
  }

  @Test
  void a_day_that_went_like_today_tells_more_than_one_that_did_not() {
    Map<LocalDate, List<Integer>> days = new HashMap<>();
    days.put(FRIDAY.minusDays(1), List.of(120, 600));
    days.put(FRIDAY.minusDays(2), List.of(480, 1000));
    days.put(FRIDAY, List.of(125));
    double[] rates = rates(days, at(FRIDAY, 13, 55));
    assertTrue(rates[1] > 1.5 * rates[81], rates[1] + " and " + rates[81]);
  }

  @Test
  void what_is_done_on_working_days_is_done_on_saturdays_now_and_then() {
    Map<LocalDate, List<Integer>> days = workingDays(210);
    days.put(FRIDAY.minusDays(5), List.of());
    days.put(FRIDAY.minusDays(6), List.of());
    LocalDate saturday = FRIDAY.plusDays(1);
    double then = rates(days, at(saturday, 4, 30))[36];
    double onFriday = rates(days, at(FRIDAY, 4, 30))[36];
    double unknown = rates(new HashMap<>(), at(saturday, 4, 30))[36];
    assertTrue(unknown < then && then < onFriday, unknown + " < " + then + " < " + onFriday);
  }

  @Test
  void a_plan_goes_on_beyond_the_beginning_of_the_next_day() {
    double[] rates = rates(workingDays(210), at(FRIDAY.minusDays(1), 20, 0));
    int seven = 11 * 12 + 6;
    assertTrue(rates[seven] > 4 * rates[seven + 24]);
  }

  @Test
  void at_night_people_sleep() {
    double[] rates = rates(new HashMap<>(), at(FRIDAY, 12, 0));
    assertTrue(rates[0] > 2 * rates[13 * 12], "at one in the morning");
  }

  /** Two weeks of them, and nothing on the days between. */
  private static Map<LocalDate, List<Integer>> workingDays(int minute) {
    Map<LocalDate, List<Integer>> days = new HashMap<>();
    for (LocalDate day = FRIDAY.minusDays(14); day.isBefore(FRIDAY); day = day.plusDays(1)) {
      days.put(day, Diary.weekend(day) ? List.of() : List.of(minute));
    }
    return days;
  }

  private static double[] rates(Map<LocalDate, List<Integer>> days, Instant from) {
    return Habits.rates(new Diary(days), from, BERLIN, STEPS);
  }

  private static Instant at(LocalDate day, int hour, int minute) {
    return day.atStartOfDay(BERLIN).toInstant().plus(Duration.ofMinutes(hour * 60L + minute));
  }
}
