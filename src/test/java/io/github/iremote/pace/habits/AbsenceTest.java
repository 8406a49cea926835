package io.github.iremote.pace.habits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbsenceTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant BEDTIME = Instant.parse("2026-11-23T22:40:00Z"); // 23:40 there
  private static final Duration NIGHT = Duration.ofHours(7);

  @Test
  void hours_in_which_looks_were_due_and_none_was_made_are_those_of_a_machine_that_is_off() {
    Absence nights = nights(Absence.NONE, 2);
    assertEquals("0 1 2 3 4 5", offAt(nights));
    assertEquals(0.25, nights.present(BEDTIME.plus(Duration.ofHours(3)), ZONE));
    assertEquals(1, nights.present(BEDTIME, ZONE), "it was on for a part of that hour");
  }

  @Test
  void a_look_that_is_made_when_it_is_due_says_that_the_machine_is_on() {
    Absence learnt = nights(Absence.NONE, 3);
    Instant midnight = Instant.parse("2026-11-26T23:30:00Z");
    for (int night = 0; night < 4; night++) {
      learnt = learnt.learn(midnight.minusSeconds(200), midnight, ZONE);
    }
    assertEquals("1 2 3 4 5", offAt(learnt));
  }

  @Test
  void a_holiday_is_no_habit() {
    assertEquals(Absence.NONE, Absence.NONE.learn(BEDTIME, BEDTIME.plusSeconds(400_000), ZONE));
  }

  private static Absence nights(Absence before, int count) {
    Absence learnt = before;
    for (int night = 0; night < count; night++) {
      Instant due = BEDTIME.plus(Duration.ofDays(night));
      learnt = learnt.learn(due, due.plus(NIGHT), ZONE);
    }
    return learnt;
  }

  private static String offAt(Absence absence) {
    List<String> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      if (absence.perMille().get(hour) > 100) {
        hours.add(String.valueOf(hour));
      }
    }
    return String.join(" ", hours);
  }
}
