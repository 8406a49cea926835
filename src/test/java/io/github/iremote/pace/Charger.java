package io.github.iremote.pace;

import io.github.iremote.event.EventName;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** A simulated car's charging: the cable, the timer, the prediction, the end. */
final class Charger {
  private final SimulatedCar car;
  private final SplittableRandom random;
  private final boolean predicts;
  private Instant plugged;
  private Instant start;
  private Instant end;

  Charger(SimulatedCar car, SplittableRandom random) {
    this.car = car;
    this.random = random;
    predicts = random.nextInt(4) > 0;
  }

  void plugIn(Instant at, Instant timer) {
    plugged = at;
    car.send(at, Signal.PLUG, PlugState.CONNECTED);
    car.send(at.plusSeconds(30), Signal.CHARGING, ChargingState.PREPARING);
    start = at.plusSeconds(90).isAfter(timer) ? at.plusSeconds(90) : timer;
    end = start.plusSeconds(random.nextInt(3600, 6 * 3600));
  }

  void unplug(Instant at) {
    if (plugged != null) {
      car.happens(EventName.PLUGGED_IN, plugged, at);
      plugged = null;
      chargeUntil(at);
      car.happens(EventName.UNPLUGGED, at, Happening.FOREVER);
      car.send(at, Signal.PLUG, PlugState.DISCONNECTED);
      car.send(at, Signal.CHARGING, ChargingState.NOT_CHARGING);
    }
  }

  /** It is plugged in still when the story ends. */
  void stays() {
    if (plugged != null) {
      car.happens(EventName.PLUGGED_IN, plugged, Happening.FOREVER);
      chargeUntil(Happening.FOREVER);
    }
  }

  private void chargeUntil(Instant unplugged) {
    if (!start.isBefore(unplugged)) {
      return;
    }
    Instant ended = end.isBefore(unplugged) ? end : unplugged;
    car.happens(EventName.CHARGING_STARTED, start, ended);
    car.send(start, Signal.CHARGING, ChargingState.CHARGING);
    predict(ended);
    if (end.isBefore(unplugged)) {
      car.happens(EventName.CHARGING_FINISHED, end, unplugged);
      car.send(end, Signal.CHARGING, ChargingState.FULL);
    }
  }

  /** Every half hour, and wrong by some eight percent. */
  private void predict(Instant until) {
    for (Instant at = start; predicts && at.isBefore(until); at = at.plusSeconds(1800)) {
      double minutes = Duration.between(at, end).toMinutes() * (1 + random.nextGaussian() * 0.08);
      car.send(at, Signal.CHARGE_TIME_REMAINING, Duration.ofMinutes(Math.max(1, (long) minutes)));
    }
  }
}
