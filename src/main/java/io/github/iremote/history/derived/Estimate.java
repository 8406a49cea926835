package io.github.iremote.history.derived;

import io.github.iremote.vehicle.ChargingSession;
import java.time.Duration;
import java.util.Optional;

/** The energy of a charge from what has been told of its power and of the battery's level. */
final class Estimate {
  /** With less of its time known, a charge's power tells nothing of its energy. */
  private static final double LEAST_KNOWN = 0.9;

  static Charge of(Charge charge, Optional<Double> capacity) {
    Optional<Energy> energy = fromPower(charge).or(() -> fromCapacity(charge, capacity));
    return charge.with(energy);
  }

  static Optional<Energy> fromPower(Charge charge) {
    Optional<Duration> lasted = charge.duration();
    if (lasted.isEmpty() || charge.power().isEmpty()) {
      return Optional.empty();
    }
    double known = 0;
    double energy = 0;
    for (ChargingSession.Block block : charge.power()) {
      double seconds = Duration.between(block.start(), block.end()).toSeconds();
      known += seconds;
      energy += block.kilowatts() * seconds / 3600;
    }
    double share = known / lasted.get().toSeconds();
    return share >= LEAST_KNOWN
        ? Optional.of(new Energy(energy / Math.min(1, share), Energy.Found.POWER))
        : Optional.empty();
  }

  static Optional<Energy> fromCapacity(Charge charge, Optional<Double> capacity) {
    return capacity.flatMap(
        full -> charge.gained().map(gain -> new Energy(full * gain / 100, Energy.Found.CAPACITY)));
  }

  private Estimate() {}
}
