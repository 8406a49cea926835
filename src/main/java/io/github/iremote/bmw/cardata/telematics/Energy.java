package io.github.iremote.bmw.cardata.telematics;

import io.github.iremote.bmw.Words;
import io.github.iremote.bmw.cardata.telematics.Telematics.Dated;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Battery and tank. BMW fills in zeros and stray numbers for the one a car does not have, and its
 * basic data calls a petrol car electric: so what a car has is decided from what it delivers.
 */
final class Energy {
  /** No car but the i3 REX has a tank this small, in litres. */
  private static final double LARGEST_RANGE_EXTENDER_TANK = 15;

  /** Ranges sent further apart than this do not add up. */
  private static final Duration ONE_MOMENT = Duration.ofMinutes(10);

  private final Telematics data;
  private final VehicleStatus known;
  private final Report report;
  private final Charge charge;

  Energy(Telematics data, VehicleStatus known, Report report) {
    this.data = data;
    this.known = known;
    this.report = report;
    this.charge = new Charge(data);
  }

  void map(String model) {
    boolean tank = hasTank();
    boolean battery = hasBattery(tank);
    if (battery) {
      charge.addTo(report);
    }
    Optional<Dated<Distance>> electric = battery ? electricRange(tank) : Optional.empty();
    Telematics.add(report, Signal.ELECTRIC_RANGE, electric);
    if (tank) {
      fuel(battery, electric);
    }
    Telematics.add(
        report,
        Signal.TOTAL_RANGE,
        range(Signal.TOTAL_RANGE, Descriptor.TOTAL_RANGE).filter(all -> all.value().value() > 0));
    if (tank && battery && (smallTank() || model.toUpperCase(Locale.ROOT).contains("REX"))) {
      report.add(Signal.RANGE_EXTENDER, true, report.status().at());
    }
  }

  private boolean hasTank() {
    return known.hasTank()
        || Words.positive(data.text(Descriptor.FUEL_LEVEL)).isPresent()
        || Words.positive(data.text(Descriptor.FUEL_LITRES)).isPresent();
  }

  /** A lone charge level is no sign of a battery in a car with a tank: mild hybrids report one. */
  private boolean hasBattery(boolean tank) {
    boolean aboutCharging = charge.state().isPresent() || charge.plug().isPresent();
    boolean level = charge.level().filter(sample -> sample.value() > 0).isPresent();
    return known.hasBattery()
        || (level && (!tank || aboutCharging))
        || Words.positive(data.text(Descriptor.ELECTRIC_RANGE)).isPresent()
        || Words.positive(data.text(Descriptor.ELECTRIC_RANGE_PREDICTED)).isPresent()
        || Words.positive(data.text(Descriptor.CHARGE_TARGET)).isPresent()
        || charge.plug().filter(sample -> sample.value() == PlugState.CONNECTED).isPresent()
        || charge.state().filter(s -> s.value() != ChargingState.NOT_CHARGING).isPresent();
  }

  private Optional<Dated<Distance>> electricRange(boolean tank) {
    Optional<Dated<Distance>> range =
        Telematics.preferred(
            Duration.ZERO,
            List.of(
                range(Signal.ELECTRIC_RANGE, Descriptor.ELECTRIC_RANGE),
                range(Signal.ELECTRIC_RANGE, Descriptor.ELECTRIC_RANGE_PREDICTED)));
    return tank
        ? range
        : range.or(
            () ->
                range(Signal.ELECTRIC_RANGE, Descriptor.TOTAL_RANGE)
                    .filter(sample -> sample.value().value() > 0));
  }

  private void fuel(boolean battery, Optional<Dated<Distance>> electric) {
    Telematics.add(report, Signal.FUEL_LEVEL, data.get(Descriptor.FUEL_LEVEL, Words::percent));
    Optional<Dated<Distance>> total = range(Signal.FUEL_RANGE, Descriptor.TOTAL_RANGE);
    Telematics.add(
        report,
        Signal.FUEL_RANGE,
        battery ? total.flatMap(all -> electric.flatMap(part -> rest(all, part))) : total);
  }

  /** What of a plug-in hybrid's whole range is the engine's. */
  private static Optional<Dated<Distance>> rest(Dated<Distance> all, Dated<Distance> part) {
    boolean ofOneMoment = !all.laterThan(part, ONE_MOMENT) && !part.laterThan(all, ONE_MOMENT);
    return Optional.of(all.map(total -> total.minus(part.value())))
        .filter(fuel -> ofOneMoment && fuel.value().value() >= 0);
  }

  private boolean smallTank() {
    Optional<Double> litres = Words.positive(data.text(Descriptor.FUEL_LITRES));
    Optional<Double> percent = Words.positive(data.text(Descriptor.FUEL_LEVEL));
    return litres.isPresent()
        && percent.filter(p -> 100 * litres.get() / p <= LARGEST_RANGE_EXTENDER_TANK).isPresent();
  }

  private Optional<Dated<Distance>> range(Signal<Distance> signal, Descriptor key) {
    return data.distance(key, known.get(signal).map(Distance::unit))
        .filter(sample -> sample.value().value() >= 0);
  }
}
