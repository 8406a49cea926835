package io.github.iremote.vehicle;

/** The central locking. */
public enum LockState {
  UNLOCKED,
  /** The driver's door alone is unlocked. */
  SELECTIVE_LOCKED,
  /** Locked from inside, remotely, or by itself while driving. */
  LOCKED,
  /** Locked from outside, with the alarm armed. */
  SECURED;

  /** Whether no door can be opened from outside. */
  public boolean locked() {
    return this == LOCKED || this == SECURED;
  }
}
