package io.github.iremote.watch.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.mqtt.Ending.Kind;
import io.github.iremote.oauth.Token;
import io.github.iremote.watch.timing.Attempts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the line is opened. */
class LineTest extends TriedLine {
  @Test
  void there_is_one_attempt_at_a_time() {
    assertTrue(opens());
    assertFalse(opens());
    pass(Duration.ofSeconds(30));
    assertFalse(opens());
    ear().connected();
    line.step();
    assertFalse(opens());
    assertEquals(List.of("connected after PT30S"), told());
  }

  @Test
  void a_broker_that_takes_the_login_and_then_says_nothing_is_given_up() {
    assertTrue(opens());
    pass(Duration.ofSeconds(41));
    assertEquals(List.of("LOST, next in PT5S"), told());
    assertEquals(1, closed);
  }

  @Test
  void pauses_grow_from_seconds_to_minutes() {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      pass(Duration.ofHours(1));
      assertTrue(opens());
      ends(Kind.LOST);
      pauses.add(Duration.between(wall, line.next()));
    }
    assertEquals(
        List.of(5, 10, 20, 40, 80, 160, 300, 300, 300),
        pauses.stream().map(pause -> (int) pause.toSeconds()).toList());
  }

  @Test
  void a_process_that_is_started_again_and_again_makes_no_storm() {
    for (int i = 0; i < 10; i++) {
      assertTrue(opens());
      line = line(Attempts.fromJson(line.attempts().toJson()));
    }
    assertFalse(opens());
    pass(Duration.ofMinutes(10));
    assertTrue(opens());
  }

  @Test
  void the_pause_survives_a_restart_and_a_clock_that_is_set_back_ends_it() {
    for (int i = 0; i < 7; i++) {
      pass(Duration.ofHours(1));
      assertTrue(opens());
      ends(Kind.LOST);
    }
    line = line(Attempts.fromJson(line.attempts().toJson()));
    assertFalse(opens());
    wall = wall.minus(Duration.ofDays(1));
    assertTrue(opens());
  }

  @Test
  void a_refused_login_waits_and_asks_for_another_token_once_in_ten_minutes() {
    assertTrue(opens());
    ends(Kind.LOGIN_REFUSED);
    assertEquals(List.of("LOGIN_REFUSED, next in PT15S"), told());
    assertTrue(line.wantsFreshToken());
    pass(Duration.ofSeconds(15));
    line.attempting();
    Optional<String> none = Optional.empty();
    line.open(new Token("b", none, tokenEnds, wall, none, Optional.of("gcid"), none), true);
    ends(Kind.LOGIN_REFUSED);
    assertFalse(line.wantsFreshToken());
    pass(Duration.ofMinutes(10));
    assertTrue(line.wantsFreshToken());
  }

  @Test
  void a_gap_is_measured() {
    connects();
    ends(Kind.LOST);
    pass(Duration.ofSeconds(90));
    connects();
    assertEquals(List.of("connected", "LOST, next in PT5S", "connected after PT1M30S"), told());
  }
}
