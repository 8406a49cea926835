package io.github.iremote.event;

import io.github.iremote.vehicle.Distance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One change worth telling, with what is known about it, and without words.
 *
 * @param items the parts, messages or facts it is about
 * @param distance how far the car was driven
 * @param batteryUsed how many percent of the battery that took
 * @param since since when it has been so, by the car's clock
 */
public record Event(
    EventName name,
    List<Item> items,
    Optional<Distance> distance,
    Optional<Double> batteryUsed,
    Optional<Instant> since) {

  public Event {
    items = List.copyOf(items);
  }

  public static Event of(EventName name, Item... items) {
    return of(name, List.of(items));
  }

  public static Event of(EventName name, List<? extends Item> items) {
    return new Event(
        name, List.copyOf(items), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public boolean has(Item item) {
    return items.contains(item);
  }

  public Event with(Item item) {
    List<Item> more = new ArrayList<>(items);
    more.add(item);
    return about(more);
  }

  public Event about(List<Item> items) {
    return new Event(name, items, distance, batteryUsed, since);
  }

  public Event after(Optional<Distance> distance, Optional<Double> batteryUsed) {
    return new Event(name, items, distance, batteryUsed, since);
  }

  public Event since(Instant since) {
    return new Event(name, items, distance, batteryUsed, Optional.of(since));
  }

  /** The same under another name, about one thing more. */
  Event named(EventName name, Item first) {
    List<Item> more = new ArrayList<>(List.of(first));
    more.addAll(items);
    return new Event(name, more, distance, batteryUsed, since);
  }
}
