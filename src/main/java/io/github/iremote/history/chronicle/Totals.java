package io.github.iremote.history.chronicle;

import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Drive;
import io.github.iremote.history.derived.Energy;
import io.github.iremote.history.derived.Standing;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Drives, charges and standing of a time, added up. */
public final class Totals {
  private final Map<Figure, Double> sums = new EnumMap<>(Figure.class);

  /** What is added up. */
  enum Figure {
    KILOMETRES("kilometres"),
    DRIVES("drives"),
    LONGEST_KILOMETRES("longestKilometres"),
    BATTERY_USED("batteryUsedPercent"),
    FUEL_USED("fuelUsedPercent"),
    /** Energy used in kWh, by drives of which that is known. */
    ENERGY_USED("usedKilowattHours"),
    /** How far those drives went. */
    ENERGY_KILOMETRES("usedOverKilometres"),
    CHARGES("charges"),
    GRID_ENERGY("gridKilowattHours"),
    BATTERY_ENERGY("batteryKilowattHours"),
    POWER_ENERGY("powerKilowattHours"),
    CAPACITY_ENERGY("capacityKilowattHours"),
    /** Charges of which nobody knows the energy. */
    UNMEASURED("unmeasuredCharges"),
    COST("cost"),
    /** Charges with energy, but without a price. */
    UNPRICED("unpricedCharges"),
    LOST("lostStandingPercent");

    private final String key;

    Figure(String key) {
      this.key = key;
    }

    /** Its name in files and in {@code --json}. */
    String key() {
      return key;
    }

    /** Whether it is a number of things. */
    boolean counts() {
      return this == DRIVES || this == CHARGES || this == UNMEASURED || this == UNPRICED;
    }

    static Optional<Figure> named(String key) {
      return Arrays.stream(values()).filter(figure -> figure.key.equals(key)).findFirst();
    }
  }

  void add(Figure figure, double value) {
    if (value != 0) {
      sums.merge(figure, value, figure == Figure.LONGEST_KILOMETRES ? Math::max : Double::sum);
    }
  }

  double get(Figure figure) {
    return sums.getOrDefault(figure, 0.0);
  }

  Map<Figure, Double> sums() {
    return sums;
  }

  /** Adds another time's. */
  public Totals plus(Totals other) {
    other.sums.forEach(this::add);
    return this;
  }

  void add(Drive drive, Optional<Double> capacity) {
    add(Figure.DRIVES, 1);
    add(Figure.KILOMETRES, drive.kilometres());
    add(Figure.LONGEST_KILOMETRES, drive.kilometres());
    drive.batteryUsed().ifPresent(used -> add(Figure.BATTERY_USED, used));
    drive.fuelUsed().ifPresent(used -> add(Figure.FUEL_USED, used));
    drive
        .energy(capacity)
        .ifPresent(
            energy -> {
              add(Figure.ENERGY_USED, energy);
              add(Figure.ENERGY_KILOMETRES, drive.kilometres());
            });
  }

  void add(Charge charge, Optional<Double> cost) {
    add(Figure.CHARGES, 1);
    if (charge.energy().isEmpty()) {
      add(Figure.UNMEASURED, 1);
      return;
    }
    Energy energy = charge.energy().get();
    add(Figure.valueOf(energy.found() + "_ENERGY"), energy.kilowattHours());
    add(Figure.COST, cost.orElse(0.0));
    add(Figure.UNPRICED, cost.isPresent() ? 0 : 1);
  }

  void add(Standing standing) {
    add(Figure.LOST, standing.lost());
  }

  public double kilometres() {
    return get(Figure.KILOMETRES);
  }

  public double longest() {
    return get(Figure.LONGEST_KILOMETRES);
  }

  public int drives() {
    return (int) get(Figure.DRIVES);
  }

  public int charges() {
    return (int) get(Figure.CHARGES);
  }

  /** What was charged as far as it is known, and the weakest way in which a part was found. */
  public Optional<Energy> energy() {
    Energy.Found weakest = null;
    double sum = 0;
    for (Energy.Found found : Energy.Found.values()) {
      double energy = get(Figure.valueOf(found + "_ENERGY"));
      weakest = energy > 0 ? found : weakest;
      sum += energy;
    }
    return weakest == null ? Optional.empty() : Optional.of(new Energy(sum, weakest));
  }

  /** How many charges are in the energy. */
  public int measured() {
    return charges() - (int) get(Figure.UNMEASURED);
  }

  /** What it cost; nothing where no charge has a price. */
  public Optional<Double> cost() {
    double cost = get(Figure.COST);
    return cost > 0 ? Optional.of(cost) : Optional.empty();
  }

  /** How many charges are in the cost. */
  public int priced() {
    return measured() - (int) get(Figure.UNPRICED);
  }

  /** In kWh for 100 km, over the drives of which it is known, if they are long enough to tell. */
  public Optional<Double> consumption() {
    double distance = get(Figure.ENERGY_KILOMETRES);
    double used = get(Figure.ENERGY_USED);
    return distance >= 10 && used > 0 ? Optional.of(used * 100 / distance) : Optional.empty();
  }

  /** What the battery lost while the car stood, in percent. */
  public double lost() {
    return get(Figure.LOST);
  }

  public double batteryUsed() {
    return get(Figure.BATTERY_USED);
  }

  public double fuelUsed() {
    return get(Figure.FUEL_USED);
  }

  public boolean isEmpty() {
    return sums.isEmpty();
  }
}
