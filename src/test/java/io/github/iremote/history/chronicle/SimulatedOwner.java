package io.github.iremote.history.chronicle;

import io.github.iremote.event.Notes;
import io.github.iremote.history.History;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Samples;
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
import java.util.Random;

/**
 * Weeks of an owner who drives to work and elsewhere and charges at night: what truly happened,
 * what the car said of it, and what polls made of that.
 */
final class SimulatedOwner {
  static final double CAPACITY = 80;
  private static final double KILOWATTS = 11;
  private static final double PERCENT_PER_KILOMETRE = 0.25;

  /** How much a car says of its movement. */
  enum Voice {
    MOVING,
    ODOMETER,
    ONLY_STANDING
  }

  /** A drive or charge as it truly was. */
  record Truth(Instant start, Instant end, double kilometres, double energy) {}

  private record Sent<T>(Signal<T> signal, T value, Instant at) {
    void addTo(Report report) {
      report.add(signal, value, Optional.of(at));
    }
  }

  final List<Truth> drives = new ArrayList<>();
  final List<Truth> charges = new ArrayList<>();
  private final List<Sent<?>> sent = new ArrayList<>();
  private final Voice voice;
  private final Random random;
  private double odometer = 10_000;
  private double battery = 70;
  final Instant start = Instant.parse("2026-10-05T00:00:00Z");
  final Instant end;

  SimulatedOwner(Voice voice, int days, long seed) {
    this.voice = voice;
    this.random = new Random(seed);
    this.end = start.plus(Duration.ofDays(days));
    state(start, LockState.SECURED, PlugState.DISCONNECTED, ChargingState.NOT_CHARGING);
    figures(start);
    moving(start, false);
    for (int day = 0; day < days; day++) {
      live(start.plus(Duration.ofDays(day)));
    }
    sent.sort(Comparator.comparing(Sent::at));
  }

  private void live(Instant midnight) {
    Instant time = midnight.plus(Duration.ofMinutes(6 * 60 + random.nextInt(120)));
    int trips = 1 + random.nextInt(4);
    for (int i = 0; i < trips; i++) {
      time = drive(time).plus(Duration.ofMinutes(25 + random.nextInt(150)));
    }
    if (battery < 60 || (battery < 84 && random.nextInt(3) == 0)) {
      charge(midnight.plus(Duration.ofHours(20)).plus(Duration.ofMinutes(random.nextInt(60))));
    }
  }

  private Instant drive(Instant from) {
    int kilometres = 3 + random.nextInt(30);
    Duration lasts = Duration.ofMinutes(5 + kilometres);
    Instant to = from.plus(lasts);
    send(from.minusSeconds(60), Signal.LOCK, LockState.UNLOCKED);
    send(from, Signal.LOCK, LockState.LOCKED);
    moving(from, true);
    double before = odometer;
    for (int minute = 5; minute < lasts.toMinutes(); minute += 5) {
      odometer = Math.floor(before + kilometres * minute / (double) lasts.toMinutes());
      if (voice != Voice.ONLY_STANDING) {
        send(
            from.plus(Duration.ofMinutes(minute)),
            Signal.ODOMETER,
            Distance.ofKilometres(odometer));
      }
    }
    odometer = before + kilometres;
    battery -= kilometres * PERCENT_PER_KILOMETRE;
    drives.add(
        new Truth(from, to, kilometres, kilometres * PERCENT_PER_KILOMETRE * CAPACITY / 100));
    figures(to);
    moving(to, false);
    send(to.plusSeconds(40), Signal.LOCK, LockState.SECURED);
    return to;
  }

  private void charge(Instant from) {
    double gain = Math.min(90 - battery, 15 + random.nextInt(40));
    double energy = gain * CAPACITY / 100;
    Instant to = from.plusSeconds(Math.round(energy / KILOWATTS * 3600));
    state(from, LockState.SECURED, PlugState.CONNECTED, ChargingState.CHARGING);
    double before = battery;
    for (Instant t = from; t.isBefore(to); t = t.plus(Duration.ofMinutes(10))) {
      double part =
          Duration.between(from, t).toSeconds() / (double) Duration.between(from, to).toSeconds();
      battery = before + gain * part;
      send(t, Signal.STATE_OF_CHARGE, Math.floor(battery));
      send(t, Signal.CHARGING_POWER, KILOWATTS);
    }
    battery = before + gain;
    figures(to);
    send(to, Signal.CHARGING, ChargingState.ENDED);
    send(to.plus(Duration.ofHours(6)), Signal.PLUG, PlugState.DISCONNECTED);
    charges.add(new Truth(from, to, 0, energy));
  }

  private void state(Instant at, LockState lock, PlugState plug, ChargingState charging) {
    send(at, Signal.LOCK, lock);
    send(at, Signal.PLUG, plug);
    send(at, Signal.CHARGING, charging);
  }

  private void figures(Instant at) {
    send(at, Signal.ODOMETER, Distance.ofKilometres(odometer));
    send(at, Signal.STATE_OF_CHARGE, Math.floor(battery));
  }

  private void moving(Instant at, boolean moves) {
    if (voice == Voice.MOVING) {
      send(at, Signal.MOVING, moves);
    }
  }

  private <T> void send(Instant at, Signal<T> signal, T value) {
    sent.add(new Sent<>(signal, value, at));
  }

  /** Polls see the last value of each thing, and keep a history of what they see. */
  void watched(History history, String vin, Duration every) {
    Map<Signal<?>, Sent<?>> shown = new HashMap<>();
    VehicleStatus status = VehicleStatus.UNKNOWN;
    int next = 0;
    for (Instant now = start; !now.isAfter(end); now = now.plus(every)) {
      for (; next < sent.size() && !sent.get(next).at().isAfter(now); next++) {
        shown.put(sent.get(next).signal(), sent.get(next));
      }
      Report report = new Report(status, now);
      shown.values().forEach(value -> value.addTo(report));
      Known before = new Known(status, Samples.NONE);
      status = report.status();
      Known after = before.status().equals(status) ? before : new Known(status, Samples.NONE);
      history.append(vin, before, Notes.NONE, after, List.of(), now);
    }
  }
}
