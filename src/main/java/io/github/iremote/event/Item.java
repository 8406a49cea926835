package io.github.iremote.event;

import io.github.iremote.vehicle.Battery12v;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Wheel;

/** One thing that an event is about, without words: those are for whoever tells it. */
public sealed interface Item {

  /** A part that stands or stood open. */
  record Part(Opening opening) implements Item {}

  /**
   * A tyre.
   *
   * @param missing by how many kPa its pressure is under the target
   */
  record Tyre(Wheel wheel, double missing) implements Item {}

  /** What the car asks for its 12 V battery. */
  record Demand(Battery12v battery) implements Item {}

  /** A line on one of the car's own lists: a service item or a check-control message. */
  record Line(Notice notice) implements Item {}

  /** A reason in BMW's own word. */
  record Reason(String word) implements Item {}

  /** What needs no more to be said than that it is so. */
  enum Fact implements Item {
    LOCKED,
    UNLOCKED,
    CHARGING,
    ALARM,
    CHARGING_ERROR,
    /** A charge's end that the car has not told, but its level shows. */
    LEVEL_REACHED,
    /** The same, shown by the cable. */
    CABLE_UNPLUGGED,
    /** The same, shown by the clock. */
    TIME_PASSED
  }
}
