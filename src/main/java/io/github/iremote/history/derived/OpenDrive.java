package io.github.iremote.history.derived;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A drive that is under way, or has just ended and may yet be told more of. */
final class OpenDrive {
  /** An odometer that stands still this long is not in a traffic jam. */
  private static final Duration STANDSTILL = Duration.ofMinutes(30);

  /** A stop this short, with the car left as it was, is a crossing or a barrier. */
  private static final Duration SHORT_STOP = Duration.ofMinutes(3);

  /** Longer than this no car moves without its odometer: it has never said that it stopped. */
  private static final Duration FORGOTTEN = Duration.ofHours(2);

  private static final double FASTEST_KM_H = 250;

  /** An odometer may be told a moment after it moved. */
  private static final double SLACK_KM = 10;

  private static final Duration GETTING_OUT = Duration.ofMinutes(5);

  Optional<Instant> start = Optional.empty();
  Optional<Instant> end = Optional.empty();
  Optional<Instant> moved = Optional.empty();
  Optional<Double> odometerFrom = Optional.empty();
  Optional<Double> odometer = Optional.empty();
  Optional<Double> batteryFrom = Optional.empty();
  Optional<Double> batteryTo = Optional.empty();
  Optional<Double> fuelFrom = Optional.empty();
  Optional<Double> fuelTo = Optional.empty();

  boolean underWay() {
    return end.isEmpty();
  }

  /** Whether a car that moves at that time is on the same drive still. */
  boolean goesOn(Instant at) {
    Optional<Instant> rested = end.or(() -> start.isPresent() ? Optional.empty() : moved);
    return rested.filter(last -> at.isAfter(last.plus(SHORT_STOP))).isEmpty();
  }

  /** Something was done that nobody does while driving. */
  void stoodBy(Instant at) {
    Instant last = lastMoved(at);
    Duration near = start.isEmpty() ? GETTING_OUT : FORGOTTEN;
    end = Optional.of(at.isAfter(last.plus(near)) ? last : at);
  }

  /** Ends it where too much time has gone by without a word of it. */
  void pass(Instant at) {
    Instant last = lastMoved(at);
    Duration patience = start.isEmpty() ? STANDSTILL : FORGOTTEN;
    if (underWay() && at.isAfter(last.plus(patience))) {
      end = Optional.of(last);
    }
  }

  private Instant lastMoved(Instant otherwise) {
    return moved.or(() -> start).orElse(otherwise);
  }

  double kilometres() {
    return odometer.flatMap(to -> odometerFrom.map(from -> to - from)).orElse(0.0);
  }

  /** Faster than this, some of it was driven before: the odometer had not been seen for long. */
  private boolean isPossible(Instant from, Instant to) {
    return kilometres() <= SLACK_KM + FASTEST_KM_H * Duration.between(from, to).toSeconds() / 3600;
  }

  /**
   * What came of it.
   *
   * @param electric whether only the battery can have moved it
   */
  Drive ended(boolean electric) {
    Instant last = end.or(() -> moved).orElseThrow();
    return new Drive(
        start.filter(began -> !began.isAfter(last) && isPossible(began, last)),
        last,
        kilometres(),
        odometer.orElseThrow(),
        batteryFrom,
        batteryTo,
        fuelFrom,
        fuelTo,
        electric);
  }
}
