package io.github.iremote.event.rules;

import io.github.iremote.event.Event;
import io.github.iremote.event.Notes;
import io.github.iremote.event.Thresholds;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Two states of one car side by side, and the sheet on which the rules write what they find. */
final class Comparison {
  final VehicleStatus before;
  final VehicleStatus after;
  final Thresholds thresholds;
  final Instant now;
  private final Notes saved;
  final Map<String, Instant> ongoing;
  Optional<Notes.Journey> journey;
  private final List<Event> events = new ArrayList<>();
  private Instant next = Instant.MAX;

  Comparison(
      VehicleStatus before, VehicleStatus after, Notes notes, Thresholds thresholds, Instant now) {
    this.before = before;
    this.after = after;
    this.thresholds = thresholds;
    this.now = now;
    this.saved = notes;
    this.ongoing = new HashMap<>(notes.ongoing());
    this.journey = notes.journey();
  }

  void tell(Event event) {
    events.add(event);
  }

  List<Event> events() {
    return events;
  }

  Notes notes() {
    boolean same = ongoing.equals(saved.ongoing()) && journey == saved.journey();
    return same ? saved : new Notes(ongoing, journey);
  }

  /** Whether the value crossed into {@code state}: an edge between two known values. */
  <T> boolean became(Signal<T> signal, Predicate<T> state) {
    Optional<T> from = before.get(signal);
    Optional<T> to = after.get(signal);
    return from.isPresent() && to.isPresent() && !state.test(from.get()) && state.test(to.get());
  }

  /**
   * Whether a car that had said nothing of a thing says now that it is so, and has done so since it
   * was last heard of.
   */
  <T> boolean appeared(Signal<T> signal, Predicate<T> state) {
    Optional<Reading<T>> now = after.reading(signal);
    return before.get(signal).isEmpty()
        && now.isPresent()
        && state.test(now.get().value())
        && saidSince(now.get());
  }

  /** Whether the car has said this after the newest of what it had said before. */
  boolean saidSince(Reading<?> reading) {
    Optional<Instant> last = before.at();
    return last.isPresent() && reading.at().isAfter(last.get());
  }

  /** A moment at which something may become news by lasting until then. */
  void expect(Instant time) {
    if (time.isAfter(now) && time.isBefore(next)) {
      next = time;
    }
  }

  Optional<Instant> next() {
    return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
  }

  <T> boolean is(Signal<T> signal, T value) {
    return after.says(signal, value);
  }

  /**
   * Keeps an episode up to date.
   *
   * @param starts whether there is reason to note it
   * @param lasts whether one that has been noted goes on
   * @return true when it begins now
   */
  boolean begins(String episode, boolean starts, boolean lasts) {
    if (!starts && !lasts) {
      ongoing.remove(episode);
    }
    return starts && ongoing.putIfAbsent(episode, now) == null;
  }
}
