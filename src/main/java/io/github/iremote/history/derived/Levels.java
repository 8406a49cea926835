package io.github.iremote.history.derived;

import io.github.iremote.history.Line;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What a car had last said of itself, on the way through its history. */
final class Levels {
  private static final int REMEMBERED = 20;

  Optional<Double> battery = Optional.empty();
  Optional<Double> capacity = Optional.empty();
  Optional<Double> fuel = Optional.empty();
  Optional<Double> odometer = Optional.empty();
  Optional<Double> target = Optional.empty();
  Optional<PlugState> plug = Optional.empty();
  Optional<ChargingState> charging = Optional.empty();
  Optional<LockState> lock = Optional.empty();
  Optional<Boolean> moving = Optional.empty();
  Optional<Boolean> ignition = Optional.empty();
  Optional<String> reason = Optional.empty();
  boolean tank;
  private final Deque<Reading<?>> batteryBefore = new ArrayDeque<>();

  void take(Line.Measured<?> line) {
    Object value = line.reading().value();
    Signal<?> signal = line.signal();
    if (signal == Signal.STATE_OF_CHARGE) {
      battery = Optional.of((Double) value);
      batteryBefore.addFirst(line.reading());
      if (batteryBefore.size() > REMEMBERED) {
        batteryBefore.removeLast();
      }
    } else if (signal == Signal.FUEL_LEVEL) {
      fuel = Optional.of((Double) value);
      tank = true;
    } else if (signal == Signal.FUEL_RANGE) {
      tank = true;
    } else if (signal == Signal.ODOMETER) {
      odometer = Optional.of(((Distance) value).kilometres());
    } else if (signal == Signal.BATTERY_CAPACITY) {
      capacity = Optional.of((Double) value);
    } else if (signal == Signal.TARGET_STATE_OF_CHARGE) {
      target = Optional.of((Double) value);
    } else {
      takeState(signal, value);
    }
  }

  private void takeState(Signal<?> signal, Object value) {
    if (signal == Signal.PLUG) {
      plug = Optional.of((PlugState) value);
    } else if (signal == Signal.CHARGING) {
      charging = Optional.of((ChargingState) value);
    } else if (signal == Signal.LOCK) {
      lock = Optional.of((LockState) value);
    } else if (signal == Signal.MOVING) {
      moving = Optional.of((Boolean) value);
    } else if (signal == Signal.IGNITION) {
      ignition = Optional.of((Boolean) value);
    } else if (signal == Signal.CHARGE_END_REASON) {
      reason = Optional.of((String) value);
    }
  }

  /** The charge level at a time not long ago. */
  Optional<Double> batteryAt(Instant time) {
    for (Reading<?> reading : batteryBefore) {
      if (!reading.at().isAfter(time)) {
        return Optional.of((Double) reading.value());
      }
    }
    return battery;
  }

  /** When the car last told its charge level. */
  Optional<Instant> batteryTold() {
    return batteryBefore.isEmpty() ? Optional.empty() : Optional.of(batteryBefore.getFirst().at());
  }

  boolean charges() {
    return charging.filter(state -> state == ChargingState.CHARGING).isPresent();
  }

  /** Whether the car says that it is under way. */
  boolean underWay() {
    return moving.orElse(false) || ignition.orElse(false);
  }
}
