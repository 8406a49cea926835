package io.github.iremote.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.bmw.Push.Ear;
import io.github.iremote.mqtt.Ending;
import io.github.iremote.mqtt.Ending.Kind;
import io.github.iremote.oauth.Token;
import io.github.iremote.watch.timing.Attempts;
import io.github.iremote.watch.timing.Bursts;
import io.github.iremote.watch.timing.Clocks;
import io.github.iremote.watch.timing.Reconnect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the line is opened, kept and opened anew. */
class LineTest {
  private Instant wall = Instant.parse("2026-03-02T10:00:00Z");
  private Duration up = Duration.ZERO;
  private Instant tokenEnds = wall.plus(Duration.ofHours(1));
  private final List<Ear> ears = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private int closed;
  private Line line = line(Attempts.NONE);

  private Line line(Attempts attempts) {
    Clocks clocks = new Clocks(() -> wall, () -> up.toNanos());
    Reconnect rules = new Reconnect(() -> 0.5);
    Opener opener =
        (token, ear) -> {
          ears.add(ear);
          return () -> closed++;
        };
    Switchboard switchboard = new Switchboard(new Bursts(), clocks, () -> {});
    return new Line(opener, true, switchboard, rules, attempts, clocks, observer());
  }

  private LineObserver observer() {
    return new LineObserver() {
      @Override
      public void connected(Duration gap) {
        told.add("connected" + (gap.isZero() ? "" : " after " + gap));
      }

      @Override
      public void renewed() {
        told.add("renewed");
      }

      @Override
      public void disconnected(Ending why, Instant next) {
        told.add(why.kind() + ", next in " + Duration.between(wall, next));
      }

      @Override
      public void evicted() {
        told.add("evicted");
      }

      @Override
      public void settled() {
        told.add("settled");
      }
    };
  }

  private void pass(Duration time) {
    wall = wall.plus(time);
    up = up.plus(time);
    line.step();
  }

  /** Opens a connection if the line wants one. */
  private boolean opens() {
    line.step();
    if (!line.wantsToOpen()) {
      return false;
    }
    line.attempting();
    Optional<String> none = Optional.empty();
    line.open(
        new Token("a", none, tokenEnds, wall, none, Optional.of("gcid"), Optional.of("id")), false);
    return true;
  }

  private Ear ear() {
    return ears.get(ears.size() - 1);
  }

  private void connects() {
    assertTrue(opens());
    ear().connected();
    line.step();
  }

  private void ends(Kind kind) {
    ear().ended(new Ending(kind, "words"));
    line.step();
  }

  private List<String> told() {
    List<String> taken = List.copyOf(told);
    told.clear();
    return taken;
  }

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
    assertEquals(
        List.of(
            "connected",
            "HUNG_UP, next in PT5S",
            "connected after PT1M",
            "LOST, next in PT5S",
            "connected after PT1M",
            "HUNG_UP, next in PT5S",
            "connected after PT1M",
            "LOST, next in PT5S",
            "connected after PT1M",
            "HUNG_UP, next in PT5S",
            "connected after PT1M",
            "LOST, next in PT5S",
            "connected after PT1M",
            "HUNG_UP, next in PT5S",
            "connected after PT1M",
            "LOST, next in PT5S",
            "connected after PT1M",
            "HUNG_UP, next in PT5S",
            "connected after PT1M",
            "LOST, next in PT5S",
            "connected after PT1M",
            "HUNG_UP, next in PT5S",
            "connected after PT1M",
            "LOST, next in PT5S"),
        told());
  }
}
