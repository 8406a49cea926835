package io.github.iremote.cli.history;

import io.github.iremote.cli.history.Table.Cell;
import io.github.iremote.cli.history.Table.Column;
import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.history.derived.Drive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drives as a table. */
record DriveTable(Cells cells) {

  Table of(List<Drive> drives, Optional<Double> capacity, Totals totals) {
    List<Column> columns =
        List.of(
            Cells.text("vin", "", 0),
            Cells.text("start", "start", 9),
            Cells.text("end", "end", 8),
            Cells.number("duration_minutes", "time", 3),
            Cells.number("distance_" + cells.unit(), "distance", 10),
            Cells.number("odometer_" + cells.unit(), "odometer", 2),
            Cells.number("battery_used_percent", "battery", 7),
            Cells.number("fuel_used_percent", "tank", 6),
            Cells.number("used_kwh", "energy", 5),
            Cells.number("kwh_per_100_km", "consumption", 4));
    List<List<Cell>> rows = new ArrayList<>();
    drives.forEach(drive -> rows.add(row(drive, capacity)));
    List<String> sums =
        List.of(
            "",
            totals.drives() + (totals.drives() == 1 ? " drive" : " drives"),
            "",
            "",
            cells.figures().distance(totals.kilometres()),
            "",
            Cells.some(totals.batteryUsed(), Figures::percent),
            Cells.some(totals.fuelUsed(), Figures::percent),
            "",
            totals.consumption().map(cells.figures()::consumption).orElse(""));
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
        cells.vin(),
        drive.start().map(cells::time).orElse(new Cell("?", "")),
        cells.end(drive.start(), drive.end()),
        cells.minutes(time),
        new Cell(
            cells.figures().distance(drive.kilometres()),
            Figures.decimal(cells.figures().inUnit(drive.kilometres()), 1)),
        new Cell(
            cells.figures().distance(drive.odometer()),
            Figures.decimal(cells.figures().inUnit(drive.odometer()), 1)),
        cells.percent(drive.batteryUsed()),
        cells.percent(drive.fuelUsed()),
        energy
            .map(e -> new Cell("about " + Figures.decimal(e, 1) + " kWh", Figures.decimal(e, 2)))
            .orElse(Cell.EMPTY),
        consumption
            .map(c -> new Cell(cells.figures().consumption(c), Figures.decimal(c, 1)))
            .orElse(Cell.EMPTY));
  }
}
