package io.github.iremote.event;

import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Signal;

/** Says when the car was locked or unlocked. */
final class LockRule {
  static void apply(Comparison c) {
    if (c.became(Signal.LOCK, LockState::locked) && !lockedItselfWhileDriving(c)) {
      c.tell(Event.of(EventName.LOCKED));
    }
    if (c.became(Signal.LOCK, lock -> !lock.locked())) {
      c.tell(Event.of(EventName.UNLOCKED));
    }
  }

  /** Cars lock their doors when they drive off; only from outside can they be SECURED. */
  private static boolean lockedItselfWhileDriving(Comparison c) {
    return c.is(Signal.LOCK, LockState.LOCKED)
        && (Driving.underWay(c.after) || Driving.distance(c.before, c.after).isPresent());
  }

  private LockRule() {}
}
