package io.github.iremote.vehicle;

/** What the car asks for its 12 V battery, the worse the later. */
public enum Battery12v {
  FINE,
  REPLACEMENT_RECOMMENDED,
  RECHARGE,
  REPLACEMENT_REQUIRED,
  REPLACEMENT_URGENT
}
