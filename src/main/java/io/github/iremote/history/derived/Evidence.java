package io.github.iremote.history.derived;

import io.github.iremote.history.Line;
import io.github.iremote.vehicle.ChargingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the lines of a history tell of drives and charges, as far as it is read. */
public final class Evidence implements Consumer<Line> {
  final List<Line.Measured<?>> readings = new ArrayList<>();

  /** The same charges as BMW tells them. */
  final List<ChargingSession> sessions = new ArrayList<>();

  @Override
  public void accept(Line line) {
    if (line.content() instanceof Line.Measured<?> measured) {
      readings.add(measured);
    } else if (line.content() instanceof Line.Billed billed) {
      sessions.add(billed.session());
    }
  }
}
