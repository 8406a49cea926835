package io.github.iremote.history.derived;

import io.github.iremote.history.Line;
import io.github.iremote.vehicle.ChargingSession;
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

  /** Power is only true near its own time, and the car never says that it is none. */
  private static final Duration POWER_LASTS = Duration.ofMinutes(15);

  /** A battery that warms up may show some percent more. */
  private static final double LEAST_GAIN = 4;

  private static final double TARGET_ROUNDING = 1;
  private static final double FULL = 100;

  private final Levels levels;
  private final DriveFinder drives;
  private final List<Charge> found = new ArrayList<>();
  private Open open;

  ChargeFinder(Levels levels, DriveFinder drives) {
    this.levels = levels;
    this.drives = drives;
  }

  private static final class Open {
    Optional<Instant> start = Optional.empty();
    Optional<Instant> end = Optional.empty();
    Optional<Instant> paused = Optional.empty();
    Optional<Double> from = Optional.empty();
    Optional<Double> to = Optional.empty();
    Optional<Double> odometer = Optional.empty();
    Optional<String> reason = Optional.empty();
    ChargingState state = ChargingState.CHARGING;
    boolean unplugged;
    final List<ChargingSession.Block> power = new ArrayList<>();
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
      power((Double) value, at);
    } else if (signal == Signal.CHARGE_END_REASON && open != null) {
      open.reason = Optional.of((String) value);
    } else if (signal == Signal.ODOMETER || value == Boolean.TRUE) {
      moved(signal, value, at);
    }
  }

  /** Whether a charge is under way as far as is known. */
  boolean charging() {
    return open != null && open.end.isEmpty();
  }

  private void power(double kilowatts, Instant at) {
    if (open == null || open.end.isPresent()) {
      return;
    }
    closeBlock(at);
    open.power.add(new ChargingSession.Block(at, at.plus(POWER_LASTS), kilowatts));
  }

  /** A block lasts until the next word of power. */
  private void closeBlock(Instant at) {
    if (open.power.isEmpty()) {
      return;
    }
    int last = open.power.size() - 1;
    ChargingSession.Block block = open.power.get(last);
    if (block.end().isAfter(at)) {
      open.power.set(last, new ChargingSession.Block(block.start(), at, block.kilowatts()));
    }
  }

  private void state(ChargingState state, Instant at) {
    switch (state) {
      case CHARGING -> begin(at);
      case PREPARING, PAUSED -> {
        if (open != null && open.end.isEmpty() && open.paused.isEmpty()) {
          open.paused = Optional.of(at);
          closeBlock(at);
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

  private Open begun() {
    Open charge = new Open();
    charge.from = levels.battery;
    charge.to = levels.battery;
    charge.odometer = levels.odometer;
    return charge;
  }

  private void end(Instant at, boolean unplugged) {
    if (open != null && open.end.isEmpty()) {
      closeBlock(at);
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
    Open charge = open;
    open = null;
    Instant end = charge.end.orElseThrow();
    boolean nothing = charge.from.isPresent() && charge.from.equals(charge.to);
    if (nothing && charge.start.isPresent() && tooShort(charge.start.get(), end)) {
      return;
    }
    found.add(
        new Charge(
            charge.start,
            end,
            charge.from,
            charge.to,
            Optional.empty(),
            ending(charge),
            charge.reason,
            charge.odometer,
            Optional.empty(),
            charge.power));
  }

  /** Cars try, and think better of it. */
  private static boolean tooShort(Instant start, Instant end) {
    return Duration.between(start, end).compareTo(Duration.ofMinutes(2)) < 0;
  }

  private Charge.Ending ending(Open charge) {
    double to = charge.to.orElse(0.0);
    if (charge.state == ChargingState.ERROR) {
      return Charge.Ending.ERROR;
    }
    if (charge.state == ChargingState.FULL || to >= FULL) {
      return Charge.Ending.FULL;
    }
    if (levels.target.filter(target -> to >= target - TARGET_ROUNDING).isPresent()) {
      return Charge.Ending.TARGET;
    }
    if (charge.start.isEmpty()) {
      return Charge.Ending.UNKNOWN;
    }
    return charge.unplugged ? Charge.Ending.UNPLUGGED : Charge.Ending.INTERRUPTED;
  }

  /** The charges, when all lines are taken; one that is under way as far as it has come. */
  List<Charge> charges(Instant now) {
    if (open != null && open.end.isEmpty()) {
      open.end =
          Optional.of(levels.batteryTold().filter(open.start.orElse(now)::isBefore).orElse(now));
      Charge.Ending underWay = Charge.Ending.UNDER_WAY;
      found.add(
          new Charge(
              open.start,
              open.end.get(),
              open.from,
              open.to,
              Optional.empty(),
              underWay,
              Optional.empty(),
              open.odometer,
              Optional.empty(),
              open.power));
    } else if (open != null) {
      finish();
    }
    return found;
  }
}
