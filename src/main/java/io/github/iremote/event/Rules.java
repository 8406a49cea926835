package io.github.iremote.event;

import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is worth telling about the way from one state of a car to the next. */
public final class Rules {
  /** A door that was opened this moment is rarely all that is about to happen. */
  private static final Duration SETTLING = Duration.ofSeconds(60);

  /**
   * Compares two states.
   *
   * @param before the saved state; {@link VehicleStatus#UNKNOWN} for a car never seen
   * @param now the time by our clock: some things become worth telling by lasting
   */
  public static Outcome between(
      VehicleStatus before, VehicleStatus after, Notes notes, Thresholds thresholds, Instant now) {
    return between(before, after, notes, thresholds, false, now);
  }

  /**
   * The same.
   *
   * @param awaited whether it was waited for what else the car had to say
   */
  public static Outcome between(
      VehicleStatus before,
      VehicleStatus after,
      Notes notes,
      Thresholds thresholds,
      boolean awaited,
      Instant now) {
    Comparison c = new Comparison(before, after, notes, thresholds, now);
    LockRule.apply(c);
    OpeningRule.apply(c);
    DriveRule.apply(c);
    PlugRule.apply(c);
    ChargingRule.apply(c);
    LevelRule.apply(c);
    LeftRule.apply(c);
    WarningRule.apply(c);
    if (before.isEmpty()) {
      return new Outcome(watching(after), after, c.notes());
    }
    if (!awaited && settling(c)) {
      return new Outcome(List.of(), before, notes);
    }
    return new Outcome(ranked(c), after, c.notes());
  }

  private static List<Event> watching(VehicleStatus after) {
    List<Item> noteworthy = new ArrayList<>();
    after
        .get(Signal.LOCK)
        .ifPresent(lock -> noteworthy.add(lock.locked() ? Item.Fact.LOCKED : Item.Fact.UNLOCKED));
    after.open().forEach(part -> noteworthy.add(new Item.Part(part)));
    if (after.get(Signal.CHARGING).equals(Optional.of(ChargingState.CHARGING))) {
      noteworthy.add(Item.Fact.CHARGING);
    }
    return after.isEmpty() ? List.of() : List.of(Event.of(EventName.WATCHING, noteworthy));
  }

  /** The headline first, then by importance; what one says is not said again by another. */
  private static List<Event> ranked(Comparison c) {
    Optional<Event> headline = ReasonRule.headline(c);
    if (headline.isEmpty() && c.events().isEmpty()) {
      return List.of();
    }
    List<Event> events = new ArrayList<>(c.events());
    events.sort(Comparator.comparing(Event::name));
    if (headline.isEmpty()) {
      headline = events.stream().findFirst();
    }
    headline.ifPresent(
        event -> {
          Event found =
              events.stream().filter(e -> e.name() == event.name()).findFirst().orElse(event);
          events.removeIf(e -> e.name() == event.name());
          events.add(0, found.about(merged(event, found)));
        });
    if (events.stream().anyMatch(Rules::parkedAndLocked)) {
      events.removeIf(event -> event.name() == EventName.LOCKED);
    }
    return events;
  }

  /** A reason says itself whether the car was locked as well. */
  private static List<Item> merged(Event headline, Event found) {
    List<Item> items = new ArrayList<>(headline.items());
    found.items().stream()
        .filter(item -> item != Item.Fact.LOCKED && !items.contains(item))
        .forEach(items::add);
    return items;
  }

  private static boolean parkedAndLocked(Event event) {
    return event.name() == EventName.PARKED && event.has(Item.Fact.LOCKED);
  }

  private static boolean settling(Comparison c) {
    return c.events().size() == 1
        && c.events().get(0).name() == EventName.OPENED
        && ReasonRule.headline(c).isEmpty()
        && c.after.open().stream()
            .flatMap(part -> c.after.reading(Signal.of(part)).stream())
            .map(Reading::since)
            .anyMatch(since -> since.plus(SETTLING).isAfter(c.now));
  }

  private Rules() {}
}
