package io.github.iremote.pace;

import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.List;

/** Which cars a run asks, and what it learns from that. */
public interface Timetable {

  /** The cars that are not asked now. */
  List<Vehicle> resting(List<Vehicle> cars);

  /** When the car will be looked at again. */
  Instant nextLook(Vehicle car);

  /**
   * The car has answered.
   *
   * @param driving whether it is on the road, as the rules see it
   */
  void fetched(Vehicle car, VehicleStatus status, boolean driving);

  /** The fetch came to nothing. */
  void failed(Vehicle car);
}
