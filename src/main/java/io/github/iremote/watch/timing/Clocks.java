package io.github.iremote.watch.timing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of a process that stays: the wall's, which is set and jumps, and its own, which
 * runs evenly and stands still while the machine is suspended.
 *
 * @param nanos those of its own, from any moment on
 */
public record Clocks(InstantSource wall, LongSupplier nanos) {

  public Instant now() {
    return wall.instant();
  }

  /** The time of its own. */
  public Duration up() {
    return Duration.ofNanos(nanos.getAsLong());
  }

  /** The time by both. */
  public Moment moment() {
    return new Moment(now(), up());
  }

  /** A time by both clocks. */
  public record Moment(Instant now, Duration up) {
    private static final Duration SLEPT = Duration.ofMinutes(1);

    /** How long it is until a later one, by the clock that says more. */
    public Duration until(Moment later) {
      Duration wall = Duration.between(now, later.now);
      Duration own = later.up.minus(up);
      return wall.compareTo(own) > 0 ? wall : own;
    }

    /** Whether the machine has slept until a later one: the wall's clock goes on meanwhile. */
    public boolean sleptUntil(Moment later) {
      Duration asleep = Duration.between(now, later.now).minus(later.up.minus(up));
      return asleep.compareTo(SLEPT) > 0;
    }
  }
}
