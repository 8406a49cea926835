package io.github.iremote.vehicle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One answer from BMW on its way into what is known: decides, signal by signal, whether a value is
 * news. An older reading than the known one is ignored, a repeated value keeps its {@code since},
 * and what the answer does not mention keeps its last reading.
 */
public final class Report {
  /** Clocks differ a little; a timestamp further ahead than this cannot be one. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final double ODOMETER_ROUNDING_KM = 1;
  private static final double LONGEST_DRIVE_KM = 2000;
  private static final double FASTEST_AVERAGE_KM_PER_HOUR = 130;

  /** After this long an odometer that went backwards has been replaced, not misread. */
  private static final Duration ODOMETER_DISTRUST = Duration.ofDays(7);

  private final VehicleStatus known;
  private final Instant now;
  private VehicleStatus status;

  public Report(VehicleStatus known, Instant now) {
    this.known = known;
    this.now = now;
    this.status = known;
  }

  /** Whether a car can have sent something at that time. */
  public static boolean credible(Instant time, Instant now) {
    return time.isBefore(now.plus(CLOCK_SKEW));
  }

  /** What is known after this answer. */
  public VehicleStatus status() {
    return status;
  }

  /**
   * Takes one value.
   *
   * @param at when the car sent it; without a time, or with one from the future, it counts as sent
   *     now if it is a new value, and as the old reading if it is the same
   */
  public <T> void add(Signal<T> signal, T value, Optional<Instant> at) {
    Optional<Reading<T>> before = known.reading(signal);
    boolean future = at.isPresent() && !credible(at.get(), now);
    Optional<Instant> credible = future ? Optional.empty() : at;
    if (before.isEmpty()) {
      status = status.with(signal, new Reading<>(value, credible.orElse(now)));
      return;
    }
    Reading<T> last = before.get();
    boolean same = last.value().equals(value);
    Instant lastAt = credible(last.at(), now) ? last.at() : Instant.MIN;
    Instant time = credible.orElse(same ? last.at() : now);
    if (time.isBefore(lastAt)
        || (same && time.equals(last.at()))
        || !plausible(signal, last, value)) {
      return;
    }
    boolean lasting = same && !last.since().isAfter(time);
    status = status.with(signal, new Reading<>(value, lasting ? last.since() : time, time));
  }

  /** Takes one value where there is one: absent, null and unusable values change nothing. */
  public <T> void add(Signal<T> signal, Optional<T> value, Optional<Instant> at) {
    value.ifPresent(known -> add(signal, known, at));
  }

  /**
   * A car's odometer does not go back, nor faster than the car: BMW swaps km and miles now and
   * then.
   */
  private boolean plausible(Signal<?> signal, Reading<?> last, Object value) {
    if (signal != Signal.ODOMETER || !(value instanceof Distance odometer)) {
      return true;
    }
    double driven = odometer.kilometres() - ((Distance) last.value()).kilometres();
    Duration silent = Duration.between(last.at(), now);
    if (driven < -ODOMETER_ROUNDING_KM) {
      return silent.compareTo(ODOMETER_DISTRUST) > 0;
    }
    return driven <= Math.max(LONGEST_DRIVE_KM, silent.toHours() * FASTEST_AVERAGE_KM_PER_HOUR);
  }
}
