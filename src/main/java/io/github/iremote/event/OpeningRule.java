package io.github.iremote.event;

import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.Signal;
import java.util.ArrayList;
import java.util.List;

/** Says which parts were opened, and when the last open one was closed. */
final class OpeningRule {
  static void apply(Comparison c) {
    List<Item> opened = turned(c, OpeningState.OPEN);
    List<Item> closed = turned(c, OpeningState.CLOSED);
    if (!opened.isEmpty()) {
      c.tell(Event.of(EventName.OPENED, opened));
    } else if (!closed.isEmpty() && c.after.open().isEmpty()) {
      c.tell(Event.of(EventName.CLOSED, closed));
    }
  }

  private static List<Item> turned(Comparison c, OpeningState state) {
    List<Item> parts = new ArrayList<>();
    for (Opening opening : Opening.values()) {
      if (c.became(Signal.of(opening), state::equals)) {
        parts.add(new Item.Part(opening));
      }
    }
    return parts;
  }

  private OpeningRule() {}
}
