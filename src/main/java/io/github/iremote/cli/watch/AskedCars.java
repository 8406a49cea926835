package io.github.iremote.cli.watch;

import io.github.iremote.pace.Timetable;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import io.github.iremote.watch.Office.Asking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The cars that {@code watch} wants to ask, and those that the pace says are due without it. */
final class AskedCars implements Timetable {
  private final Timetable pace;
  private final Asking asking;

  AskedCars(Timetable pace, Asking asking) {
    this.pace = pace;
    this.asking = asking;
  }

  @Override
  public List<Vehicle> resting(List<Vehicle> cars) {
    List<Vehicle> byPace = pace.resting(cars);
    List<Vehicle> resting = new ArrayList<>();
    for (Vehicle car : cars) {
      boolean due = !byPace.contains(car) && asking.byPace(car);
      if (!asking.now(car) && !due) {
        resting.add(car);
      }
    }
    return resting;
  }

  @Override
  public Instant nextLook(Vehicle car) {
    return pace.nextLook(car);
  }

  @Override
  public void fetched(Vehicle car, VehicleStatus status, boolean driving) {
    pace.fetched(car, status, driving);
    asking.asked(car, true);
  }

  @Override
  public void failed(Vehicle car) {
    pace.failed(car);
    asking.asked(car, false);
  }
}
