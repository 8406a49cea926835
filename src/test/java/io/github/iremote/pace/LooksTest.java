package io.github.iremote.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.pace.habits.Diary;
import io.github.iremote.pace.habits.Drives;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LooksTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final int STEPS = 288;

  @Test
  void the_dearer_a_look_the_fewer_there_are() {
    double[] rates = new double[STEPS];
    Arrays.fill(rates, 0.2);
    double before = STEPS;
    for (double price : new double[] {0.01, 0.05, 0.1, 0.2, 0.4, 0.8}) {
      double looks = Arrays.stream(looks(rates, price, 1).expected()).sum();
      assertTrue(looks <= before, looks + " at " + price);
      before = looks;
    }
    assertTrue(before < 10, "looks every few hours: " + before);
  }

  @Test
  void looks_are_where_something_is_likely() {
    double[] rates = new double[STEPS];
    Arrays.fill(rates, 0.02);
    Arrays.fill(rates, 60, 84, 1);
    double[] looks = looks(rates, 0.15, 1).expected();
    double then = Arrays.stream(looks, 60, 90).sum();
    assertTrue(then > 6, "in these two hours " + then);
    assertTrue(Arrays.stream(looks, 0, 58).sum() < 3, Arrays.toString(looks));
  }

  @Test
  void none_is_before_the_first_that_may_be() {
    double[] rates = new double[STEPS];
    Arrays.fill(rates, 3);
    assertEquals(7, looks(rates, 0.05, 7).next());
  }

  @Test
  void none_is_further_than_four_hours_from_the_one_before() {
    double[] looks = looks(new double[STEPS], 3, 1).expected();
    int last = 0;
    for (int step = 1; step < STEPS; step++) {
      if (looks[step] > 0) {
        assertTrue(step - last <= 48, step + " after " + last);
        last = step;
      }
    }
    assertTrue(last >= STEPS - 48, "the last at " + last);
  }

  private static Looks looks(double[] rates, double price, int first) {
    Instant longAgo = NOW.minusSeconds(40_000);
    Outlook quiet =
        new Outlook(NOW, longAgo, longAgo, longAgo, false, false, false, Optional.empty());
    Rhythm car =
        new Rhythm(new Wait(NOW, NOW), Diary.EMPTY, Drives.NONE, Optional.empty(), quiet, 0);
    return new Looks(Standing.of(car, rates, STEPS), price, first);
  }
}
