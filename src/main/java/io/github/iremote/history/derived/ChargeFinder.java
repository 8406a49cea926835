package io.github.iremote.history.derived;

import io.github.iremote.history.Line;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds charges in the lines of a history: by the car's word, and where that was not heard by a
 * battery that is fuller than before although the car stood.
 */
final class ChargeFinder {
  /** What the car says last of a charge may come after the word that it has ended. */
  private static final Duration SETTLING = Duration.ofMinutes(15);

  /** A charge that goes on after so little is the same. */
  private static final Duration SHORT_PAUSE = Duration.ofMinutes(10);

  /** A battery that warms up may show some percent more. */
  private static final double LEAST_GAIN = 4;

  private final Levels levels;
  private final DriveFinder drives;
  private final List<Charge> found = new ArrayList<>();
  private OpenCharge open;

  ChargeFinder(Levels levels, DriveFinder drives) {
    this.levels = levels;
    this.drives = drives;
  }

  /** Takes a line, in order of the car's time, before {@link Levels} does. */
  void take(Line.Measured<?> line) {
    Instant at = line.reading().at();
    Signal<?> signal = line.signal();
    Object value = line.reading().value();
    if (open != null && open.end.isPresent() && at.isAfter(open.end.get().plus(SETTLING))) {
      finish();
    }
    if (signal == Signal.CHARGING) {
      state((ChargingState) value, at);
    } else if (value == PlugState.DISCONNECTED) {
      end(open != null && open.paused.isPresent() ? open.paused.get() : at, true);
    } else if (signal == Signal.STATE_OF_CHARGE) {
      level((Double) value, at);
    } else if (signal == Signal.CHARGING_POWER) {
      if (charging()) {
        open.power((Double) value, at);
      }
    } else if (signal == Signal.CHARGE_END_REASON && open != null) {
      open.reason((String) value, at);
    } else if (signal == Signal.ODOMETER || value == Boolean.TRUE) {
      moved(signal, value, at);
    }
  }

  /** Whether a charge is under way as far as is known. */
  boolean charging() {
    return open != null && open.end.isEmpty();
  }

  private void state(ChargingState state, Instant at) {
    switch (state) {
      case CHARGING -> begin(at);
      case PREPARING, PAUSED -> {
        if (open != null && open.end.isEmpty() && open.paused.isEmpty()) {
          open.paused = Optional.of(at);
          open.closeBlock(at);
        }
      }
      default -> {
        if (open != null && open.end.isEmpty()) {
          open.state = state;
        }
        end(open != null && open.paused.isPresent() ? open.paused.get() : at, false);
      }
    }
  }

  private void begin(Instant at) {
    if (open != null) {
      Optional<Instant> rested = open.end.or(() -> open.paused);
      boolean goesOn = open.end.isEmpty() || !at.isAfter(rested.get().plus(SHORT_PAUSE));
      if (goesOn && open.start.isPresent() && !open.unplugged) {
        open.end = Optional.empty();
        open.paused = Optional.empty();
        open.state = ChargingState.CHARGING;
        return;
      }
      finish();
    }
    open = begun();
    open.start = Optional.of(at);
  }

  private OpenCharge begun() {
    OpenCharge charge = new OpenCharge();
    charge.from = levels.battery;
    charge.to = levels.battery;
    charge.odometer = levels.odometer;
    return charge;
  }

  private void end(Instant at, boolean unplugged) {
    if (open != null && open.end.isEmpty()) {
      open.closeBlock(at);
      open.end = Optional.of(at);
      open.unplugged = unplugged;
    }
  }

  private void moved(Signal<?> signal, Object value, Instant at) {
    boolean further =
        signal == Signal.MOVING
            || (value instanceof Distance odometer
                && signal == Signal.ODOMETER
                && levels
                    .odometer
                    .filter(before -> odometer.kilometres() > before + 1)
                    .isPresent());
    if (open != null && further) {
      end(at, true);
      finish();
    }
  }

  private void level(double percent, Instant at) {
    if (open != null) {
      boolean more = percent >= open.to.orElse(0.0);
      open.from = open.from.or(() -> open.end.isEmpty() ? Optional.of(percent) : Optional.empty());
      if (more) {
        open.to = Optional.of(percent);
        open.end = open.start.isEmpty() ? Optional.of(at) : open.end;
      }
      return;
    }
    boolean stood = !drives.driving() && !drives.settling(at) && !levels.underWay();
    if (stood && levels.battery.filter(before -> percent - before >= LEAST_GAIN).isPresent()) {
      open = begun();
      open.to = Optional.of(percent);
      open.end = Optional.of(at);
      open.state = ChargingState.ENDED;
    }
  }

  private void finish() {
    OpenCharge charge = open;
    open = null;
    if (!charge.amountedToNothing()) {
      found.add(charge.ended(levels.target));
    }
  }

  /** The charges, when all lines are taken; one that is under way as far as it has come. */
  List<Charge> charges(Instant now) {
    if (open != null && open.end.isEmpty()) {
      open.end =
          Optional.of(levels.batteryTold().filter(open.start.orElse(now)::isBefore).orElse(now));
      found.add(open.as(Charge.Ending.UNDER_WAY));
    } else if (open != null) {
      finish();
    }
    return found;
  }
}
