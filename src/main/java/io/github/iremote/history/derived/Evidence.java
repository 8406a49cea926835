package io.github.iremote.history.derived;

import io.github.iremote.history.Line;
import io.github.iremote.history.Wanted;
import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the lines of a history tell of drives and charges, as far as it is read. */
public final class Evidence implements Consumer<Line> {
  /** A time of some days, and what was known before of all that drives and charges begin with. */
  public static final Wanted OF_DAYS =
      Wanted.allAfter(
          List.of(
              Signal.MOVING,
              Signal.IGNITION,
              Signal.UPDATE_REASON,
              Signal.ODOMETER,
              Signal.LOCK,
              Signal.PLUG,
              Signal.CHARGING,
              Signal.CHARGING_POWER,
              Signal.CHARGE_END_REASON,
              Signal.STATE_OF_CHARGE,
              Signal.TARGET_STATE_OF_CHARGE,
              Signal.BATTERY_CAPACITY,
              Signal.FUEL_LEVEL,
              Signal.FUEL_RANGE));

  final List<Line.Measured<?>> readings = new ArrayList<>();
  final Unseen unseen = new Unseen();

  /** The same charges as BMW tells them. */
  final List<ChargingSession> sessions = new ArrayList<>();

  @Override
  public void accept(Line line) {
    if (line.content() instanceof Line.Measured<?> measured) {
      if (isPossible(measured)) {
        readings.add(measured);
      }
    } else if (line.content() instanceof Line.Looked looked) {
      unseen.take(looked, line.heard());
    } else if (line.content() instanceof Line.Billed billed) {
      sessions.add(billed.session());
    }
  }

  /** A level of more than all, or less than nothing, is a line that was damaged. */
  private static boolean isPossible(Line.Measured<?> line) {
    boolean level = line.signal() == Signal.STATE_OF_CHARGE || line.signal() == Signal.FUEL_LEVEL;
    double value = level ? (Double) line.reading().value() : 0;
    return value >= 0 && value < 101;
  }
}
