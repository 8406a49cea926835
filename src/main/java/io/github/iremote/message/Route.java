package io.github.iremote.message;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which messages go to a place.
 *
 * @param only the events that are told there; all, if empty
 * @param mute the events that are not
 * @param urgentOnly whether only urgent events are
 * @param cars names and VINs of the cars that are told of there; all, if empty
 */
public record Route(
    Set<EventName> only, Set<EventName> mute, boolean urgentOnly, List<String> cars) {
  public static final Route ALL = new Route(Set.of(), Set.of(), false, List.of());

  /** The message with the events that are told there, if there are any. */
  public Optional<Message> passing(Message message) {
    if (message.car().isPresent() && !about(message.car().get())) {
      return Optional.empty();
    }
    List<Event> passing = new ArrayList<>(message.events());
    passing.removeIf(event -> !passes(event));
    return passing.isEmpty() ? Optional.empty() : Optional.of(message.about(passing));
  }

  private boolean passes(Event event) {
    EventName name = event.name();
    return (only.isEmpty() || name.isKindOf(only))
        && !name.isKindOf(mute)
        && (!urgentOnly || event.weight() == Weight.URGENT);
  }

  private boolean about(Message.Car car) {
    for (String wanted : cars) {
      if (wanted.equalsIgnoreCase(car.name()) || wanted.equalsIgnoreCase(car.vin())) {
        return true;
      }
    }
    return cars.isEmpty();
  }
}
