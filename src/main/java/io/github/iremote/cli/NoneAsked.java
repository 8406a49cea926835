package io.github.iremote.cli;

import io.github.iremote.pace.Timetable;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A run that asks no car, and learns nothing. */
record NoneAsked(Timetable pace) implements Timetable {

  @Override
  public List<Vehicle> due(List<Vehicle> cars, Predicate<Vehicle> unknown) {
    return List.of();
  }

  @Override
  public boolean mayFetch() {
    return false;
  }

  @Override
  public Instant nextLook(Vehicle car) {
    return pace.nextLook(car);
  }

  @Override
  public void fetched(
      Vehicle car, VehicleStatus status, boolean driving, Optional<Instant> nextAt) {}

  @Override
  public void failed(Vehicle car) {}
}
