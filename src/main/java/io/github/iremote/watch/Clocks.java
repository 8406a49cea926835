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
}
