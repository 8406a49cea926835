package io.github.iremote.cli.history;

import io.github.iremote.cli.history.Table.Cell;
import io.github.iremote.cli.history.Table.Column;
import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.history.derived.Charge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Charges as a table. */
record ChargeTable(Cells cells, Chronicle chronicle) {

  Table of(List<Charge> charges, Totals totals) {
    List<Column> columns =
        List.of(
            Cells.text("vin", "", 0),
            Cells.text("start", "start", 9),
            Cells.text("end", "end", 7),
            Cells.number("battery_from_percent", "from", 8),
            Cells.number("battery_to_percent", "to", 8),
            Cells.number("energy_kwh", "energy", 10),
            Cells.text("energy_found", "found", 3),
            Cells.number("power_kw", "power", 4),
            Cells.number("cost", "cost", 9),
            Cells.text("currency", "", 0),
            Cells.text("ending", "ended", 5),
            Cells.number("odometer_" + cells.unit(), "odometer", 6),
            Cells.text("place", "place", 2));
    List<List<Cell>> rows = new ArrayList<>();
    charges.forEach(charge -> rows.add(row(charge)));
    List<String> sums = new ArrayList<>(Collections.nCopies(columns.size(), ""));
    sums.set(1, totals.charges() + (totals.charges() == 1 ? " charge" : " charges"));
    sums.set(5, cells.energy(totals).text());
    sums.set(8, cells.cost(totals).text());
    return new Table(columns, rows, sums);
  }

  private List<Cell> row(Charge charge) {
    Optional<Double> cost = chronicle.cost(charge);
    return List.of(
        cells.vin(),
        charge.start().map(cells::time).orElse(new Cell("?", "")),
        cells.end(charge.start(), charge.end()),
        cells.percent(charge.from()),
        cells.percent(charge.to()),
        charge.energy().map(cells::energy).orElse(Cell.EMPTY),
        charge
            .energy()
            .map(e -> new Cell(cells.figures().found(e), e.found().name().toLowerCase(Locale.ROOT)))
            .orElse(Cell.EMPTY),
        charge
            .averagePower()
            .map(p -> new Cell(Figures.decimal(p, 1) + " kW", Figures.decimal(p, 2)))
            .orElse(Cell.EMPTY),
        cost.map(c -> cells.cost(charge.energy(), c)).orElse(Cell.EMPTY),
        new Cell("", cost.isPresent() ? cells.figures().currency().orElse("") : ""),
        new Cell(cells.figures().ending(charge), charge.ending().name().toLowerCase(Locale.ROOT)),
        charge
            .odometer()
            .map(
                km ->
                    new Cell(
                        cells.figures().distance(km),
                        Figures.decimal(cells.figures().inUnit(km), 1)))
            .orElse(Cell.EMPTY),
        charge.place().map(place -> new Cell(place, place)).orElse(Cell.EMPTY));
  }
}
