package io.github.iremote.pace;

import io.github.iremote.event.EventName;
import io.github.iremote.event.Thresholds;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened in a car, what the car said of it, and what BMW's copy showed at any moment. */
final class SimulatedCar {
  /** How much a car speaks: of its ignition, of the odometer alone, or only once it stands. */
  enum Voice {
    IGNITION,
    ODOMETER,
    STANDING
  }

  /** Something its owner could be told. */
  record Happening(EventName name, Instant at, Instant visible) {}

  private record Sent<T>(Signal<T> signal, T value, Instant at, Instant visible) {
    void addTo(Report report) {
      report.add(signal, value, Optional.of(at));
    }
  }

  final Voice voice;
  private final List<Happening> happenings = new ArrayList<>();
  private final List<Sent<?>> sent = new ArrayList<>();
  private final Map<Signal<?>, Sent<?>> shown = new HashMap<>();
  private int next;

  SimulatedCar(Voice voice, Instant start) {
    this.voice = voice;
    send(start, Signal.LOCK, LockState.SECURED);
    send(start, Signal.of(Opening.DRIVER_DOOR), OpeningState.CLOSED);
    send(start, Signal.of(Opening.TRUNK), OpeningState.CLOSED);
    send(start, Signal.PLUG, PlugState.DISCONNECTED);
    send(start, Signal.CHARGING, ChargingState.NOT_CHARGING);
    drives(start, false);
  }

  /** In order of time, when the story is told to its end. */
  List<Happening> happenings() {
    sent.sort(Comparator.comparing(Sent::visible));
    happenings.sort(Comparator.comparing(Happening::at));
    return happenings;
  }

  /** What CarData would answer now, merged into what is known, as for a real car. */
  VehicleStatus status(VehicleStatus known, Instant now) {
    for (; next < sent.size() && !sent.get(next).visible().isAfter(now); next++) {
      shown.merge(sent.get(next).signal(), sent.get(next), SimulatedCar::newer);
    }
    Report report = new Report(known, now);
    shown.values().forEach(value -> value.addTo(report));
    return report.status();
  }

  private static Sent<?> newer(Sent<?> one, Sent<?> other) {
    return one.at().isAfter(other.at()) ? one : other;
  }

  void happens(EventName name, Instant at) {
    happenings.add(new Happening(name, at, visible(at)));
  }

  <T> void send(Instant at, Signal<T> signal, T value) {
    sent.add(new Sent<>(signal, value, at, visible(at)));
  }

  /** BMW's copy lags by up to a minute; what is sent in one moment arrives together. */
  private static Instant visible(Instant at) {
    return at.plusSeconds(5 + Math.floorMod(at.getEpochSecond() * 31, 55L));
  }

  void drives(Instant at, boolean drives) {
    if (voice == Voice.IGNITION) {
      send(at, Signal.IGNITION, drives);
      send(at, Signal.MOVING, drives);
    }
  }

  void odometer(Instant at, double kilometres) {
    send(at, Signal.ODOMETER, Distance.ofKilometres(Math.floor(kilometres)));
  }

  void unlock(Instant at) {
    happens(EventName.UNLOCKED, at);
    send(at, Signal.LOCK, LockState.UNLOCKED);
  }

  void lock(Instant at) {
    happens(EventName.LOCKED, at);
    send(at, Signal.LOCK, LockState.SECURED);
  }

  void open(Instant at, Opening part, int seconds) {
    Instant closed = at.plusSeconds(seconds);
    happens(EventName.OPENED, at);
    send(at, Signal.of(part), OpeningState.OPEN);
    happens(EventName.CLOSED, closed);
    send(closed, Signal.of(part), OpeningState.CLOSED);
    left(EventName.LEFT_OPEN, at, Thresholds.DEFAULT.leftOpen(), closed);
  }

  /** Being left is a happening of its own: at the threshold, and once more two hours on. */
  void left(EventName name, Instant since, Duration threshold, Instant until) {
    for (Duration wait : List.of(threshold, Duration.ofHours(2))) {
      if (since.plus(wait).isBefore(until)) {
        happens(name, since.plus(wait));
      }
    }
  }
}
