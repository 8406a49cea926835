package io.github.iremote.history;

import io.github.iremote.Log;
import io.github.iremote.event.Notes;
import io.github.iremote.history.chronicle.Diary;
import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A process that writes a history until it is killed, and says of each reading that it is kept. */
final class Writer {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** A day a reading: every thirtieth begins a month, and compresses the last one. */
  static Known day(int number) {
    Instant at = START.plus(Duration.ofDays(number));
    return new Known(
        VehicleStatus.UNKNOWN.with(Signal.STATE_OF_CHARGE, new Reading<>((double) number, at)),
        Samples.NONE);
  }

  /**
   * @param args the configs directory, and the number of the first reading
   */
  public static void main(String[] args) {
    History history =
        new History(new HistoryFolder(Path.of(args[0]), new Log(0)), List.of(), false, new Log(0));
    for (int number = Integer.parseInt(args[1]); ; number++) {
      Instant now = START.plus(Duration.ofDays(number));
      history.append(Diary.VIN, day(number - 1), Notes.NONE, day(number), List.of(), now);
      System.out.println(number);
      System.out.flush();
    }
  }

  private Writer() {}
}
