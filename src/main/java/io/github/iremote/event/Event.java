package io.github.iremote.event;

import io.github.iremote.vehicle.Battery12v;
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
 * @param past whether it was over before it was heard of: told, but never the headline
 */
public record Event(
    EventName name,
    List<Item> items,
    Optional<Distance> distance,
    Optional<Double> batteryUsed,
    Optional<Instant> since,
    boolean past) {

  public Event {
    items = List.copyOf(items);
  }

  public static Event of(EventName name, Item... items) {
    return of(name, List.of(items));
  }

  public static Event of(EventName name, List<? extends Item> items) {
    return new Event(
        name, List.copyOf(items), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /**
   * How much it matters: what is only recommended, or over, is no matter of attention; a car that
   * was locked with a window open is.
   */
  public Weight weight() {
    if (past || has(new Item.Demand(Battery12v.REPLACEMENT_RECOMMENDED))) {
      return Weight.ORDINARY;
    }
    return lockedThoughOpen() ? Weight.ATTENTION : name.weight();
  }

  private boolean lockedThoughOpen() {
    return (name == EventName.LOCKED || name.isKindOf(EventName.PARKED))
        && items.stream().anyMatch(item -> item instanceof Item.Part);
  }

  public boolean has(Item item) {
    return items.contains(item);
  }

  public Event with(Item item) {
    return with(List.of(item));
  }

  public Event with(List<Item> others) {
    List<Item> more = new ArrayList<>(items);
    more.addAll(others);
    return about(more);
  }

  public Event about(List<Item> items) {
    return new Event(name, items, distance, batteryUsed, since, past);
  }

  public Event after(Optional<Distance> distance, Optional<Double> batteryUsed) {
    return new Event(name, items, distance, batteryUsed, since, past);
  }

  public Event since(Instant since) {
    return new Event(name, items, distance, batteryUsed, Optional.of(since), past);
  }

  /** The same, told as what was so from {@code time} on. */
  public Event past(Instant time) {
    return new Event(name, items, distance, batteryUsed, Optional.of(time), true);
  }

  /** The same under another name, about one thing more. */
  Event named(EventName name, Item first) {
    List<Item> more = new ArrayList<>(List.of(first));
    more.addAll(items);
    return new Event(name, more, distance, batteryUsed, since, past);
  }
}
