package io.github.iremote.vehicle;

/** A wheel, named as seen from the driver's seat. */
public enum Wheel {
  FRONT_LEFT,
  FRONT_RIGHT,
  REAR_LEFT,
  REAR_RIGHT
}
