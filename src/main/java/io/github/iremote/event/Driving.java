package io.github.iremote.event;

import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.Optional;

/** What a status tells about movement: some cars say it, of others only the odometer tells. */
final class Driving {
  /** Less than this on the odometer is rounding. */
  private static final double SHORTEST_DRIVE_KM = 0.5;

  /** Whether the car says that it moves, or that its ignition is on. */
  static boolean underWay(VehicleStatus status) {
    return (status.is(Signal.MOVING) || status.is(Signal.IGNITION)) && !lockedFromOutside(status);
  }

  /** Some cars never take back that they move; but nobody drives a car secured since. */
  private static boolean lockedFromOutside(VehicleStatus status) {
    Optional<Instant> word = lastWord(status);
    return status
        .reading(Signal.LOCK)
        .filter(lock -> lock.value() == LockState.SECURED)
        .filter(lock -> word.filter(lock.since()::isAfter).isPresent())
        .isPresent();
  }

  /** When the car last said whether it moves. */
  static Optional<Instant> lastWord(VehicleStatus status) {
    Optional<Instant> moving = status.reading(Signal.MOVING).map(Reading::at);
    Optional<Instant> ignition = status.reading(Signal.IGNITION).map(Reading::at);
    return moving.filter(at -> ignition.filter(at::isBefore).isEmpty()).or(() -> ignition);
  }

  /** How far the car was driven between two states, where it was. */
  static Optional<Distance> distance(VehicleStatus before, VehicleStatus after) {
    return before.get(Signal.ODOMETER).flatMap(start -> distance(start, after));
  }

  static Optional<Distance> distance(Distance start, VehicleStatus after) {
    return after
        .get(Signal.ODOMETER)
        .map(end -> end.minus(start))
        .filter(driven -> driven.kilometres() >= SHORTEST_DRIVE_KM);
  }

  /** Whether something shows that a car that does not speak of movement stands still. */
  static boolean seemsParked(VehicleStatus status) {
    return status.get(Signal.LOCK).filter(LockState.SECURED::equals).isPresent()
        || status.get(Signal.PLUG).filter(PlugState.CONNECTED::equals).isPresent()
        || status.get(Signal.CHARGING).filter(ChargingState.CHARGING::equals).isPresent()
        || tripEnded(status)
        || gotOut(status);
  }

  /** Somebody has unlocked the car, or opened a door, since its odometer last moved. */
  private static boolean gotOut(VehicleStatus status) {
    Optional<Instant> moved = status.reading(Signal.ODOMETER).map(Reading::since);
    if (isSince(moved, status.reading(Signal.LOCK), LockState.UNLOCKED)) {
      return true;
    }
    for (Opening door : Opening.DOORS) {
      if (isSince(moved, status.reading(Signal.of(door)), OpeningState.OPEN)) {
        return true;
      }
    }
    return false;
  }

  private static <T> boolean isSince(Optional<Instant> time, Optional<Reading<T>> now, T state) {
    return now.filter(reading -> reading.value() == state)
        .filter(reading -> time.filter(reading.since()::isBefore).isEmpty())
        .isPresent();
  }

  /** The last drive's end is on the books at the distance the odometer shows now. */
  private static boolean tripEnded(VehicleStatus status) {
    Optional<Distance> tripEnd = status.get(Signal.TRIP_END_ODOMETER);
    return tripEnd.isPresent() && distance(tripEnd.get(), status).isEmpty();
  }

  private Driving() {}
}
