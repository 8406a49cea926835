package io.github.iremote.pace;

import java.time.Instant;

/**
 * The time in which a car is left alone. It has a start so that a clock that is set back, past the
 * moment of the decision, ends it.
 */
public record Wait(Instant from, Instant until) {

  public boolean over(Instant now) {
    return now.isBefore(from) || !now.isBefore(until);
  }
}
