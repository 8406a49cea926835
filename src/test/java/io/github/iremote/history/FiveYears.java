package io.github.iremote.history;

import io.github.iremote.Log;
import io.github.iremote.disk.OwnFile;
import io.github.iremote.history.chronicle.Diary;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Five years of a car that says so much a day, for measuring: configs directory, values a day. */
final class FiveYears {
  private final List<String> lines = new ArrayList<>();
  private double odometer = 1000;
  private double battery = 80;

  public static void main(String[] args) throws IOException {
    new FiveYears().write(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  private void write(Path configs, int valuesADay) throws IOException {
    HistoryFolder folder = new HistoryFolder(configs, new Log(0));
    OwnFile.makeFolder(folder.path);
    Instant end = Instant.parse("2026-11-26T00:00:00Z");
    Instant day = end.minus(Duration.ofDays(5 * 365));
    YearMonth month = HistoryFolder.month(day);
    for (; day.isBefore(end); day = day.plus(Duration.ofDays(1))) {
      if (!HistoryFolder.month(day).equals(month)) {
        folder.lines(Diary.VIN, month).append(lines);
        folder.lines(Diary.VIN, month).compress();
        lines.clear();
        month = HistoryFolder.month(day);
      }
      live(day, valuesADay);
    }
    folder.lines(Diary.VIN, month).append(lines);
  }

  private void live(Instant day, int values) {
    int each = (values - 12) / 4;
    drive(day.plus(Duration.ofHours(7)), each);
    drive(day.plus(Duration.ofHours(17)), each);
    Instant start = day.plus(Duration.ofHours(19));
    say(start, Signal.CHARGING, ChargingState.CHARGING);
    double gain = Math.max(0, 80 - battery);
    double before = battery;
    for (int i = 0; i < each * 2; i++) {
      battery = before + gain * i / (each * 2);
      say(start.plusMillis(i * 3L * 3600_000 / (each * 2)), Signal.STATE_OF_CHARGE, battery);
    }
    battery = before + gain;
    say(start.plus(Duration.ofHours(3)), Signal.CHARGING, ChargingState.ENDED);
  }

  private void drive(Instant start, int values) {
    say(start, Signal.MOVING, true);
    for (int i = 0; i < values; i++) {
      Instant at = start.plusMillis(i * 2400_000L / values);
      if (i % 2 == 0) {
        odometer += 40.0 / values;
        say(at, Signal.ODOMETER, Distance.ofKilometres(Math.round(odometer * 10) / 10.0));
      } else {
        battery -= 12.0 / values;
        say(at, Signal.STATE_OF_CHARGE, Math.round(battery * 10) / 10.0);
      }
    }
    say(start.plusSeconds(2400), Signal.MOVING, false);
  }

  private <T> void say(Instant at, Signal<T> signal, T value) {
    Line.Content content = new Line.Measured<>(signal, new Reading<>(value, at));
    lines.add(LineJson.write(new Line(LineJson.id(content, ""), at.plusSeconds(20), content)));
  }
}
