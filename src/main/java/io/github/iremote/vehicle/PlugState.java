package io.github.iremote.vehicle;

/** Whether a charging cable is in the car. */
public enum PlugState {
  CONNECTED,
  DISCONNECTED
}
