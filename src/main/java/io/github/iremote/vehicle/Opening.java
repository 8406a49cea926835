package io.github.iremote.vehicle;

import java.util.EnumSet;
import java.util.Set;

/** A part of the car that can stand open; "driver" and "passenger" name the side. */
public enum Opening {
  DRIVER_DOOR,
  PASSENGER_DOOR,
  DRIVER_REAR_DOOR,
  PASSENGER_REAR_DOOR,
  DRIVER_WINDOW,
  PASSENGER_WINDOW,
  DRIVER_REAR_WINDOW,
  PASSENGER_REAR_WINDOW,
  REAR_WINDOW,
  TRUNK,
  HOOD,
  SUNROOF,
  CONVERTIBLE_ROOF;

  /** What people get in and out by. */
  public static final Set<Opening> DOORS =
      EnumSet.of(DRIVER_DOOR, PASSENGER_DOOR, DRIVER_REAR_DOOR, PASSENGER_REAR_DOOR);
}
