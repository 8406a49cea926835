package io.github.iremote.event.rules;

import io.github.iremote.event.EventName;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
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

  /** The car has been heard on the road. */
  private static final String HEARD = "DRIVING heard";

  /** It was so on a drive that took longer than most. */
  private static final String FOR_LONG = "SILENT for long";

  /** When the odometer last moved while the car seemed to drive. */
  private static final String SEEMED_DRIVING = "DRIVING odometer";

  /** By then most drives are over, and their end has been heard of. */
  private static final Duration MOST_DRIVES = Duration.ofMinutes(40);

  private static final Duration LONGEST_DRIVE = Duration.ofHours(3);

  /** What a car sends within this time of arriving belongs to the arrival. */
  private static final Duration ARRIVING = Duration.ofMinutes(1);

  /** An odometer that moves twice in this time speaks on the road. */
  private static final Duration ON_THE_ROAD = Duration.ofMinutes(10);

  /** The car seems to drive, by its odometer alone; or that came late, and the drive is over. */
  static void seemsDriving(Comparison c) {
    Optional<Instant> since = odometerSince(c);
    if (since.isPresent()) {
      c.ongoing.put(SEEMED_DRIVING, since.get());
      unlockedFor(c.before, since.get()).ifPresent(drive -> lasted(c, drive));
    }
  }

  /** A drive is over, which was under way when it was first heard of, or not. */
  static void parked(Comparison c, boolean wasUnderWay) {
    Optional<Instant> since = odometerSince(c);
    Instant seemed = c.ongoing.remove(SEEMED_DRIVING);
    if (wasUnderWay && seemed != null && since.isPresent() && since.get().equals(seemed)) {
      learn(c, c.ongoing.containsKey(SUSPECTED) ? SILENT : SUSPECTED);
    }
    if (!wasUnderWay && since.isPresent()) {
      unseen(c, since.get());
    }
  }

  /** What a drive teaches of which nothing was heard before its end. */
  private static void unseen(Comparison c, Instant arrived) {
    Optional<Duration> drive =
        unlockedFor(c.before, arrived).or(() -> unlockedFor(c.after, arrived));
    if (drive.isPresent() && c.ongoing.containsKey(EventName.LEFT_UNLOCKED.name())) {
      learn(c, SILENT);
    }
    drive.ifPresent(time -> lasted(c, time));
  }

  private static void lasted(Comparison c, Duration drive) {
    if (drive.compareTo(MOST_DRIVES) > 0) {
      learn(c, FOR_LONG);
    }
  }

  private static void learn(Comparison c, String silence) {
    c.ongoing.put(silence, c.now);
    c.ongoing.remove(HEARD);
  }

  /** For how long a car had been unlocked when it arrived, if that can have been the drive. */
  private static Optional<Duration> unlockedFor(VehicleStatus status, Instant arrived) {
    Optional<Reading<LockState>> lock = status.reading(Signal.LOCK);
    if (lock.isEmpty() || lock.get().value().locked()) {
      return Optional.empty();
    }
    Duration drive = Duration.between(lock.get().at(), arrived);
    boolean plausible = !drive.isNegative() && drive.compareTo(LONGEST_DRIVE) < 0;
    return plausible ? Optional.of(drive) : Optional.empty();
  }

  /** An odometer that is heard of on the road takes back what was learnt. */
  static void listen(Comparison c) {
    Optional<Instant> before = c.before.since(Signal.ODOMETER);
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
      c.ongoing.putIfAbsent(HEARD, c.now);
    }
  }

  static boolean silent(Comparison c) {
    return c.ongoing.containsKey(SILENT);
  }

  /** Whether the car may be on the road without a word: it is, until it has been heard there. */
  private static boolean quiet(Comparison c) {
    boolean speaks =
        Driving.lastWord(c.after).isPresent()
            || c.after.get(Signal.UPDATE_REASON).isPresent()
            || c.ongoing.containsKey(HEARD);
    return silent(c) || (!speaks && odometerSince(c).isPresent());
  }

  /**
   * From when on a car used at {@code time} may be said to have been left; never, where nothing
   * shows that it stands and it may as well be on a long drive.
   */
  static Optional<Instant> leftFrom(Comparison c, Instant time, Duration threshold) {
    Optional<Instant> stands = c.after.standingSince();
    boolean shown = stands.isPresent() && !stands.get().isBefore(time.minus(ARRIVING));
    if (shown || !quiet(c)) {
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
