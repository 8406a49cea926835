package io.github.iremote.watch.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.mqtt.Ending;
import io.github.iremote.mqtt.Ending.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a line that stands is kept, renewed in time, and given up to another program. */
class StandingLineTest extends TriedLine {
  @Test
  void the_line_is_renewed_before_the_hour_ends_by_the_wall_clock() {
    connects();
    told();
    wall = tokenEnds.minus(Duration.ofMinutes(8));
    up = up.plus(Duration.ofMinutes(1));
    assertTrue(opens());
  }

  @Test
  void the_line_is_renewed_before_the_hour_ends_by_its_own_clock() {
    connects();
    told();
    up = up.plus(Duration.ofMinutes(50));
    assertTrue(opens());
  }

  @Test
  void the_old_connection_stands_until_the_new_one_does() {
    connects();
    pass(Duration.ofMinutes(52));
    tokenEnds = wall.plus(Duration.ofHours(1));
    assertTrue(opens());
    assertTrue(line.stands());
    assertEquals(0, closed);
    ears.get(0).ended(new Ending(Kind.TAKEN_OVER, "the new one"));
    ears.get(1).connected();
    line.step();
    assertEquals(List.of("connected", "renewed"), told());
    assertFalse(opens());
  }

  @Test
  void a_renewal_that_fails_leaves_the_old_connection_and_is_tried_again() {
    connects();
    pass(Duration.ofMinutes(52));
    assertTrue(opens());
    ends(Kind.LOST);
    assertTrue(line.stands());
    assertFalse(opens());
    pass(Duration.ofSeconds(5));
    assertTrue(opens());
  }

  @Test
  void after_a_suspend_the_line_is_opened_anew() {
    connects();
    wall = wall.plus(Duration.ofMinutes(30));
    assertTrue(opens());
  }

  /** Each of two programs that share an account ends the other's connection. */
  @Test
  void who_is_evicted_again_and_again_stands_aside_and_says_so_once() {
    for (int i = 0; i < 3; i++) {
      connects();
      pass(Duration.ofSeconds(20));
      ends(i == 1 ? Kind.HUNG_UP : Kind.TAKEN_OVER);
      pass(Duration.ofMinutes(1));
    }
    assertEquals(1, told().stream().filter("evicted"::equals).count());
    pass(Duration.ofHours(3));
    assertFalse(opens());
    pass(Duration.ofHours(1));
    connects();
    ends(Kind.TAKEN_OVER);
    assertEquals(List.of("connected after PT4H1M", "TAKEN_OVER, next in PT4H"), told());
    pass(Duration.ofHours(3));
    assertFalse(opens());
    pass(Duration.ofHours(1));
    connects();
    pass(Duration.ofMinutes(16));
    assertEquals(List.of("connected after PT4H", "settled"), told());
  }

  @Test
  void a_broker_that_hangs_up_after_a_while_or_a_network_that_fails_is_no_eviction() {
    for (int i = 0; i < 6; i++) {
      connects();
      pass(Duration.ofMinutes(2));
      ends(Kind.HUNG_UP);
      pass(Duration.ofMinutes(1));
      connects();
      ends(Kind.LOST);
      pass(Duration.ofMinutes(1));
    }
    List<String> both =
        List.of(
            "connected after PT1M",
            "HUNG_UP, next in PT5S",
            "connected after PT1M",
            "LOST, next in PT5S");
    List<String> expected = new ArrayList<>();
    Collections.nCopies(6, both).forEach(expected::addAll);
    expected.set(0, "connected");
    assertEquals(expected, told());
  }
}
