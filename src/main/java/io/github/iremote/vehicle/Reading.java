package io.github.iremote.vehicle;

import java.time.Instant;

/**
 * What a car reported for one signal.
 *
 * @param since when the car first reported this value, by the car's clock
 * @param at when the car last reported it
 */
public record Reading<T>(T value, Instant since, Instant at) {
  public Reading(T value, Instant at) {
    this(value, at, at);
  }

  /** Written out: the JVM links a record's own at run time, which costs a poll 20 ms. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Reading<?> reading
            && value.equals(reading.value)
            && since.equals(reading.since)
            && at.equals(reading.at));
  }

  @Override
  public int hashCode() {
    return value.hashCode() + 31 * at.hashCode();
  }
}
