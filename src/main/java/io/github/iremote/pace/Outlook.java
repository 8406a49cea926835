package io.github.iremote.pace;

import io.github.iremote.pace.habits.Activity;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a look at a car leaves to expect of it, until the next.
 *
 * @param looked when that was
 * @param active when somebody was last at it, by the car's own word
 * @param began when somebody went to it for what it was last seen doing
 * @param arrived when its odometer last moved
 * @param driving whether it is on the road, as the rules see it
 * @param atHand whether it stands unlocked or open
 * @param plugged whether its cable is in
 * @param appointment when something is known to become worth asking for
 */
record Outlook(
    Instant looked,
    Instant active,
    Instant began,
    Instant arrived,
    boolean driving,
    boolean atHand,
    boolean plugged,
    Optional<Instant> appointment) {
  /** The longest of drives are over by then, of which a car says nothing. */
  private static final double LEFT_MINUTES = 60;

  static Outlook unknown(Instant now) {
    return new Outlook(
        now, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, false, false, false, Optional.empty());
  }

  /** Whether the car has never been looked at. */
  boolean first() {
    return active.equals(Instant.EPOCH);
  }

  /** Whether somebody is at the car, or on the road with it. */
  boolean inUse() {
    return driving || atHand;
  }

  /** The same, unless it has stood so for long: it was left like that. */
  boolean busy() {
    return driving || (atHand && quietMinutes() < LEFT_MINUTES);
  }

  /** When somebody went to the car since, if it stood shut: the first thing it tells of. */
  Optional<Instant> wentTo(VehicleStatus status) {
    return inUse() || first()
        ? Optional.empty()
        : Activity.moments(status).stream().filter(active::isBefore).min(Instant::compareTo);
  }

  /** How many minutes before the look somebody was last at the car. */
  double quietMinutes() {
    return minutes(active, looked);
  }

  /** The minutes from one time to another; none, if that is not later. */
  static double minutes(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toSeconds() / 60.0);
  }
}
