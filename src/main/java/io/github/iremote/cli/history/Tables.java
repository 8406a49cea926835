package io.github.iremote.cli.history;

import io.github.iremote.cli.history.Table.Cell;
import io.github.iremote.cli.history.Table.Column;
import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Drive;
import io.github.iremote.history.derived.Energy;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drives, charges and months as tables. */
final class Tables {
  private final Vehicle car;
  private final Chronicle chronicle;
  private final Figures figures;
  private final String distance;

  Tables(Vehicle car, Chronicle chronicle, Figures figures) {
    this.car = car;
    this.chronicle = chronicle;
    this.figures = figures;
    this.distance = figures.unit() == Distance.Unit.KM ? "km" : "miles";
  }

  private static Column text(String key, String heading, int weight) {
    return new Column(key, heading, false, weight);
  }

  private static Column number(String key, String heading, int weight) {
    return new Column(key, heading, true, weight);
  }

  Table drives(List<Drive> drives, Optional<Double> capacity, Totals totals) {
    List<Column> columns =
        List.of(
            text("vin", "", 0),
            text("start", "start", 9),
            text("end", "end", 8),
            number("duration_minutes", "time", 3),
            number("distance_" + distance, "distance", 10),
            number("odometer_" + distance, "odometer", 2),
            number("battery_used_percent", "battery", 7),
            number("fuel_used_percent", "tank", 6),
            number("used_kwh", "energy", 5),
            number("kwh_per_100_km", "consumption", 4));
    List<List<Cell>> rows = new ArrayList<>();
    drives.forEach(drive -> rows.add(row(drive, capacity)));
    List<String> sums =
        List.of(
            "",
            totals.drives() + (totals.drives() == 1 ? " drive" : " drives"),
            "",
            "",
            figures.distance(totals.kilometres()),
            "",
            some(totals.batteryUsed(), Figures::percent),
            some(totals.fuelUsed(), Figures::percent),
            "",
            totals.consumption().map(figures::consumption).orElse(""));
    return new Table(columns, rows, sums);
  }

  private List<Cell> row(Drive drive, Optional<Double> capacity) {
    Optional<Double> energy = drive.energy(capacity);
    Optional<Double> consumption =
        energy
            .filter(used -> drive.kilometres() >= 10 && drive.batteryUsed().orElse(0.0) >= 3)
            .map(used -> used * 100 / drive.kilometres());
    Optional<Duration> time = drive.start().map(start -> Duration.between(start, drive.end()));
    return List.of(
        vin(),
        drive.start().map(this::time).orElse(new Cell("?", "")),
        end(drive.start(), drive.end()),
        minutes(time),
        new Cell(
            figures.distance(drive.kilometres()),
            Figures.decimal(figures.inUnit(drive.kilometres()), 1)),
        new Cell(
            figures.distance(drive.odometer()),
            Figures.decimal(figures.inUnit(drive.odometer()), 1)),
        percent(drive.batteryUsed()),
        percent(drive.fuelUsed()),
        energy
            .map(e -> new Cell("about " + Figures.decimal(e, 1) + " kWh", Figures.decimal(e, 2)))
            .orElse(Cell.EMPTY),
        consumption
            .map(c -> new Cell(figures.consumption(c), Figures.decimal(c, 1)))
            .orElse(Cell.EMPTY));
  }

  Table charges(List<Charge> charges, Totals totals) {
    List<Column> columns =
        List.of(
            text("vin", "", 0),
            text("start", "start", 9),
            text("end", "end", 7),
            number("battery_from_percent", "from", 8),
            number("battery_to_percent", "to", 8),
            number("energy_kwh", "energy", 10),
            text("energy_found", "found", 3),
            number("power_kw", "power", 4),
            number("cost", "cost", 9),
            text("currency", "", 0),
            text("ending", "ended", 5),
            number("odometer_" + distance, "odometer", 6),
            text("place", "place", 2));
    List<List<Cell>> rows = new ArrayList<>();
    charges.forEach(charge -> rows.add(row(charge)));
    List<String> sums = new ArrayList<>(java.util.Collections.nCopies(columns.size(), ""));
    sums.set(1, totals.charges() + (totals.charges() == 1 ? " charge" : " charges"));
    sums.set(5, totals.energy().map(figures::energy).orElse(""));
    sums.set(8, totals.cost().map(figures::cost).orElse(""));
    return new Table(columns, rows, sums);
  }

  private List<Cell> row(Charge charge) {
    Optional<Double> cost = chronicle.cost(charge);
    return List.of(
        vin(),
        charge.start().map(this::time).orElse(new Cell("?", "")),
        end(charge.start(), charge.end()),
        percent(charge.from()),
        percent(charge.to()),
        charge.energy().map(this::energy).orElse(Cell.EMPTY),
        charge
            .energy()
            .map(
                e ->
                    new Cell(
                        e.found().words(), e.found().name().toLowerCase(java.util.Locale.ROOT)))
            .orElse(Cell.EMPTY),
        charge
            .averagePower()
            .map(p -> new Cell(Figures.decimal(p, 1) + " kW", Figures.decimal(p, 2)))
            .orElse(Cell.EMPTY),
        cost.map(c -> new Cell(figures.cost(c), Figures.decimal(c, 2))).orElse(Cell.EMPTY),
        new Cell("", cost.isPresent() ? figures.currency().orElse("") : ""),
        new Cell(
            charge.ending().words() + charge.reason().map(reason -> " (" + reason + ")").orElse(""),
            charge.ending().name().toLowerCase(java.util.Locale.ROOT)),
        charge
            .odometer()
            .map(km -> new Cell(figures.distance(km), Figures.decimal(figures.inUnit(km), 1)))
            .orElse(Cell.EMPTY),
        charge.place().map(place -> new Cell(place, place)).orElse(Cell.EMPTY));
  }

  /**
   * Months or days.
   *
   * @param what how one of them is called
   */
  Table totals(String what, Map<?, Totals> parts) {
    List<Column> columns =
        List.of(
            text("vin", "", 0),
            text(what, what, 10),
            number("distance_" + distance, "distance", 9),
            number("drives", "drives", 5),
            number("longest_" + distance, "longest", 3),
            number("kwh_per_100_km", "consumption", 4),
            number("charges", "charges", 5),
            number("energy_kwh", "charged", 8),
            number("cost", "cost", 8),
            text("currency", "", 0),
            number("lost_standing_percent", "lost standing", 2));
    List<List<Cell>> rows = new ArrayList<>();
    Totals all = new Totals();
    parts.forEach(
        (name, totals) -> {
          rows.add(row(name.toString(), totals));
          all.plus(totals);
        });
    List<String> sums = new ArrayList<>(row("", all).stream().map(Cell::text).toList());
    sums.set(1, "in all");
    return new Table(columns, rows, sums);
  }

  private List<Cell> row(String name, Totals totals) {
    return List.of(
        vin(),
        new Cell(name, name),
        distance(totals.kilometres()),
        count(totals.drives()),
        distance(totals.longest()),
        totals
            .consumption()
            .map(c -> new Cell(figures.consumption(c), Figures.decimal(c, 1)))
            .orElse(Cell.EMPTY),
        count(totals.charges()),
        totals.energy().map(this::energy).orElse(Cell.EMPTY),
        totals.cost().map(c -> new Cell(figures.cost(c), Figures.decimal(c, 2))).orElse(Cell.EMPTY),
        new Cell("", totals.cost().isPresent() ? figures.currency().orElse("") : ""),
        percent(Optional.of(totals.lost()).filter(lost -> lost > 0)));
  }

  private Cell vin() {
    return new Cell("", car.vin());
  }

  private Cell time(Instant time) {
    return new Cell(figures.date(time) + " " + figures.clock(time), time.toString());
  }

  private Cell end(Optional<Instant> start, Instant end) {
    boolean sameDay = start.filter(s -> figures.date(s).equals(figures.date(end))).isPresent();
    return sameDay ? new Cell(figures.clock(end), end.toString()) : time(end);
  }

  private Cell energy(Energy energy) {
    return new Cell(figures.energy(energy), Figures.decimal(energy.kilowattHours(), 2));
  }

  private Cell distance(double kilometres) {
    return kilometres == 0
        ? Cell.EMPTY
        : new Cell(figures.distance(kilometres), Figures.decimal(figures.inUnit(kilometres), 1));
  }

  private static Cell count(int number) {
    return number == 0 ? new Cell("", "0") : new Cell("" + number, "" + number);
  }

  private static Cell minutes(Optional<Duration> time) {
    return time.map(t -> new Cell(Figures.duration(t), "" + t.toMinutes())).orElse(Cell.EMPTY);
  }

  private static Cell percent(Optional<Double> value) {
    return value.map(v -> new Cell(Figures.percent(v), Figures.decimal(v, 1))).orElse(Cell.EMPTY);
  }

  private static String some(double value, java.util.function.Function<Double, String> words) {
    return value == 0 ? "" : words.apply(value);
  }
}
