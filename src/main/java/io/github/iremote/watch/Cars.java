package io.github.iremote.watch;

import io.github.iremote.car.CarFiles;
import io.github.iremote.car.SavedCar;
import io.github.iremote.car.Taken;
import io.github.iremote.event.Event;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import io.github.iremote.watch.timing.Clocks;
import io.github.iremote.watch.timing.Wants;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The cars that are watched, and what of them is only in memory. */
final class Cars {
  /** Figures change with every message: they are saved with what matters, or after a while. */
  private static final Duration FIGURES_SAVED = Duration.ofMinutes(5);

  private final Map<String, Watched> byVin = new TreeMap<>();
  private final Journal journal;
  private final Mirror mirror;
  private final Clocks clocks;

  Cars(Journal journal, Mirror mirror, Clocks clocks) {
    this.journal = journal;
    this.mirror = mirror;
    this.clocks = clocks;
  }

  /** One car. */
  static final class Watched {
    final Wants wants;
    private Samples unsaved = Samples.NONE;
    private Duration saved;
    private Optional<Instant> nextAt = Optional.empty();

    private Watched(Duration now) {
      this.wants = new Wants(now);
      this.saved = now;
    }
  }

  Watched of(String vin) {
    return byVin.computeIfAbsent(vin, unknown -> new Watched(clocks.up()));
  }

  Collection<Watched> all() {
    return byVin.values();
  }

  /** Those of which something is only in memory. */
  Collection<String> unsaved() {
    return byVin.entrySet().stream()
        .filter(car -> !car.getValue().unsaved.byKey().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** When time alone may make something worth telling. */
  Optional<Instant> next() {
    return byVin.values().stream().flatMap(car -> car.nextAt.stream()).min(Instant::compareTo);
  }

  /** Those of which that has come. */
  Collection<String> timeUp() {
    Instant now = clocks.now();
    return byVin.entrySet().stream()
        .filter(car -> car.getValue().nextAt.filter(time -> !time.isAfter(now)).isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Time alone may have made something worth telling. What the stream lacks is asked for first: the
   * car may long be locked.
   */
  void timeUp(Office.Turn turn, Vehicle car) {
    Watched watched = of(car.vin());
    VehicleStatus status = turn.saved(car).status();
    boolean unlocked = status.get(Signal.LOCK).filter(lock -> !lock.locked()).isPresent();
    boolean stale = unlocked || watched.wants.silentInUse(clocks.up());
    if (stale && watched.wants.askBefore(clocks.up())) {
      watched.nextAt = Optional.of(clocks.now().plus(Rounds.EVERY));
      return;
    }
    take(turn, car, Samples.NONE, false);
  }

  /** It has missed something of every car. */
  void missedSomething() {
    byVin.values().forEach(car -> car.wants.missedSomething());
  }

  /**
   * Takes what was heard of a car.
   *
   * @param heard nothing, where it is only later than before
   * @param last whether all is to be saved, and nothing more to be told
   */
  void take(Office.Turn turn, Vehicle car, Samples heard, boolean last) {
    Watched watched = of(car.vin());
    watched.unsaved = watched.unsaved.merged(heard);
    CarFiles.Loaded loaded = turn.take().load(car);
    boolean neverSeen = loaded.car().status().isEmpty() && !loaded.lost();
    if (neverSeen && watched.wants.neverPolled()) {
      return; // a single message is no first sight of a car
    }
    Taken taken = turn.take().compare(car, loaded, turn.push().answer(car, watched.unsaved));
    boolean worth = last || worthKeeping(loaded.car(), taken.car()) || due(watched);
    boolean keep = taken.changed() && worth;
    if (keep) {
      turn.take().save(loaded, taken);
      watched.saved = clocks.up();
    }
    if (keep || !taken.changed()) {
      watched.unsaved = Samples.NONE;
    }
    if (!last) {
      tell(turn, car, taken, keep);
    }
    if (!taken.events().isEmpty()) {
      journal.event(car, taken.events(), taken.message());
    }
    watched.nextAt = taken.nextAt().filter(clocks.now()::isBefore);
    note(car.vin(), taken.car(), taken.events());
    mirror.show(car, taken.car());
  }

  /** What is not on disk is not told; a charge is shown all the same. */
  private static void tell(Office.Turn turn, Vehicle car, Taken taken, boolean kept) {
    if (kept) {
      turn.telling().tell(car, taken);
    } else {
      turn.take().progress(car, taken.car());
    }
  }

  private boolean due(Watched watched) {
    return clocks.up().minus(watched.saved).compareTo(FIGURES_SAVED) >= 0;
  }

  /** Something of a car has been taken. */
  void note(String vin, SavedCar car, List<Event> events) {
    Watched watched = of(vin);
    watched.wants.taken(events, Wants.Look.of(car), clocks.up());
  }

  /** Whether more has changed than figures and times. */
  private static boolean worthKeeping(SavedCar before, SavedCar after) {
    return !before.notes().equals(after.notes())
        || !before.event().equals(after.event())
        || !states(before.status()).equals(states(after.status()));
  }

  private static Map<String, Object> states(VehicleStatus status) {
    Map<String, Object> states = new TreeMap<>();
    for (Map.Entry<Signal<?>, Reading<?>> reading : status.readings().entrySet()) {
      Object value = reading.getValue().value();
      boolean figure =
          value instanceof Number
              || value instanceof Distance
              || value instanceof Duration
              || value instanceof Position;
      states.put(reading.getKey().name(), figure ? Optional.empty() : value);
    }
    return states;
  }
}
