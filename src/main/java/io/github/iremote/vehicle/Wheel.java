package io.github.iremote.vehicle;

/** A wheel, named as seen from the driver's seat. */
public enum Wheel {
  FRONT_LEFT("front left"),
  FRONT_RIGHT("front right"),
  REAR_LEFT("rear left"),
  REAR_RIGHT("rear right");

  private final String label;

  Wheel(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
