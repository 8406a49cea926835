package io.github.iremote.pace;

import io.github.iremote.event.EventName;
import java.time.Duration;
import java.time.Instant;

/**
 * Something in a car that its owner could be told.
 *
 * @param lasting whether it is a state, and not the door of a moment
 * @param visible when BMW's copy shows it
 * @param until when it is no longer so
 * @param past when BMW's copy shows that
 */
record Happening(
    EventName name, boolean lasting, Instant at, Instant visible, Instant until, Instant past) {
  static final Instant FOREVER = Instant.parse("2100-01-01T00:00:00Z");

  /** A car that only tells its odometer says that it drives off a few minutes late. */
  private static final Duration FORGIVEN = Duration.ofMinutes(4);

  /** Whether a message that says so now is wrong, and need not be. */
  boolean stale(Instant now) {
    return now.isAfter(past) && now.isAfter(until.plus(FORGIVEN));
  }
}
