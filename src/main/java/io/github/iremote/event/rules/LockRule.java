package io.github.iremote.event.rules;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Signal;
import java.time.Instant;
import java.util.Optional;

/** Says when the car was locked or unlocked. */
final class LockRule {
  static void apply(Comparison c) {
    if (c.became(Signal.LOCK, LockState::locked) && !lockedItselfWhileDriving(c)) {
      c.tell(dated(c, Event.of(EventName.LOCKED)));
    }
    if (c.became(Signal.LOCK, lock -> !lock.locked())) {
      c.tell(dated(c, Event.of(EventName.UNLOCKED)));
    }
  }

  /** What was so before a drive that the same answer tells of is over. */
  private static Event dated(Comparison c, Event event) {
    Instant since = c.after.reading(Signal.LOCK).get().since();
    Optional<Instant> driven = Driving.lastDriven(c.before, c.after);
    return driven.filter(since::isBefore).isPresent() ? event.past(since) : event;
  }

  /** Cars lock their doors when they drive off; only from outside can they be SECURED. */
  private static boolean lockedItselfWhileDriving(Comparison c) {
    return c.is(Signal.LOCK, LockState.LOCKED)
        && (Driving.underWay(c.after) || Driving.distance(c.before, c.after).isPresent());
  }

  private LockRule() {}
}
