package io.github.iremote.pace;

import io.github.iremote.event.EventName;
import io.github.iremote.event.Thresholds;
import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Signal;
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
  /** How much a car speaks on the road; a standing one says nothing before it is parked either. */
  enum Voice {
    IGNITION,
    ODOMETER,
    SILENT,
    STANDING
  }

  private static final Duration LASTING = Duration.ofMinutes(5);

  /** Nobody unlocks a car to leave it so, or opens a door: that is a state only if it stays. */
  private static final Duration OPEN_FOR_LONG = Duration.ofMinutes(10);

  /** What a car said of a signal: when it was so, and when BMW's copy shows it. */
  record Sent<T>(Signal<T> signal, T value, Instant at, Instant visible) {
    void addTo(Report report) {
      report.add(signal, value, Optional.of(at));
    }
  }

  final Voice voice;
  private final long seed;
  private final List<Happening> happenings = new ArrayList<>();
  private final List<Sent<?>> sent = new ArrayList<>();

  SimulatedCar(Voice voice, Instant start, long seed) {
    this.voice = voice;
    this.seed = seed;
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

  /** What the car has said, in the order in which BMW hears it; for a stream. */
  List<Sent<?>> sent() {
    return sent;
  }

  /** BMW's copy, from the beginning. */
  Copy copy() {
    return new Copy();
  }

  /** BMW's copy of the car; time only goes forward. */
  final class Copy {
    private final Map<Signal<?>, Sent<?>> shown = new HashMap<>();
    private int next;

    /** What CarData would answer now. */
    Answer answer(Instant now) {
      for (; next < sent.size() && !sent.get(next).visible().isAfter(now); next++) {
        shown.merge(sent.get(next).signal(), sent.get(next), SimulatedCar::newer);
      }
      List<Sent<?>> values = List.copyOf(shown.values());
      return known -> {
        Report report = new Report(known.status(), now);
        values.forEach(value -> value.addTo(report));
        return new Known(report.status(), known.samples());
      };
    }
  }

  private static Sent<?> newer(Sent<?> one, Sent<?> other) {
    return one.at().isAfter(other.at()) ? one : other;
  }

  void happens(EventName name, Instant at, Instant until) {
    boolean lasting = !at.plus(LASTING).isAfter(until);
    happens(name, lasting && name != EventName.UNLOCKED, at, until);
  }

  /** Unlocked until then: a state only if the car stands so for long. */
  void unlocked(Instant at, Instant standing, Instant until) {
    happens(EventName.UNLOCKED, !standing.plus(OPEN_FOR_LONG).isAfter(until), at, until);
  }

  /** So from then on, as BMW's copy shows by something that the car said at another time. */
  void happens(EventName name, Instant at, Instant shownBy, Instant until) {
    boolean lasting = !at.plus(LASTING).isAfter(until);
    happens(name, lasting, at, visible(shownBy), until);
  }

  private void happens(EventName name, boolean lasting, Instant at, Instant until) {
    happens(name, lasting, at, visible(at), until);
  }

  private void happens(
      EventName name, boolean lasting, Instant at, Instant visible, Instant until) {
    happenings.add(new Happening(name, lasting, at, visible, until, visible(until)));
  }

  /** Locked again after a moment: nothing has changed by that. */
  void lockedAgain(Instant at, Instant until) {
    happens(EventName.LOCKED, false, at, until);
    send(at, Signal.LOCK, LockState.SECURED);
  }

  <T> void send(Instant at, Signal<T> signal, T value) {
    sent.add(new Sent<>(signal, value, at, visible(at)));
  }

  /** BMW's copy lags by up to a minute, now and then by minutes; what is sent at once stays so. */
  private Instant visible(Instant at) {
    long chance =
        Math.floorMod((at.getEpochSecond() / 20 + seed) * 0x9E3779B97F4A7C15L >>> 20, 100_000L);
    long minutes = chance % 100 < 3 ? chance / 100 % 9 : 0;
    return at.plusSeconds(5 + chance % 56 + 60 * minutes);
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

  void open(Instant at, Opening part, int seconds) {
    Instant closed = at.plusSeconds(seconds);
    boolean lasting = seconds >= OPEN_FOR_LONG.toSeconds();
    happens(EventName.OPENED, lasting, at, closed);
    send(at, Signal.of(part), OpeningState.OPEN);
    happens(EventName.CLOSED, lasting, closed, Happening.FOREVER);
    send(closed, Signal.of(part), OpeningState.CLOSED);
    left(EventName.LEFT_OPEN, at, Thresholds.DEFAULT.leftOpen(), closed);
  }

  /** Being left is a happening of its own: at the threshold, and once more two hours on. */
  void left(EventName name, Instant since, Duration threshold, Instant until) {
    for (Duration wait : List.of(threshold, Duration.ofHours(2))) {
      Instant at = since.plus(wait);
      if (at.isBefore(until)) {
        Instant visible = visible(since).isAfter(at) ? visible(since) : at;
        happens(name, !at.plus(LASTING).isAfter(until), at, visible, until);
      }
    }
  }
}
