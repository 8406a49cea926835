package io.github.iremote.event.rules;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.event.Notes;
import io.github.iremote.event.Outcome;
import io.github.iremote.event.Thresholds;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Opening;
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
      return new Outcome(watching(after), after, c.notes(), c.next());
    }
    if (!awaited && settling(c)) {
      return new Outcome(List.of(), before, notes, c.next());
    }
    return new Outcome(ranked(c), after, c.notes(), c.next());
  }

  /** A car that is first seen: what stands out already is not told again. */
  private static List<Event> watching(VehicleStatus after) {
    List<Item> noteworthy = new ArrayList<>();
    after
        .get(Signal.LOCK)
        .ifPresent(lock -> noteworthy.add(lock.locked() ? Item.Fact.LOCKED : Item.Fact.UNLOCKED));
    after.open().forEach(part -> noteworthy.add(new Item.Part(part)));
    if (after.says(Signal.CHARGING, ChargingState.CHARGING)) {
      noteworthy.add(Item.Fact.CHARGING);
    }
    if (after.says(Signal.CHARGING, ChargingState.ERROR)) {
      noteworthy.add(Item.Fact.CHARGING_ERROR);
    }
    noteworthy.addAll(WarningRule.standing(after));
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
    return pastLast(lockedThoughOpen(events, c));
  }

  /** A car that was locked with a part open is told with it, once. */
  private static List<Event> lockedThoughOpen(List<Event> events, Comparison c) {
    List<Item> open = new ArrayList<>();
    c.after.open().forEach(part -> open.add(new Item.Part(part)));
    boolean toldAsLeft = events.stream().anyMatch(event -> event.name() == EventName.LEFT_OPEN);
    boolean locked = events.stream().anyMatch(Rules::nowLocked);
    if (open.isEmpty() || toldAsLeft || !locked) {
      return events;
    }
    List<Event> told = new ArrayList<>();
    List<Event> opened = new ArrayList<>();
    for (Event event : events) {
      if (event.name() == EventName.OPENED) {
        opened.add(event); // the owner who mutes LOCKED is still told of it, and others beneath
      } else {
        told.add(nowLocked(event) ? event.with(open) : event);
      }
    }
    told.addAll(opened);
    return told;
  }

  private static boolean nowLocked(Event event) {
    boolean locked = event.name() == EventName.LOCKED || parkedAndLocked(event);
    return locked && !event.past();
  }

  /** What is over is told beneath what is; alone it is not worth a message. */
  private static List<Event> pastLast(List<Event> events) {
    events.sort(Comparator.comparing(Event::past));
    return events.isEmpty() || events.get(0).past() ? List.of() : events;
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
    boolean openingAlone =
        c.events().size() == 1
            && c.events().get(0).name() == EventName.OPENED
            && ReasonRule.headline(c).isEmpty();
    if (!openingAlone) {
      return false;
    }
    Instant last = Instant.MIN;
    for (Opening part : c.after.open()) {
      Instant since = c.after.reading(Signal.of(part)).get().since();
      last = since.isAfter(last) ? since : last;
    }
    c.expect(last.plus(SETTLING));
    return last.plus(SETTLING).isAfter(c.now);
  }

  private Rules() {}
}
