package io.github.iremote.history.derived;

/** Energy that was charged, in kWh, and how it was found. */
public record Energy(double kilowattHours, Found found) {

  /** Ways to know, the best first. */
  public enum Found {
    /** BMW's charging history: what came from the grid, as the meter counts. */
    GRID("from the grid, by BMW's charging history", ""),
    /** The sum of the charging power the car told: what arrived in the car. */
    POWER("from the charging power", "about "),
    /** The change of charge times the battery's capacity: some 8 % less than the meter counts. */
    CAPACITY("from charge and capacity", "about ");

    private final String words;
    private final String about;

    Found(String words, String about) {
      this.words = words;
      this.about = about;
    }

    public String words() {
      return words;
    }

    /** What stands before a figure that was found so. */
    public String about() {
      return about;
    }
  }
}
