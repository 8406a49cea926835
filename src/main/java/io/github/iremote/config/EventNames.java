package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import io.github.iremote.config.section.Spelling;
import io.github.iremote.event.EventName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads lists of event names. */
final class EventNames {

  static Set<EventName> in(Section section, String key) {
    Set<EventName> events = EnumSet.noneOf(EventName.class);
    for (String word : section.strings(key)) {
      events.add(event(section, key, word));
    }
    return events;
  }

  private static EventName event(Section section, String key, String word) {
    List<String> names = List.of(EventName.values()).stream().map(EventName::name).toList();
    section.require(
        names.contains(word),
        key,
        "expected names of events; \""
            + word
            + "\" is none"
            + Spelling.nearest(word, names).map(near -> ", did you mean " + near + "?").orElse(""));
    return EventName.valueOf(word);
  }

  private EventNames() {}
}
