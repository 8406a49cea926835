package io.github.iremote.vehicle;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is known of a car at one moment: the newest reading of every signal it has ever
 * reported. What a car does not have, or never told, is not there.
 */
public final class VehicleStatus {
  public static final VehicleStatus UNKNOWN = new VehicleStatus(Map.of());

  /** The prediction may be sent a moment before the word that charging began. */
  private static final Duration PREDICTED_EARLY = Duration.ofMinutes(5);

  private final Map<Signal<?>, Reading<?>> readings;

  private VehicleStatus(Map<Signal<?>, Reading<?>> readings) {
    this.readings = readings;
  }

  /** Collects readings for a status. */
  public static final class Builder {
    private final Map<Signal<?>, Reading<?>> readings = new HashMap<>();

    public <T> void add(Signal<T> signal, Reading<T> reading) {
      readings.put(signal, reading);
    }

    public VehicleStatus build() {
      return new VehicleStatus(Collections.unmodifiableMap(new HashMap<>(readings)));
    }
  }

  @SuppressWarnings("unchecked") // Builder and with() are the only ways in, and their types agree
  public <T> Optional<Reading<T>> reading(Signal<T> signal) {
    return Optional.ofNullable((Reading<T>) readings.get(signal));
  }

  public <T> Optional<T> get(Signal<T> signal) {
    return reading(signal).map(Reading::value);
  }

  /** Since when it has been as it is. */
  public Optional<Instant> since(Signal<?> signal) {
    return reading(signal).map(Reading::since);
  }

  /** Whether the car has told just this. */
  public <T> boolean says(Signal<T> signal, T value) {
    return get(signal).filter(value::equals).isPresent();
  }

  public boolean is(Signal<Boolean> signal) {
    return says(signal, true);
  }

  public <T> VehicleStatus with(Signal<T> signal, Reading<T> reading) {
    Map<Signal<?>, Reading<?>> changed = new HashMap<>(readings);
    changed.put(signal, reading);
    return new VehicleStatus(Collections.unmodifiableMap(changed));
  }

  public VehicleStatus without(Signal<?> signal) {
    Map<Signal<?>, Reading<?>> changed = new HashMap<>(readings);
    changed.remove(signal);
    return new VehicleStatus(Collections.unmodifiableMap(changed));
  }

  /** The readings of these signals alone. */
  public VehicleStatus only(Collection<Signal<?>> signals) {
    Map<Signal<?>, Reading<?>> few = new HashMap<>(readings);
    few.keySet().retainAll(signals);
    return new VehicleStatus(Collections.unmodifiableMap(few));
  }

  public Map<Signal<?>, Reading<?>> readings() {
    return readings;
  }

  public boolean isEmpty() {
    return readings.isEmpty();
  }

  /** The newest of all timestamps: when the car last spoke. */
  public Optional<Instant> at() {
    return readings.values().stream()
        .filter(reading -> !isSilence(reading.value()))
        .<Instant>map(Reading::at)
        .max(Instant::compareTo);
  }

  /** That there is no message may be known from our question alone, and carries its time. */
  private static boolean isSilence(Object value) {
    return value instanceof Notices notices && notices.list().isEmpty();
  }

  /**
   * Since when a car that is not under way has been standing, as far as it has told: some cars say
   * whether they move, of others only the odometer tells. One that says anew that it stands may
   * have been driven in between.
   */
  public Optional<Instant> standingSince() {
    Optional<Reading<Distance>> odometer = reading(Signal.ODOMETER);
    Instant last = odometer.isPresent() ? odometer.get().since() : Instant.MIN;
    for (Signal<Boolean> signal : List.of(Signal.MOVING, Signal.IGNITION)) {
      Optional<Reading<Boolean>> word = reading(signal);
      if (word.isPresent()) {
        Instant stood = word.get().value() ? word.get().since() : word.get().at();
        last = stood.isAfter(last) ? stood : last;
      }
    }
    return last.equals(Instant.MIN) ? Optional.empty() : Optional.of(last);
  }

  /** How long the charge under way will yet take, as the car has told since it began. */
  public Optional<Duration> chargeTime() {
    Optional<Instant> began =
        reading(Signal.CHARGING)
            .filter(charging -> charging.value() == ChargingState.CHARGING)
            .filter(charging -> !unpluggedAfter(charging.at()))
            .map(Reading::since);
    return reading(Signal.CHARGE_TIME_REMAINING)
        .filter(left -> began.filter(left.at().plus(PREDICTED_EARLY)::isAfter).isPresent())
        .map(Reading::value);
  }

  /** Some cars say nothing of charging any more when they are unplugged. */
  private boolean unpluggedAfter(Instant time) {
    return reading(Signal.PLUG)
        .filter(plug -> plug.value() == PlugState.DISCONNECTED && plug.since().isAfter(time))
        .isPresent();
  }

  /** The parts that stand open. */
  public List<Opening> open() {
    return Stream.of(Opening.values())
        .filter(opening -> says(Signal.of(opening), OpeningState.OPEN))
        .toList();
  }

  /** Whether the car drives on a high-voltage battery, as far as it has told. */
  public boolean hasBattery() {
    return readings.containsKey(Signal.STATE_OF_CHARGE)
        || readings.containsKey(Signal.ELECTRIC_RANGE);
  }

  /** Whether the car has a tank, as far as it has told. */
  public boolean hasTank() {
    return readings.containsKey(Signal.FUEL_LEVEL) || readings.containsKey(Signal.FUEL_RANGE);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof VehicleStatus status && status.readings.equals(readings));
  }

  @Override
  public int hashCode() {
    return readings.hashCode();
  }

  @Override
  public String toString() {
    return readings.toString();
  }
}
