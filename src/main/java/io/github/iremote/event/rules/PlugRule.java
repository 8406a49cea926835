package io.github.iremote.event.rules;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Signal;

/** Says when the charging cable went in or out. */
final class PlugRule {
  static void apply(Comparison c) {
    if (c.became(Signal.PLUG, PlugState.CONNECTED::equals)) {
      c.tell(Event.of(EventName.PLUGGED_IN));
    }
    if (c.became(Signal.PLUG, PlugState.DISCONNECTED::equals)) {
      c.tell(Event.of(EventName.UNPLUGGED));
    }
  }

  private PlugRule() {}
}
