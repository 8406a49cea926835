package io.github.iremote.history.derived;

/** Energy that was charged, in kWh, and how it was found. */
public record Energy(double kilowattHours, Found found) {

  /** Ways to know, the best first. */
  public enum Found {
    /** BMW's charging history: what came from the grid, as the meter counts. */
    GRID,
    /** BMW's charging history: what arrived in the battery. */
    BATTERY,
    /** The sum of the charging power that the car or BMW told. */
    POWER,
    /** The change of charge times the battery's capacity: some 8 % less than the meter counts. */
    CAPACITY
  }
}
