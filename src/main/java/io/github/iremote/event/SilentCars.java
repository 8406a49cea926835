package io.github.iremote.event;

import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Learns which cars say nothing on the road: of them neither an unlocked door nor a new odometer
 * tells whether they stand. What is wrongly learnt makes later, not false.
 */
final class SilentCars {
  /** The car has been found parked at the odometer's reading by which it seemed to drive. */
  static final String SUSPECTED = "SILENT suspected";

  static final String SILENT = "SILENT";

  /** It was so on a drive that took longer than most. */
  private static final String FOR_LONG = "SILENT for long";

  /** When the odometer last moved while the car seemed to drive. */
  private static final String SEEMED_DRIVING = "DRIVING odometer";

  /** By then most drives are over, and their end has been heard of. */
  private static final Duration MOST_DRIVES = Duration.ofMinutes(40);

  private static final Duration LONGEST_DRIVE = Duration.ofHours(3);

  /** What a car sends within this time of arriving belongs to the arrival. */
  private static final Duration ARRIVING = Duration.ofMinutes(5);

  /** An odometer that moves twice in this time speaks on the road. */
  private static final Duration ON_THE_ROAD = Duration.ofMinutes(10);

  /** The car seems to drive, by its odometer alone. */
  static void seemsDriving(Comparison c) {
    odometerSince(c).ifPresent(since -> c.ongoing.put(SEEMED_DRIVING, since));
  }

  /** A drive is over, which was under way when it was first heard of, or not. */
  static void parked(Comparison c, boolean wasUnderWay) {
    Optional<Instant> since = odometerSince(c);
    Instant seemed = c.ongoing.remove(SEEMED_DRIVING);
    if (wasUnderWay && seemed != null && since.isPresent() && since.get().equals(seemed)) {
      c.ongoing.put(c.ongoing.containsKey(SUSPECTED) ? SILENT : SUSPECTED, c.now);
    }
    Optional<Reading<LockState>> lock = c.before.reading(Signal.LOCK);
    boolean calledLeft = c.ongoing.containsKey(EventName.LEFT_UNLOCKED.name());
    if (!wasUnderWay && calledLeft && lock.isPresent() && since.isPresent()) {
      Duration drive = Duration.between(lock.get().at(), since.get());
      if (!drive.isNegative() && drive.compareTo(LONGEST_DRIVE) < 0) {
        c.ongoing.put(SILENT, c.now);
        if (drive.compareTo(MOST_DRIVES) > 0) {
          c.ongoing.put(FOR_LONG, c.now);
        }
      }
    }
  }

  /** An odometer that is heard of on the road takes back what was learnt. */
  static void listen(Comparison c) {
    Optional<Instant> before = c.before.reading(Signal.ODOMETER).map(Reading::since);
    Optional<Instant> after = odometerSince(c);
    boolean speaks =
        before.isPresent()
            && after.isPresent()
            && after.get().isAfter(before.get())
            && after.get().isBefore(before.get().plus(ON_THE_ROAD));
    if (speaks) {
      c.ongoing.remove(SUSPECTED);
      c.ongoing.remove(SILENT);
      c.ongoing.remove(FOR_LONG);
    }
  }

  static boolean silent(Comparison c) {
    return c.ongoing.containsKey(SILENT);
  }

  /**
   * From when on a car used at {@code time} may be said to have been left; never, where nothing
   * shows that it stands and it may as well be on a long drive.
   */
  static Optional<Instant> leftFrom(Comparison c, Instant time, Duration threshold) {
    Optional<Instant> stands = c.after.standingSince();
    boolean shown = stands.isPresent() && !stands.get().isBefore(time.minus(ARRIVING));
    if (!silent(c) || shown) {
      return Optional.of(time.plus(threshold));
    }
    return c.ongoing.containsKey(FOR_LONG)
        ? Optional.empty()
        : Optional.of(time.plus(threshold.compareTo(MOST_DRIVES) > 0 ? threshold : MOST_DRIVES));
  }

  private static Optional<Instant> odometerSince(Comparison c) {
    Optional<Reading<Distance>> odometer = c.after.reading(Signal.ODOMETER);
    return odometer.map(Reading::since);
  }

  private SilentCars() {}
}
