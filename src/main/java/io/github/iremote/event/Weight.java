package io.github.iremote.event;

/** How much an event matters to the owner, the least first. */
public enum Weight {
  ORDINARY,
  /** Should be looked after. */
  ATTENTION,
  /** Breaks through quiet hours. */
  URGENT
}
