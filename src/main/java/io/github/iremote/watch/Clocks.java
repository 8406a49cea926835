package io.github.iremote.watch;

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
  Moment moment() {
    return new Moment(now(), up());
  }

  /** A time by both clocks. */
  record Moment(Instant now, Duration up) {
    /** How long it is until a later one, by the clock that says more. */
    Duration until(Moment later) {
      Duration wall = Duration.between(now, later.now);
      Duration own = later.up.minus(up);
      return wall.compareTo(own) > 0 ? wall : own;
    }

    /** For how long the machine has slept until a later one. */
    Duration asleepUntil(Moment later) {
      return Duration.between(now, later.now).minus(later.up.minus(up));
    }
  }
}
