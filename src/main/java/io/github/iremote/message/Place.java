package io.github.iremote.message;

import io.github.iremote.config.QuietHours;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place where messages go, and which.
 *
 * @param name what outbox and config call it
 * @param mute the events that are not told there
 */
public record Place(
    String name, Set<EventName> mute, Optional<QuietHours> quiet, Notifier notifier) {

  /** Its name as a sentence begins with it. */
  String title() {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The events that are told there. */
  List<Event> passing(List<Event> events) {
    List<Event> passing = new ArrayList<>(events);
    passing.removeIf(event -> mute.contains(event.name()));
    return passing;
  }
}
