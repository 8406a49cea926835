package io.github.iremote.cli.history;

import io.github.iremote.cli.history.Table.Cell;
import io.github.iremote.cli.history.Table.Column;
import io.github.iremote.history.Line;
import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Vehicle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All readings and events of a time, for a spreadsheet. */
record Readings(Vehicle car, Chronicle chronicle) {

  Table table(Span span) {
    List<Column> columns =
        List.of("vin", "time", "heard", "kind", "name", "value", "unit").stream()
            .map(key -> new Column(key, key, false, 1))
            .toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (Line line : chronicle.lines(span.from(), span.to())) {
      boolean within = !line.heard().isBefore(span.from()) && line.heard().isBefore(span.to());
      if (within && !(line.content() instanceof Line.Looked)) {
        rows.add(cells(line));
      }
    }
    return new Table(columns, rows, List.of());
  }

  private List<Cell> cells(Line line) {
    Line.Content content = line.content();
    if (content instanceof Line.Measured<?> measured) {
      Object value = measured.reading().value();
      String unit = value instanceof Distance distance ? distance.unit().label() : "";
      String text =
          value instanceof Distance distance
              ? Double.toString(distance.value())
              : value instanceof Duration duration
                  ? Long.toString(duration.toMinutes())
                  : value.toString();
      return cells(
          line,
          "reading",
          measured.signal().name(),
          text,
          value instanceof Duration ? "min" : unit);
    }
    if (content instanceof Line.Raw raw) {
      return cells(line, "raw", raw.key(), raw.sample().value(), raw.sample().unit().orElse(""));
    }
    if (content instanceof Line.Happened happened) {
      return cells(line, "event", happened.event().name().name(), "", "");
    }
    if (content instanceof Line.Told told) {
      String events = String.join(" ", told.events().stream().map(Enum::name).toList());
      return cells(line, "told", told.place(), events, "");
    }
    return cells(line, "session", "", "", "");
  }

  private List<Cell> cells(Line line, String kind, String name, String value, String unit) {
    return List.of(
            car.vin(), line.at().toString(), line.heard().toString(), kind, name, value, unit)
        .stream()
        .map(text -> new Cell(text, text))
        .toList();
  }
}
