package io.github.iremote.history.derived;

/** Energy that was charged, in kWh, and how it was found. */
public record Energy(double kilowattHours, Found found) {

  /** Ways to know, the best first. */
  public enum Found {
    /** BMW's charging history: what came from the grid, as the meter counts. */
    GRID,
    /** The sum of the charging power the car told: what arrived in the car. */
    POWER,
    /** The change of charge times the battery's capacity: some 8 % less than the meter counts. */
    CAPACITY
  }
}
