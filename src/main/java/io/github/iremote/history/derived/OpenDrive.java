package io.github.iremote.history.derived;

import java.time.Instant;
import java.util.Optional;

/** A drive that is under way, or has just ended and may yet be told more of. */
final class OpenDrive {
  Optional<Instant> start = Optional.empty();
  Optional<Instant> end = Optional.empty();
  Optional<Instant> moved = Optional.empty();
  Optional<Double> odometerFrom = Optional.empty();
  Optional<Double> odometer = Optional.empty();
  Optional<Double> batteryFrom = Optional.empty();
  Optional<Double> batteryTo = Optional.empty();
  Optional<Double> fuelFrom = Optional.empty();
  Optional<Double> fuelTo = Optional.empty();

  double kilometres() {
    return odometer.flatMap(to -> odometerFrom.map(from -> to - from)).orElse(0.0);
  }

  /**
   * What came of it.
   *
   * @param electric whether only the battery can have moved it
   */
  Drive ended(boolean electric) {
    Instant last = end.or(() -> moved).orElseThrow();
    return new Drive(
        start.filter(began -> !began.isAfter(last)),
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
