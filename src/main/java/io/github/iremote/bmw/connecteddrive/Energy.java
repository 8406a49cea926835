package io.github.iremote.bmw.connecteddrive;

import static io.github.iremote.bmw.Words.number;
import static io.github.iremote.bmw.Words.percent;
import static io.github.iremote.bmw.Words.positive;
import static io.github.iremote.bmw.Words.text;
import static io.github.iremote.bmw.Words.word;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.bmw.Words;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Battery and tank: which of them the car has, and what it says of them. */
final class Energy {
  /** No car but the i3 REX has a tank this small, in litres. */
  private static final double LARGEST_RANGE_EXTENDER_TANK = 10;

  /** A week; more is not a time but a mistake. */
  private static final double LONGEST_CHARGE_MINUTES = 10_080;

  private final JsonNode car;
  private final VehicleStatus known;
  private final Report report;
  private final Optional<Instant> at;
  private final Distance.Unit unit;

  /**
   * @param unit the owner's
   */
  Energy(
      JsonNode car, VehicleStatus known, Report report, Optional<Instant> at, Distance.Unit unit) {
    this.car = car;
    this.known = known;
    this.report = report;
    this.at = at;
    this.unit = unit;
  }

  void map(String model) {
    boolean battery = hasBattery();
    if (battery) {
      battery();
    }
    if (hasTank()) {
      tank(battery, model);
    }
  }

  /** BMW sends zeros for a battery that is not there; one real sign of it makes zeros credible. */
  private boolean hasBattery() {
    return known.hasBattery()
        || anyPositive("chargingLevelHv", "maxRangeElectric", "maxRangeElectricMls")
        || anyPositive("remainingRangeElectric", "remainingRangeElectricMls")
        || car.path("connectionStatus").asText().equals("CONNECTED")
        || charges();
  }

  private boolean charges() {
    Optional<ChargingState> state = Words.charging(word(car.path("chargingStatus")));
    return state.isPresent() && state.get() != ChargingState.NOT_CHARGING;
  }

  private boolean hasTank() {
    return known.hasTank()
        || anyPositive("remainingFuel", "maxFuel", "fuelPercent")
        || anyPositive("remainingRangeFuel", "remainingRangeFuelMls");
  }

  private boolean anyPositive(String... fields) {
    for (String field : fields) {
      if (positive(word(car.path(field))).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private void battery() {
    Optional<Distance> range = distance("remainingRangeElectric");
    add(Signal.ELECTRIC_RANGE, range);
    Optional<Double> level = percent(word(car.path("chargingLevelHv")));
    add(Signal.STATE_OF_CHARGE, level.isPresent() ? level : share(range));
    add(Signal.CHARGING, Words.charging(word(car.path("chargingStatus"))));
    add(Signal.PLUG, Words.plug(word(car.path("connectionStatus"))));
    Optional<Double> minutes = positive(word(car.path("chargingTimeRemaining")));
    if (minutes.isPresent() && minutes.get() <= LONGEST_CHARGE_MINUTES) {
      Duration left = Duration.ofMinutes(Math.round(minutes.get()));
      report.add(Signal.CHARGE_TIME_REMAINING, left, at);
    }
    Optional<String> endReason = text(car.path("lastChargingEndReason"));
    add(Signal.CHARGE_END_REASON, endReason);
  }

  /** The charge level as the range shows it. */
  private Optional<Double> share(Optional<Distance> range) {
    Optional<Distance> most = distance("maxRangeElectric");
    return range.isPresent() && most.isPresent()
        ? share(range.get().kilometres(), most.get().kilometres())
        : Optional.empty();
  }

  private void tank(boolean battery, String model) {
    add(Signal.FUEL_RANGE, distance("remainingRangeFuel"));
    Optional<Double> capacity = positive(word(car.path("maxFuel")));
    Optional<Double> fuel = number(word(car.path("remainingFuel")));
    Optional<Double> level = percent(word(car.path("fuelPercent")));
    if (level.isEmpty() && fuel.isPresent() && capacity.isPresent()) {
      level = share(fuel.get(), capacity.get());
    }
    add(Signal.FUEL_LEVEL, level);
    boolean small = capacity.isPresent() && capacity.get() <= LARGEST_RANGE_EXTENDER_TANK;
    if (battery && (small || model.toUpperCase(Locale.ROOT).contains("REX"))) {
      report.add(Signal.RANGE_EXTENDER, true, at);
    }
  }

  /** A part of a whole in percent, where it is one. */
  private static Optional<Double> share(double part, double whole) {
    return part >= 0 && whole > 0
        ? Optional.of(Math.min(100, 100 * part / whole))
        : Optional.empty();
  }

  /**
   * A distance that comes in kilometres, in miles, or in both: then in the owner's unit, as BMW has
   * rounded each by itself.
   */
  private Optional<Distance> distance(String field) {
    Optional<Distance> kilometres = distance(field, Distance.Unit.KM);
    Optional<Distance> miles = distance(field + "Mls", Distance.Unit.MILES);
    boolean inMiles = miles.isPresent() && (kilometres.isEmpty() || unit == Distance.Unit.MILES);
    return inMiles ? miles : kilometres;
  }

  private Optional<Distance> distance(String field, Distance.Unit unit) {
    Optional<Double> length = number(word(car.path(field)));
    return length.isPresent() && length.get() >= 0
        ? Optional.of(new Distance(length.get(), unit))
        : Optional.empty();
  }

  private <T> void add(Signal<T> signal, Optional<T> value) {
    report.add(signal, value, at);
  }
}
