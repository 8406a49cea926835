package io.github.iremote.pace;

import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which cars a run asks, and what it learns from that. */
public interface Timetable {

  /**
   * The cars to be asked now, as many as there are calls for, those that wait longest first.
   *
   * @param unknown whether nothing is known of a car: it does not wait for its time
   */
  List<Vehicle> due(List<Vehicle> cars, Predicate<Vehicle> unknown);

  /** Whether a car that is not due may be asked all the same. */
  boolean mayFetch();

  /** When the car will be looked at again; never before there is a call for it. */
  Instant nextLook(Vehicle car);

  /** When the car last answered, if in between it is not looked at; nothing, if it may be. */
  default Optional<Instant> lastLook(Vehicle car) {
    return Optional.empty();
  }

  /**
   * The car has answered.
   *
   * @param driving whether it is on the road, as the rules see it
   * @param nextAt when something becomes news by lasting until then
   */
  void fetched(Vehicle car, VehicleStatus status, boolean driving, Optional<Instant> nextAt);

  /** The fetch came to nothing. */
  void failed(Vehicle car);
}
