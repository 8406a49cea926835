package io.github.iremote.pace;

import io.github.iremote.event.EventName;
import java.time.Duration;
import java.time.Instant;

/**
 * Something in a car that its owner could be told.
 *
 * @param visible when BMW's copy shows it
 * @param until when it is no longer so
 * @param past when BMW's copy shows that
 */
record Happening(EventName name, Instant at, Instant visible, Instant until, Instant past) {
  /** A door stands open for seconds, and nobody unlocks a car to leave it: that is no state. */
  private static final Duration LASTING = Duration.ofMinutes(5);

  /** A car that only tells its odometer says that it drives off a few minutes late. */
  private static final Duration FORGIVEN = Duration.ofMinutes(4);

  boolean lasting() {
    return Duration.between(at, until).compareTo(LASTING) >= 0;
  }

  /** Whether a message that says so now is wrong, and need not be. */
  boolean stale(Instant now) {
    return now.isAfter(past) && now.isAfter(until.plus(FORGIVEN));
  }
}
