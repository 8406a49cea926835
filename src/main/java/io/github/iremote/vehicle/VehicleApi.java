package io.github.iremote.vehicle;

import java.util.List;

/**
 * How a car is asked about itself. Both methods throw a {@code Failure} when BMW gives no usable
 * answer.
 */
public interface VehicleApi {

  /** The cars on the account. */
  List<Vehicle> vehicles(String accessToken);

  /** What the car says now. */
  Answer status(String accessToken, Vehicle car);
}
