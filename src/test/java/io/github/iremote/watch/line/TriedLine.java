package io.github.iremote.watch.line;

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

/** A line to a stream that does what a test says, by clocks that the test turns. */
abstract class TriedLine {
  Instant wall = Instant.parse("2026-03-02T10:00:00Z");
  Duration up = Duration.ZERO;
  Instant tokenEnds = wall.plus(Duration.ofHours(1));
  final List<Ear> ears = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  int closed;
  Line line = line(Attempts.NONE);

  Line line(Attempts attempts) {
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

  void pass(Duration time) {
    wall = wall.plus(time);
    up = up.plus(time);
    line.step();
  }

  /** Opens a connection if the line wants one. */
  boolean opens() {
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

  Ear ear() {
    return ears.get(ears.size() - 1);
  }

  void connects() {
    assertTrue(opens());
    ear().connected();
    line.step();
  }

  void ends(Kind kind) {
    ear().ended(new Ending(kind, "words"));
    line.step();
  }

  List<String> told() {
    List<String> taken = List.copyOf(told);
    told.clear();
    return taken;
  }
}
