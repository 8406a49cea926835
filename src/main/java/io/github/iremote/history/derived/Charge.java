package io.github.iremote.history.derived;

import io.github.iremote.vehicle.ChargingSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A charge.
 *
 * @param start when it began; nothing where only its result was seen
 * @param from the charge level in percent before it
 * @param odometer in km, for those whose employer pays
 * @param place where, if BMW says so and it may be kept
 * @param power how much power flowed when, in kW, as far as the car or BMW told
 */
public record Charge(
    Optional<Instant> start,
    Instant end,
    Optional<Double> from,
    Optional<Double> to,
    Optional<Energy> energy,
    Ending ending,
    Optional<String> reason,
    Optional<Double> odometer,
    Optional<String> place,
    List<ChargingSession.Block> power) {
  public Charge {
    power = List.copyOf(power);
  }

  /** How a charge ended. */
  public enum Ending {
    FULL,
    TARGET,
    INTERRUPTED,
    UNPLUGGED,
    ERROR,
    UNDER_WAY,
    UNKNOWN
  }

  /** When it began, or if that is not known when its result was seen. */
  public Instant from(Instant standard) {
    return start.orElse(standard);
  }

  public Optional<Duration> duration() {
    return start.map(began -> Duration.between(began, end)).filter(time -> !time.isZero());
  }

  /** How many percent were charged. */
  public Optional<Double> gained() {
    return from.flatMap(before -> to.map(after -> after - before)).filter(gain -> gain > 0);
  }

  /** The average power in kW. */
  public Optional<Double> averagePower() {
    return energy.flatMap(
        found ->
            duration()
                .filter(time -> time.toMinutes() >= 5)
                .map(time -> found.kilowattHours() * 3600 / time.toSeconds()));
  }

  /** The highest power in kW that was told. */
  public Optional<Double> peakPower() {
    return power.stream().map(ChargingSession.Block::kilowatts).max(Double::compare);
  }

  Charge with(Optional<Energy> energy) {
    return new Charge(start, end, from, to, energy, ending, reason, odometer, place, power);
  }

  /** The same without where it was. */
  public Charge placeless() {
    return new Charge(
        start, end, from, to, energy, ending, reason, odometer, Optional.empty(), power);
  }
}
