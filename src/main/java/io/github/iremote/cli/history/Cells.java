package io.github.iremote.cli.history;

import io.github.iremote.cli.history.Table.Cell;
import io.github.iremote.cli.history.Table.Column;
import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.history.derived.Energy;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Columns and fields that several tables of a car have. */
record Cells(Vehicle car, Figures figures) {

  static Column text(String key, String heading, int weight) {
    return new Column(key, heading, false, weight);
  }

  static Column number(String key, String heading, int weight) {
    return new Column(key, heading, true, weight);
  }

  /** The unit of distances in the names of columns. */
  String unit() {
    return figures.unit() == Distance.Unit.KM ? "km" : "miles";
  }

  Cell vin() {
    return new Cell("", car.vin());
  }

  Cell time(Instant time) {
    return new Cell(figures.date(time) + " " + figures.clock(time), time.toString());
  }

  Cell end(Optional<Instant> start, Instant end) {
    boolean sameDay = start.filter(s -> figures.date(s).equals(figures.date(end))).isPresent();
    return sameDay ? new Cell(figures.clock(end), end.toString()) : time(end);
  }

  Cell energy(Energy energy) {
    return new Cell(figures.energy(energy), Figures.decimal(energy.kilowattHours(), 2));
  }

  Cell energy(Totals totals) {
    return totals
        .energy()
        .map(energy -> ofSome(energy(energy), totals.measured(), totals))
        .orElse(Cell.EMPTY);
  }

  Cell cost(Optional<Energy> energy, double cost) {
    return new Cell(figures.cost(energy, cost), Figures.decimal(cost, 2));
  }

  Cell cost(Totals totals) {
    return totals
        .cost()
        .map(cost -> ofSome(cost(totals.energy(), cost), totals.priced(), totals))
        .orElse(Cell.EMPTY);
  }

  /** A sum in which not all charges are, says so where a person reads it. */
  private static Cell ofSome(Cell sum, int charges, Totals totals) {
    return charges == totals.charges()
        ? sum
        : new Cell(sum.text() + " for " + charges + " of " + totals.charges(), sum.raw());
  }

  Cell distance(double kilometres) {
    return kilometres == 0
        ? Cell.EMPTY
        : new Cell(figures.distance(kilometres), Figures.decimal(figures.inUnit(kilometres), 1));
  }

  Cell count(int number) {
    return number == 0 ? new Cell("", "0") : new Cell("" + number, "" + number);
  }

  Cell minutes(Optional<Duration> time) {
    return time.map(t -> new Cell(Figures.duration(t), "" + t.toMinutes())).orElse(Cell.EMPTY);
  }

  Cell percent(Optional<Double> value) {
    return value.map(v -> new Cell(Figures.percent(v), Figures.decimal(v, 1))).orElse(Cell.EMPTY);
  }

  static String some(double value, Function<Double, String> words) {
    return value == 0 ? "" : words.apply(value);
  }
}
