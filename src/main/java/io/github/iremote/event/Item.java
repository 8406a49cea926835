package io.github.iremote.event;

import io.github.iremote.vehicle.Battery12v;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Wheel;
import java.time.LocalDate;
import java.util.Optional;

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

  /** A place that the owner has given a name. */
  record At(String place) implements Item {}

  /** A reason in BMW's own word. */
  record Reason(String word) implements Item {}

  /** The days that a report is about; the end is the first day after them. */
  record Period(LocalDate start, LocalDate end) implements Item {}

  /**
   * A figure of a period.
   *
   * @param value in km, kWh, kWh for 100 km, percent, or a number
   * @param before the same of the period before
   * @param unit the currency of a cost
   * @param found how an energy was found
   * @param charges of how many charges it is a sum, where that is not of all
   */
  record Figure(
      Measure measure,
      double value,
      Optional<Double> before,
      Optional<String> unit,
      Optional<String> found,
      Optional<Integer> charges)
      implements Item {}

  /** What is measured. */
  enum Measure {
    DISTANCE,
    CONSUMPTION,
    ENERGY,
    COST,
    LONGEST_DRIVE,
    CHARGES,
    LOST_STANDING
  }

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
