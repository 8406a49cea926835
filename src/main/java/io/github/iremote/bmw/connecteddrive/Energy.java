package io.github.iremote.bmw.connecteddrive;

import static io.github.iremote.bmw.Words.number;
import static io.github.iremote.bmw.Words.percent;
import static io.github.iremote.bmw.Words.positive;
import static io.github.iremote.bmw.Words.text;

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

  Energy(JsonNode car, VehicleStatus known, Report report, Optional<Instant> at) {
    this.car = car;
    this.known = known;
    this.report = report;
    this.at = at;
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
        || Words.charging(car.path("chargingStatus"))
            .filter(state -> state != ChargingState.NOT_CHARGING)
            .isPresent();
  }

  private boolean hasTank() {
    return known.hasTank()
        || anyPositive("remainingFuel", "maxFuel", "fuelPercent")
        || anyPositive("remainingRangeFuel", "remainingRangeFuelMls");
  }

  private boolean anyPositive(String... fields) {
    for (String field : fields) {
      if (positive(car.path(field)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private void battery() {
    Optional<Distance> range = distance("remainingRangeElectric");
    add(Signal.ELECTRIC_RANGE, range);
    add(
        Signal.STATE_OF_CHARGE,
        percent(car.path("chargingLevelHv"))
            .or(() -> share(range.map(Distance::kilometres), maxRangeElectric())));
    add(Signal.CHARGING, Words.charging(car.path("chargingStatus")));
    add(Signal.PLUG, Words.plug(car.path("connectionStatus")));
    add(
        Signal.CHARGE_TIME_REMAINING,
        positive(car.path("chargingTimeRemaining"))
            .filter(minutes -> minutes <= LONGEST_CHARGE_MINUTES)
            .map(minutes -> Duration.ofMinutes(Math.round(minutes))));
    add(
        Signal.CHARGE_END_REASON,
        text(car.path("lastChargingEndReason")).filter(word -> !word.equals("UNKNOWN")));
  }

  private Optional<Double> maxRangeElectric() {
    return distance("maxRangeElectric").map(Distance::kilometres);
  }

  private void tank(boolean battery, String model) {
    add(Signal.FUEL_RANGE, distance("remainingRangeFuel"));
    Optional<Double> capacity = positive(car.path("maxFuel"));
    add(
        Signal.FUEL_LEVEL,
        percent(car.path("fuelPercent"))
            .or(() -> share(number(car.path("remainingFuel")), capacity)));
    boolean small = capacity.filter(litres -> litres <= LARGEST_RANGE_EXTENDER_TANK).isPresent();
    if (battery && (small || model.toUpperCase(Locale.ROOT).contains("REX"))) {
      report.add(Signal.RANGE_EXTENDER, true, at);
    }
  }

  /** A part of a whole in percent, where both are known. */
  private static Optional<Double> share(Optional<Double> part, Optional<Double> whole) {
    return whole
        .filter(total -> total > 0)
        .flatMap(total -> part.map(amount -> Math.min(100.0, 100 * amount / total)))
        .filter(percent -> percent >= 0);
  }

  /** A distance that comes in kilometres, in miles, or in both. */
  private Optional<Distance> distance(String field) {
    return number(car.path(field))
        .map(Distance::ofKilometres)
        .or(
            () ->
                number(car.path(field + "Mls"))
                    .map(miles -> new Distance(miles, Distance.Unit.MILES)))
        .filter(distance -> distance.value() >= 0);
  }

  private <T> void add(Signal<T> signal, Optional<T> value) {
    report.add(signal, value, at);
  }
}
