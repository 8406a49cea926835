package io.github.iremote.vehicle;

/** What the high-voltage battery's charger is doing. */
public enum ChargingState {
  NOT_CHARGING,
  /** Waiting for its time slot, or negotiating with the wallbox. */
  PREPARING,
  CHARGING,
  PAUSED,
  /** Stopped; whether the target was reached is for the charge level to say. */
  ENDED,
  /** Stopped, and the car says that the battery is full. */
  FULL,
  ERROR
}
