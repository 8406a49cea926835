package io.github.iremote.event.rules;

import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a status tells about movement: some cars say it, of others only the odometer tells. */
final class Driving {
  /** Less than this on the odometer is rounding. */
  private static final double SHORTEST_DRIVE_KM = 0.5;

  /** What a car says of one arrival, it says within this time. */
  private static final Duration TOGETHER = Duration.ofMinutes(5);

  /** Whether the car says that it moves, or that its ignition is on. */
  static boolean underWay(VehicleStatus status) {
    boolean drives = status.is(Signal.MOVING) && !switchedOffSince(status);
    return (drives || status.is(Signal.IGNITION)) && !standsSince(status);
  }

  /** Some cars never take back that they move; but none moves with its ignition off. */
  private static boolean switchedOffSince(VehicleStatus status) {
    Instant moved = status.reading(Signal.MOVING).get().at();
    return status.says(Signal.IGNITION, false)
        && status.reading(Signal.IGNITION).get().at().isAfter(moved);
  }

  /** Nor does anybody drive a car that has since been secured, plugged in, or is charging. */
  private static boolean standsSince(VehicleStatus status) {
    Optional<Instant> word = lastWord(status);
    return word.isPresent()
        && (isAfter(word.get(), status.reading(Signal.LOCK), LockState.SECURED)
            || isAfter(word.get(), status.reading(Signal.PLUG), PlugState.CONNECTED)
            || isAfter(word.get(), status.reading(Signal.CHARGING), ChargingState.CHARGING));
  }

  private static <T> boolean isAfter(Instant time, Optional<Reading<T>> now, T state) {
    return now.isPresent() && now.get().value() == state && now.get().since().isAfter(time);
  }

  /** When the car was last on the road, as far as a change since {@code before} shows. */
  static Optional<Instant> lastDriven(VehicleStatus before, VehicleStatus after) {
    Instant last = Instant.MIN;
    for (Signal<Boolean> signal : List.of(Signal.MOVING, Signal.IGNITION)) {
      Optional<Reading<Boolean>> word = after.reading(signal);
      Optional<Boolean> was = before.get(signal);
      boolean drove = word.isPresent() && was.isPresent() && (word.get().value() || was.get());
      last = drove && word.get().since().isAfter(last) ? word.get().since() : last;
    }
    if (distance(before, after).isPresent()) {
      Instant arrived = after.reading(Signal.ODOMETER).get().since();
      last = arrived.isAfter(last) ? arrived : last;
    }
    return last.equals(Instant.MIN) ? Optional.empty() : Optional.of(last);
  }

  /** When the car last said whether it moves. */
  static Optional<Instant> lastWord(VehicleStatus status) {
    Optional<Instant> moving = status.reading(Signal.MOVING).map(Reading::at);
    Optional<Instant> ignition = status.reading(Signal.IGNITION).map(Reading::at);
    boolean ignitionLater =
        ignition.isPresent() && (moving.isEmpty() || moving.get().isBefore(ignition.get()));
    return ignitionLater ? ignition : moving;
  }

  /** How far the car was driven between two states, where it was. */
  static Optional<Distance> distance(VehicleStatus before, VehicleStatus after) {
    Optional<Distance> start = before.get(Signal.ODOMETER);
    return start.isPresent() ? distance(start.get(), after) : Optional.empty();
  }

  static Optional<Distance> distance(Distance start, VehicleStatus after) {
    Optional<Distance> end = after.get(Signal.ODOMETER);
    if (end.isEmpty()) {
      return Optional.empty();
    }
    Distance driven = end.get().minus(start);
    return driven.kilometres() >= SHORTEST_DRIVE_KM ? Optional.of(driven) : Optional.empty();
  }

  /** Whether something shows that a car that does not speak of movement stands still. */
  static boolean seemsParked(VehicleStatus status) {
    return securedThere(status)
        || status.says(Signal.PLUG, PlugState.CONNECTED)
        || status.says(Signal.CHARGING, ChargingState.CHARGING)
        || tripEnded(status)
        || gotOut(status);
  }

  /** Of some cars the lock is told only to who asks: what it was before the drive says nothing. */
  private static boolean securedThere(VehicleStatus status) {
    Optional<Instant> moved = status.since(Signal.ODOMETER);
    return status.says(Signal.LOCK, LockState.SECURED)
        && (moved.isEmpty()
            || !status.reading(Signal.LOCK).get().at().plus(TOGETHER).isBefore(moved.get()));
  }

  /** Somebody has unlocked the car, or opened or shut a door, since its odometer last moved. */
  private static boolean gotOut(VehicleStatus status) {
    Optional<Instant> moved = status.since(Signal.ODOMETER);
    if (isSince(moved, status.reading(Signal.LOCK), LockState.UNLOCKED)) {
      return true;
    }
    return Opening.DOORS.stream()
        .map(door -> status.reading(Signal.of(door)))
        .anyMatch(used -> used.isPresent() && isSince(moved, used, used.get().value()));
  }

  private static <T> boolean isSince(Optional<Instant> time, Optional<Reading<T>> now, T state) {
    return now.isPresent()
        && now.get().value() == state
        && (time.isEmpty() || !now.get().since().isBefore(time.get()));
  }

  /** The last drive's end is on the books at the distance the odometer shows now. */
  private static boolean tripEnded(VehicleStatus status) {
    Optional<Distance> tripEnd = status.get(Signal.TRIP_END_ODOMETER);
    return tripEnd.isPresent() && distance(tripEnd.get(), status).isEmpty();
  }

  private Driving() {}
}
