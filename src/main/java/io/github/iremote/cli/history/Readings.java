package io.github.iremote.cli.history;

import io.github.iremote.bmw.cardata.telematics.KeptKeys;
import io.github.iremote.cli.history.Table.Cell;
import io.github.iremote.cli.history.Table.Column;
import io.github.iremote.event.Item;
import io.github.iremote.history.Line;
import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.message.Wording;
import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Notices;
import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Vehicle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * All readings and events of a time, for a spreadsheet.
 *
 * @param location whether it may be shown where the car was
 */
record Readings(Vehicle car, Chronicle chronicle, Wording wording, boolean location) {

  Table table(Span span) {
    List<Column> columns =
        List.of("vin", "time", "heard", "kind", "name", "value", "unit").stream()
            .map(key -> new Column(key, key, false, 1))
            .toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (Line line : chronicle.lines(span.from(), span.to())) {
      boolean within = !line.heard().isBefore(span.from()) && line.heard().isBefore(span.to());
      if (within && shown(line.content())) {
        rows.add(cells(line));
      }
    }
    return new Table(columns, rows, List.of());
  }

  private boolean shown(Line.Content content) {
    boolean place = content instanceof Line.Raw raw && KeptKeys.tellsOfPlaces(raw.key());
    return !(content instanceof Line.Looked) && (location || !place);
  }

  private List<Cell> cells(Line line) {
    Line.Content content = line.content();
    if (content instanceof Line.Measured<?> measured) {
      Object value = measured.reading().value();
      return cells(line, "reading", measured.signal().name(), text(value), unit(value));
    }
    if (content instanceof Line.Raw raw) {
      return cells(line, "raw", raw.key(), raw.sample().value(), raw.sample().unit().orElse(""));
    }
    if (content instanceof Line.Happened happened) {
      String name = happened.event().name().name();
      return cells(line, "event", name, words(happened.event().items()), "");
    }
    if (content instanceof Line.Told told) {
      String events = String.join(" ", told.events().stream().map(Enum::name).toList());
      return cells(line, "told", told.place(), events, "");
    }
    return session(line, ((Line.Billed) content).session());
  }

  private String text(Object value) {
    if (value instanceof Distance distance) {
      return Double.toString(distance.value());
    }
    if (value instanceof Duration duration) {
      return Long.toString(duration.toMinutes());
    }
    if (value instanceof Notices notices) {
      return words(notices.list().stream().map(Item.Line::new).toList());
    }
    return value instanceof Position position
        ? position.latitude() + " " + position.longitude()
        : value.toString();
  }

  private static String unit(Object value) {
    String minutes = value instanceof Duration ? "min" : "";
    return value instanceof Distance distance ? distance.unit().label() : minutes;
  }

  private String words(List<? extends Item> items) {
    return String.join("; ", items.stream().map(wording::item).toList());
  }

  /** What it came to in the best figure that there is, under the name that it has in the file. */
  private List<Cell> session(Line line, ChargingSession session) {
    boolean grid = session.gridEnergy().isPresent();
    return session
        .gridEnergy()
        .or(session::batteryEnergy)
        .map(
            energy ->
                cells(line, "session", grid ? "gridEnergy" : "batteryEnergy", "" + energy, "kWh"))
        .orElseGet(() -> cells(line, "session", "start", session.start().toString(), ""));
  }

  private List<Cell> cells(Line line, String kind, String name, String value, String unit) {
    return List.of(
            car.vin(), line.at().toString(), line.heard().toString(), kind, name, value, unit)
        .stream()
        .map(text -> new Cell(text, text))
        .toList();
  }
}
