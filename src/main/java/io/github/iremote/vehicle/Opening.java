package io.github.iremote.vehicle;

import java.util.EnumSet;
import java.util.Set;

/** A part of the car that can stand open; "driver" and "passenger" name the side. */
public enum Opening {
  DRIVER_DOOR("driver door"),
  PASSENGER_DOOR("passenger door"),
  DRIVER_REAR_DOOR("rear driver-side door"),
  PASSENGER_REAR_DOOR("rear passenger-side door"),
  DRIVER_WINDOW("driver window"),
  PASSENGER_WINDOW("passenger window"),
  DRIVER_REAR_WINDOW("rear driver-side window"),
  PASSENGER_REAR_WINDOW("rear passenger-side window"),
  REAR_WINDOW("rear window"),
  TRUNK("trunk"),
  HOOD("hood"),
  SUNROOF("sunroof"),
  CONVERTIBLE_ROOF("convertible roof");

  /** What people get in and out by. */
  public static final Set<Opening> DOORS =
      EnumSet.of(DRIVER_DOOR, PASSENGER_DOOR, DRIVER_REAR_DOOR, PASSENGER_REAR_DOOR);

  private final String label;

  Opening(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
