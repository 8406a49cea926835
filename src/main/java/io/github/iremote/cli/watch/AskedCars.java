package io.github.iremote.cli.watch;

import io.github.iremote.pace.Timetable;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import io.github.iremote.watch.Office.Asking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The cars that {@code watch} wants to ask, and those that the pace says are due without it. */
public final class AskedCars implements Timetable {
  private final Timetable pace;
  private final Asking asking;

  public AskedCars(Timetable pace, Asking asking) {
    this.pace = pace;
    this.asking = asking;
  }

  @Override
  public List<Vehicle> due(List<Vehicle> cars, Predicate<Vehicle> unknown) {
    List<Vehicle> byPace = pace.due(cars, unknown);
    List<Vehicle> due = new ArrayList<>();
    for (Vehicle car : cars) {
      boolean wanted = asking.now(car) && pace.mayFetch();
      if (wanted || (byPace.contains(car) && asking.byPace(car))) {
        due.add(car);
      }
    }
    return due;
  }

  @Override
  public boolean mayFetch() {
    return pace.mayFetch();
  }

  @Override
  public Instant nextLook(Vehicle car) {
    return pace.nextLook(car);
  }

  @Override
  public void fetched(
      Vehicle car, VehicleStatus status, boolean driving, Optional<Instant> nextAt) {
    pace.fetched(car, status, driving, nextAt);
    asking.asked(car, true);
  }

  @Override
  public void failed(Vehicle car) {
    pace.failed(car);
    asking.asked(car, false);
  }
}
