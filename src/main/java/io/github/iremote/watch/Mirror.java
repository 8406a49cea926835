package io.github.iremote.watch;

import io.github.iremote.car.SavedCar;
import io.github.iremote.vehicle.Vehicle;

/** Somebody who wants to see how the cars are, whenever that changes. */
@FunctionalInterface
public interface Mirror {
  void show(Vehicle car, SavedCar now);
}
