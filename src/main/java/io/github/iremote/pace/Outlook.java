package io.github.iremote.pace;

import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a look at a car leaves to expect of it, until the next.
 *
 * @param looked when that was
 * @param active when somebody was last at it, by the car's own word
 * @param driving whether it is on the road, as the rules see it
 * @param atHand whether it stands unlocked or open
 * @param appointment when something is known to become worth asking for
 */
record Outlook(
    Instant looked,
    Instant active,
    boolean driving,
    boolean atHand,
    Optional<Instant> appointment) {
  /** On the road: what comes is the end of the drive, and with it two or three things at once. */
  private static final double DRIVING = 12;

  /** Unlocked or open: it will soon be shut, or is not soon. */
  private static final double AT_HAND = 4;

  /** Locked: somebody may come back for the bag he forgot. */
  private static final double SETTLED = 0.55;

  /** What has just happened is as good as five minutes old: cron comes no sooner. */
  private static final double FRESH_HOURS = 1 / 12.0;

  /** A car that has been silent on the road for longer may have stopped without a word. */
  private static final double LONG_DRIVE_HOURS = 1.5;

  static Outlook unknown(Instant now) {
    return new Outlook(now, Instant.EPOCH, false, false, Optional.empty());
  }

  static Outlook after(
      VehicleStatus status, boolean driving, Optional<Instant> appointment, Instant now) {
    Instant active = Activity.last(status).orElse(Instant.EPOCH);
    return new Outlook(now, active, driving, Activity.atHand(status), appointment);
  }

  /** When somebody went to the car since, if it stood shut: the first thing it tells of. */
  Optional<Instant> wentTo(VehicleStatus status) {
    return driving || atHand
        ? Optional.empty()
        : Activity.moments(status).stream().filter(active::isBefore).min(Instant::compareTo);
  }

  /**
   * How urgent a look is for what the car was last seen doing: at one an hour, after an hour. The
   * longer it has been quiet, the longer it will be.
   */
  double liveliness(Instant time) {
    double quiet = Math.max(0, Duration.between(active, time).toSeconds() / 3600.0);
    if (driving) {
      return quiet < LONG_DRIVE_HOURS ? DRIVING : DRIVING * LONG_DRIVE_HOURS / quiet / 2;
    }
    return (atHand ? AT_HAND : SETTLED) / (quiet + FRESH_HOURS);
  }
}
