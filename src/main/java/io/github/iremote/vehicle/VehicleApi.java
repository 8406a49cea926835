package io.github.iremote.vehicle;

import java.util.List;

/**
 * How a car is asked about itself. Both methods throw a {@code Failure} when BMW gives no usable
 * answer.
 */
public interface VehicleApi {

  /** The cars on the account. */
  List<Vehicle> vehicles(String accessToken);

  /**
   * What the car says now.
   *
   * @param known what it said before: decides what a bare zero means, and the unit of a number that
   *     comes without one
   */
  VehicleStatus status(String accessToken, Vehicle car, VehicleStatus known);
}
