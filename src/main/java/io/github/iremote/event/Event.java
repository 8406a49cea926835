package io.github.iremote.event;

import io.github.iremote.vehicle.Distance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One change worth telling, with what is known about it.
 *
 * @param title what it is called this time: usually the name's own title
 * @param items the parts, messages or remarks it is about, in plain words
 * @param distance how far the car was driven
 * @param batteryUsed how many percent of the battery that took
 * @param since since when it has been so, by the car's clock
 */
public record Event(
    EventName name,
    String title,
    List<String> items,
    Optional<Distance> distance,
    Optional<Double> batteryUsed,
    Optional<Instant> since) {

  /** How a PARKED event is called when the car was locked as well. */
  public static final String PARKED_AND_LOCKED = "Car Parked and Locked";

  public Event {
    items = List.copyOf(items);
  }

  public static Event of(EventName name) {
    return new Event(
        name, name.title(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static Event of(EventName name, List<String> items) {
    return of(name).about(items);
  }

  public Event titled(String title) {
    return new Event(name, title, items, distance, batteryUsed, since);
  }

  public Event about(List<String> items) {
    return new Event(name, title, items, distance, batteryUsed, since);
  }

  public Event after(Optional<Distance> distance, Optional<Double> batteryUsed) {
    return new Event(name, title, items, distance, batteryUsed, since);
  }

  public Event since(Instant since) {
    return new Event(name, title, items, distance, batteryUsed, Optional.of(since));
  }
}
