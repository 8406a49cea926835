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
}
