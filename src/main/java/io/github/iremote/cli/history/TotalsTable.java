package io.github.iremote.cli.history;

import io.github.iremote.cli.history.Table.Cell;
import io.github.iremote.cli.history.Table.Column;
import io.github.iremote.history.chronicle.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Months or days as a table. */
record TotalsTable(Cells cells) {

  /**
   * Months or days.
   *
   * @param what how one of them is called
   */
  Table of(String what, Map<?, Totals> parts) {
    List<Column> columns =
        List.of(
            Cells.text("vin", "", 0),
            Cells.text(what, what, 10),
            Cells.number("distance_" + cells.unit(), "distance", 9),
            Cells.number("drives", "drives", 5),
            Cells.number("longest_" + cells.unit(), "longest", 3),
            Cells.number("kwh_per_100_km", "consumption", 4),
            Cells.number("charges", "charges", 5),
            Cells.number("energy_kwh", "charged", 8),
            Cells.number("cost", "cost", 8),
            Cells.text("currency", "", 0),
            Cells.number("lost_standing_percent", "lost standing", 2));
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
        cells.vin(),
        new Cell(name, name),
        cells.distance(totals.kilometres()),
        cells.count(totals.drives()),
        cells.distance(totals.longest()),
        totals
            .consumption()
            .map(c -> new Cell(cells.figures().consumption(c), Figures.decimal(c, 1)))
            .orElse(Cell.EMPTY),
        cells.count(totals.charges()),
        cells.energy(totals),
        cells.cost(totals),
        new Cell("", totals.cost().isPresent() ? cells.figures().currency().orElse("") : ""),
        cells.percent(Optional.of(totals.lost()).filter(lost -> lost > 0)));
  }
}
