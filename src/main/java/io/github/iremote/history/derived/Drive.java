package io.github.iremote.history.derived;

import java.time.Instant;
import java.util.Optional;

/**
 * A drive.
 *
 * @param start when it began; nothing where the car was heard of only after it
 * @param end when it ended; for a car that says nothing of it, when its odometer last moved
 * @param odometer at its end, in km
 * @param batteryFrom the charge level in percent before it
 * @param fuelFrom the tank's level in percent before it
 * @param electric whether the battery alone moved the car, as far as the car tells: it has no tank
 */
public record Drive(
    Optional<Instant> start,
    Instant end,
    double kilometres,
    double odometer,
    Optional<Double> batteryFrom,
    Optional<Double> batteryTo,
    Optional<Double> fuelFrom,
    Optional<Double> fuelTo,
    boolean electric) {

  /** When it began, or if that is not known when it ended. */
  public Instant from() {
    return start.orElse(end);
  }

  /** How many percent of the battery it took; nothing where it came back with more. */
  public Optional<Double> batteryUsed() {
    return used(batteryFrom, batteryTo);
  }

  /** How many percent of the tank it took; nothing where it was filled up on the way. */
  public Optional<Double> fuelUsed() {
    return used(fuelFrom, fuelTo);
  }

  private static Optional<Double> used(Optional<Double> from, Optional<Double> to) {
    return from.flatMap(before -> to.map(after -> before - after)).filter(used -> used >= 0);
  }

  /** What it took from the battery in kWh, where that alone moved the car. */
  public Optional<Double> energy(Optional<Double> capacity) {
    return electric
        ? batteryUsed().flatMap(used -> capacity.map(full -> full * used / 100))
        : Optional.empty();
  }
}
