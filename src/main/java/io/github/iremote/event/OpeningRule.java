package io.github.iremote.event;

import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.Signal;
import java.util.ArrayList;
import java.util.List;

/** Says which parts were opened, and when the last open one was closed. */
final class OpeningRule {
  static void apply(Comparison c) {
    List<String> opened = turned(c, OpeningState.OPEN);
    List<String> closed = turned(c, OpeningState.CLOSED);
    if (!opened.isEmpty()) {
      c.tell(Event.of(EventName.OPENED, opened));
    } else if (!closed.isEmpty() && c.after.open().isEmpty()) {
      c.tell(Event.of(EventName.CLOSED, closed));
    }
  }

  private static List<String> turned(Comparison c, OpeningState state) {
    List<String> parts = new ArrayList<>();
    for (Opening opening : Opening.values()) {
      if (c.became(Signal.of(opening), state::equals)) {
        parts.add(opening.label());
      }
    }
    return parts;
  }

  private OpeningRule() {}
}
