package io.github.iremote.event.rules;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import java.util.Optional;
import java.util.Set;

/**
 * Says what a ConnectedDrive car gives as the reason of its update, in the words of iRemote-PHP and
 * with its rule for repeats.
 */
final class ReasonRule {
  private static final Set<String> SILENT_WHEN_REPEATED =
      Set.of("CHARGING_STARTED", "PREDICTION_UPDATE", "VEHICLE_SECURED");

  /** The headline, where the car gave a reason that is news. */
  static Optional<Event> headline(Comparison c) {
    Optional<Reading<String>> before = c.before.reading(Signal.UPDATE_REASON);
    Optional<Reading<String>> after = c.after.reading(Signal.UPDATE_REASON);
    if (before.isEmpty() || after.isEmpty() || !after.get().at().isAfter(before.get().at())) {
      return Optional.empty();
    }
    String reason = after.get().value();
    Event event = named(reason, c);
    boolean repeated = reason.equals(before.get().value());
    boolean silent = SILENT_WHEN_REPEATED.contains(reason) || event.name() == EventName.UPDATE;
    return repeated && silent ? Optional.empty() : Optional.of(event);
  }

  private static Event named(String reason, Comparison c) {
    return switch (reason) {
      case "VEHICLE_SHUTDOWN_SECURED" -> Event.of(EventName.PARKED, Item.Fact.LOCKED);
      case "VEHICLE_SHUTDOWN" -> Event.of(EventName.PARKED);
      case "VEHICLE_MOVING" -> Event.of(EventName.DRIVING);
      case "VEHICLE_SECURED" -> Event.of(EventName.LOCKED);
      case "VEHICLE_UNSECURED" -> Event.of(EventName.UNLOCKED);
      case "DOOR_STATE_CHANGED" -> doorStateChanged(reason, c);
      case "CHARGING_STARTED" -> Event.of(EventName.CHARGING_STARTED);
      case "CHARGING_DONE" -> Event.of(EventName.CHARGING_FINISHED);
      case "CHARGING_INTERRUPTED" -> ChargingRule.withReason(c, EventName.CHARGING_INTERRUPTED);
      case "PREDICTION_UPDATE" -> Event.of(EventName.CHARGE_TIME);
      case "DISCONNECTED" -> Event.of(EventName.UNPLUGGED);
      default -> Event.of(EventName.UPDATE, new Item.Reason(reason));
    };
  }

  /** Car Unlocked or Car Locked; a car that does not tell its lock state is neither. */
  private static Event doorStateChanged(String reason, Comparison c) {
    return c.after
        .get(Signal.LOCK)
        .map(LockState::locked)
        .map(locked -> Event.of(locked ? EventName.LOCKED : EventName.UNLOCKED))
        .orElseGet(() -> Event.of(EventName.UPDATE, new Item.Reason(reason)));
  }

  private ReasonRule() {}
}
