package io.github.iremote.watch;

import io.github.iremote.mqtt.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The rules for connecting anew: soon, then ever later, and not against another program. */
final class Reconnect {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** A login that BMW refuses is often that of a ghost of our own. */
  private static final Duration AFTER_REFUSAL = Duration.ofSeconds(15);

  private static final Duration AFTER_TOO_MANY = Duration.ofSeconds(90);

  /** More attempts than this in that time are a storm, whatever comes of them. */
  private static final int STORM = 10;

  private static final Duration STORM_TIME = Duration.ofMinutes(10);

  /** A connection that is hung up on so soon was most likely taken away by another program. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private static final int EVICTED_AFTER = 3;
  private static final Duration EVICTED_WITHIN = Duration.ofHours(1);
  private static final Duration STAND_ASIDE = Duration.ofHours(4);

  /** After as long as this the stream is ours again. */
  static final Duration SETTLED = Duration.ofMinutes(15);

  private final DoubleSupplier chance;

  /**
   * @param chance numbers from 0 to 1, so that not everybody comes back at once
   */
  Reconnect(DoubleSupplier chance) {
    this.chance = chance;
  }

  /** When the next attempt may be made; a time that a clock set back has put far off is none. */
  Instant next(Attempts attempts, Instant now) {
    Duration longest =
        attempts.evicted() ? STAND_ASIDE.multipliedBy(2) : LONGEST_PAUSE.multipliedBy(3);
    Instant next = attempts.next().filter(time -> time.isBefore(now.plus(longest))).orElse(now);
    List<Instant> made = attempts.made();
    if (made.size() >= STORM) {
      Instant calm = made.get(made.size() - STORM).plus(STORM_TIME);
      next = calm.isAfter(next) && !calm.isAfter(now.plus(STORM_TIME)) ? calm : next;
    }
    return next.isAfter(now) ? next : now;
  }

  /** After an attempt that has come to nothing. */
  Attempts failed(Attempts attempts, Ending.Kind why, Instant now) {
    if (attempts.evicted()) {
      return attempts.failed(now.plus(jittered(STAND_ASIDE)));
    }
    Duration least =
        switch (why) {
          case LOGIN_REFUSED -> AFTER_REFUSAL;
          case TOO_MANY -> AFTER_TOO_MANY;
          default -> FIRST_PAUSE;
        };
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts.failures(), 10));
    pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    pause = jittered(pause);
    return attempts.failed(now.plus(pause.compareTo(least) < 0 ? least : pause));
  }

  /**
   * After a connection has ended.
   *
   * @param stood for how long it did
   */
  Attempts lost(Attempts attempts, Ending.Kind why, Duration stood, Instant now) {
    boolean taken =
        why == Ending.Kind.TAKEN_OVER || (why == Ending.Kind.HUNG_UP && stood.compareTo(SOON) < 0);
    Attempts after = taken ? attempts.withEviction(now) : attempts;
    boolean evicted = after.evicted() && stood.compareTo(SETTLED) < 0;
    if (evicted || (taken && often(after.evictions(), now))) {
      return after.withEvicted(true).failed(now.plus(jittered(STAND_ASIDE)));
    }
    return after.failed(now.plus(jittered(FIRST_PAUSE)));
  }

  private static boolean often(List<Instant> evictions, Instant now) {
    int first = evictions.size() - EVICTED_AFTER;
    return first >= 0 && evictions.get(first).isAfter(now.minus(EVICTED_WITHIN));
  }

  /** Half as long to half as long again. */
  private Duration jittered(Duration pause) {
    return Duration.ofMillis((long) (pause.toMillis() * (0.5 + chance.getAsDouble())));
  }
}
