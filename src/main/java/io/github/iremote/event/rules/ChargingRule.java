package io.github.iremote.event.rules;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says when charging began and how it ended. A charge is an episode: a pause within it is neither
 * an end nor a new start, and where the car never reports the end, the end is inferred.
 */
final class ChargingRule {
  static final String CHARGE = "CHARGING";

  /** Kept after an inferred end for as long as the car goes on saying that it charges. */
  private static final String INFERRED = "CHARGING inferred end";

  /** Wallboxes that follow the sun stop and start; a stop this short is not an end. */
  private static final Duration FLAP = Duration.ofMinutes(5);

  /** BMW's time to full is a prediction. */
  private static final Duration PREDICTION_ERROR = Duration.ofMinutes(15);

  /** What a car sends of one moment may be stamped this far apart. */
  private static final Duration APART = Duration.ofMinutes(5);

  private static final String GOAL_REACHED = "CHARGING_GOAL_REACHED";

  /** BMW's two charge levels of one moment differ by this much, in percent. */
  private static final double LEVEL_ERROR = 1;

  static void apply(Comparison c) {
    if (c.became(Signal.CHARGING, ChargingState.ERROR::equals)
        || c.appeared(Signal.CHARGING, ChargingState.ERROR::equals)) {
      c.tell(withReason(c, EventName.CHARGING_ERROR));
      c.ongoing.remove(CHARGE);
    }
    Optional<Reading<ChargingState>> charging = c.after.reading(Signal.CHARGING);
    if (charging.isEmpty()) {
      return;
    }
    switch (charging.get().value()) {
      case CHARGING -> active(c, charging.get());
      case NOT_CHARGING, ENDED, FULL, ERROR -> stopped(c, charging.get());
      case PREPARING, PAUSED -> waiting(c);
    }
  }

  private static void active(Comparison c, Reading<ChargingState> charging) {
    if (c.ongoing.containsKey(INFERRED) && !heardSincePluggedInAgain(c, charging)) {
      return;
    }
    c.ongoing.remove(INFERRED);
    if (c.begins(CHARGE, true, true) && c.before.get(Signal.CHARGING).isPresent()) {
      c.tell(Event.of(EventName.CHARGING_STARTED));
    }
    Optional<Item.Fact> evidence = inferredEnd(c, charging);
    evidence.ifPresent(fact -> c.tell(Event.of(EventName.CHARGING_FINISHED, fact)));
    if (evidence.isPresent() || c.became(Signal.PLUG, PlugState.DISCONNECTED::equals)) {
      c.ongoing.remove(CHARGE);
      c.ongoing.put(INFERRED, c.now);
    }
  }

  /** Whether the car says that it charges, and not only still says so of the last charge. */
  private static boolean heardSincePluggedInAgain(Comparison c, Reading<ChargingState> charging) {
    return c.after
        .reading(Signal.PLUG)
        .filter(plug -> plug.value() == PlugState.CONNECTED)
        .filter(plug -> plug.since().isAfter(c.ongoing.get(INFERRED)))
        .filter(plug -> !charging.at().isBefore(plug.since()))
        .isPresent();
  }

  private static void waiting(Comparison c) {
    c.ongoing.remove(INFERRED);
    if (c.is(Signal.PLUG, PlugState.DISCONNECTED)) {
      c.ongoing.remove(CHARGE);
    }
  }

  /** What shows that a charge is over although the car has not said so. */
  private static Optional<Item.Fact> inferredEnd(Comparison c, Reading<ChargingState> charging) {
    if (c.after.get(Signal.UPDATE_REASON).isPresent()) {
      return Optional.empty(); // ConnectedDrive cars give the end as a reason
    }
    if (level(c) >= target(c)) {
      return Optional.of(Item.Fact.LEVEL_REACHED);
    }
    if (c.became(Signal.PLUG, PlugState.DISCONNECTED::equals)) {
      return Optional.of(Item.Fact.CABLE_UNPLUGGED);
    }
    Optional<Instant> expected =
        c.after
            .reading(Signal.CHARGE_TIME_REMAINING)
            .filter(remaining -> !remaining.at().isBefore(charging.since()))
            .map(remaining -> remaining.at().plus(remaining.value()));
    if (expected.isPresent()) {
      c.expect(expected.get());
      c.expect(expected.get().plus(PREDICTION_ERROR).plusSeconds(1));
    }
    return expected
        .filter(end -> end.isAfter(charging.at()) && end.plus(PREDICTION_ERROR).isBefore(c.now))
        .map(end -> Item.Fact.TIME_PASSED);
  }

  private static void stopped(Comparison c, Reading<ChargingState> charging) {
    c.ongoing.remove(INFERRED);
    if (!c.ongoing.containsKey(CHARGE)) {
      return;
    }
    if (finished(c, charging)) {
      c.tell(withReason(c, EventName.CHARGING_FINISHED));
    } else if (!c.is(Signal.PLUG, PlugState.DISCONNECTED)) {
      if (!interrupted(c) && charging.since().plus(FLAP).isAfter(c.now)) {
        c.expect(charging.since().plus(FLAP));
        return;
      }
      c.tell(withReason(c, EventName.CHARGING_INTERRUPTED));
    }
    c.ongoing.remove(CHARGE);
  }

  /** With what the car says of why it stopped, unless that is what the event itself says. */
  static Event withReason(Comparison c, EventName name) {
    Event event = Event.of(name);
    Optional<Reading<String>> reason = c.after.reading(Signal.CHARGE_END_REASON);
    Optional<Reading<ChargingState>> charging = c.after.reading(Signal.CHARGING);
    boolean ofThisCharge =
        reason.isPresent()
            && charging.isPresent()
            && !reason.get().at().plus(APART).isBefore(charging.get().since())
            && !reason.get().value().equals(GOAL_REACHED);
    return ofThisCharge ? event.with(new Item.Reason(reason.get().value())) : event;
  }

  private static boolean finished(Comparison c, Reading<ChargingState> charging) {
    return charging.value() == ChargingState.FULL
        || c.is(Signal.UPDATE_REASON, "CHARGING_DONE")
        || level(c) >= target(c) - LEVEL_ERROR
        || c.after
            .reading(Signal.CHARGE_END_REASON)
            .filter(reason -> reason.value().equals(GOAL_REACHED))
            .filter(reason -> !interrupted(c) && !reason.at().isBefore(charging.since()))
            .isPresent();
  }

  private static boolean interrupted(Comparison c) {
    return c.is(Signal.UPDATE_REASON, "CHARGING_INTERRUPTED");
  }

  private static double level(Comparison c) {
    return c.after.get(Signal.STATE_OF_CHARGE).orElse(0.0);
  }

  private static double target(Comparison c) {
    return c.after.get(Signal.TARGET_STATE_OF_CHARGE).orElse(100.0);
  }

  private ChargingRule() {}
}
