package io.github.iremote.history.derived;

import io.github.iremote.history.Line;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds drives in the lines of a history. The odometer says how far, so that no kilometre is lost
 * or counted twice; what the car says of movement says when, for cars that say it.
 */
final class DriveFinder {
  /** What the car says last of a drive may come after the word that it has ended. */
  private static final Duration SETTLING = Duration.ofMinutes(15);

  /** ConnectedDrive's words for why it tells of the car. */
  private static final String MOVING = "VEHICLE_MOVING";

  private static final String SHUTDOWN = "VEHICLE_SHUTDOWN";

  private static final double SHORTEST_KM = 0.5;

  private final Levels levels;
  private final Unseen unseen;
  private final List<Drive> found = new ArrayList<>();
  private OpenDrive open;

  /** Where the odometer stood before a move too short to be a drive. */
  private Optional<Double> unspent = Optional.empty();

  DriveFinder(Levels levels, Unseen unseen) {
    this.levels = levels;
    this.unseen = unseen;
  }

  /** Whether a drive is under way as far as is known. */
  boolean driving() {
    return open != null && open.underWay();
  }

  /** The charge level before the drive that is under way. */
  Optional<Double> batteryFrom() {
    return open == null ? Optional.empty() : open.batteryFrom;
  }

  /** Whether a drive has ended so little before that it may yet be told more of. */
  boolean settling(Instant at) {
    return open != null && open.end.isPresent() && !at.isAfter(open.end.get().plus(SETTLING));
  }

  /**
   * Takes a line, in order of the car's time.
   *
   * @param line what {@link Levels} has not yet taken
   */
  void take(Line.Measured<?> line) {
    Instant at = line.reading().at();
    Signal<?> signal = line.signal();
    Object value = line.reading().value();
    if (signal == Signal.ODOMETER) {
      odometer(((Distance) value).kilometres(), at);
    } else if (signal == Signal.MOVING || signal == Signal.IGNITION) {
      movement(signal, (Boolean) value, at);
    } else if (signal == Signal.UPDATE_REASON) {
      reason((String) value, at);
    } else if (signal == Signal.STATE_OF_CHARGE) {
      battery((Double) value, at);
    } else if (signal == Signal.FUEL_LEVEL && open != null) {
      open.fuelTo = Optional.of((Double) value);
    } else if (value == LockState.SECURED
        || value == PlugState.CONNECTED
        || value == ChargingState.CHARGING) {
      stands(at);
    }
  }

  private void movement(Signal<?> signal, boolean moves, Instant at) {
    if (moves) {
      start(at);
      return;
    }
    boolean otherMoves =
        signal == Signal.MOVING ? levels.ignition.orElse(false) : levels.moving.orElse(false);
    if (driving() && !otherMoves) {
      open.end = Optional.of(at);
    }
  }

  private void reason(String word, Instant at) {
    if (word.equals(MOVING)) {
      start(at);
    } else if (word.startsWith(SHUTDOWN) && driving()) {
      open.end = Optional.of(at);
    }
  }

  private void start(Instant at) {
    if (open != null && open.goesOn(at)) {
      open.start = open.start.or(() -> Optional.of(at)); // the odometer was the first to tell
      open.end = Optional.empty();
      return;
    }
    if (open != null) {
      finish();
    }
    open = begun(at, levels.battery);
    open.start = Optional.of(at);
  }

  private OpenDrive begun(Instant at, Optional<Double> battery) {
    boolean known = !unseen.at(at);
    OpenDrive drive = new OpenDrive();
    drive.odometerFrom = unspent.or(() -> levels.odometer);
    drive.batteryFrom = known ? battery : Optional.empty();
    drive.batteryTo = levels.battery;
    drive.fuelFrom = known ? levels.fuel : Optional.empty();
    drive.fuelTo = levels.fuel;
    return drive;
  }

  private void odometer(double kilometres, Instant at) {
    if (levels.odometer.isEmpty()) {
      if (open != null && open.odometerFrom.isEmpty()) {
        open.odometerFrom = Optional.of(kilometres);
      }
      return;
    }
    if (kilometres - levels.odometer.get() <= 0) {
      return;
    }
    if (open == null) {
      open = begun(at, levels.batteryAt(at.minus(SETTLING)));
    }
    open.odometer = Optional.of(kilometres);
    open.moved = Optional.of(at);
  }

  private void battery(double percent, Instant at) {
    if (driving() || (open != null && !levels.charges())) {
      open.batteryTo = Optional.of(percent);
    }
  }

  /** Something that nobody does while driving. */
  private void stands(Instant at) {
    if (driving()) {
      open.stoodBy(at);
    }
  }

  /** What is no longer told of is over. */
  void pass(Instant at) {
    if (open == null) {
      return;
    }
    open.pass(at);
    if (open.end.isPresent() && at.isAfter(open.end.get().plus(SETTLING))) {
      finish();
    }
  }

  private void finish() {
    OpenDrive drive = open;
    open = null;
    if (drive.kilometres() < SHORTEST_KM) {
      unspent = drive.odometerFrom;
      return;
    }
    unspent = Optional.empty();
    found.add(drive.ended(!levels.tank));
  }

  /** The drives, when all lines are taken; one that is under way is told as far as it has come. */
  List<Drive> drives() {
    if (open != null) {
      finish();
    }
    return found;
  }
}
