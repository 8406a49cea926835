package io.github.iremote.event.rules;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which parts were opened, and when the last open one was closed. */
final class OpeningRule {
  static void apply(Comparison c) {
    List<Item> opened = turned(c, OpeningState.OPEN);
    List<Item> closed = turned(c, OpeningState.CLOSED);
    if (!opened.isEmpty()) {
      c.tell(dated(c, Event.of(EventName.OPENED, opened)));
    } else if (!closed.isEmpty() && c.after.open().isEmpty()) {
      c.tell(Event.of(EventName.CLOSED, closed));
    }
  }

  /** A door that was opened before a drive that the same answer tells of has been shut for it. */
  private static Event dated(Comparison c, Event event) {
    Optional<Instant> driven = Driving.lastDriven(c.before, c.after);
    Instant last = Instant.MIN;
    for (Item item : event.items()) {
      Opening part = ((Item.Part) item).opening();
      Instant since = c.after.reading(Signal.of(part)).get().since();
      last = !Opening.DOORS.contains(part) ? Instant.MAX : since.isAfter(last) ? since : last;
      if (last.equals(Instant.MAX)) {
        return event; // windows and roofs are open on the road
      }
    }
    return driven.filter(last::isBefore).isPresent() ? event.past(last) : event;
  }

  private static List<Item> turned(Comparison c, OpeningState state) {
    return Stream.of(Opening.values())
        .filter(opening -> c.became(Signal.of(opening), state::equals))
        .<Item>map(Item.Part::new)
        .toList();
  }

  private OpeningRule() {}
}
