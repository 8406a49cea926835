package io.github.iremote.vehicle;

/** Whether an opening is shut; anything between (a tilted roof, a window ajar) is open. */
public enum OpeningState {
  OPEN,
  CLOSED
}
