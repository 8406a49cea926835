package io.github.iremote.event.rules;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.event.Notes;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says when a drive began, and what it took when it ended. */
final class DriveRule {
  /** An odometer that stands still this long is not in a traffic jam. */
  private static final Duration STANDSTILL = Duration.ofMinutes(30);

  static void apply(Comparison c) {
    SilentCars.listen(c);
    boolean wasUnderWay = c.journey.isPresent();
    boolean isUnderWay = underWay(c);
    if (isUnderWay && !wasUnderWay) {
      boolean stoodBefore =
          Driving.lastWord(c.before).isPresent() || Driving.distance(c.before, c.after).isPresent();
      c.journey = Optional.of(journeyFrom(stoodBefore ? c.before : c.after, c.now));
      if (stoodBefore) {
        c.tell(Event.of(EventName.DRIVING));
      }
      if (!saysWhetherItMoves(c.after)) {
        SilentCars.seemsDriving(c);
      }
    } else if (!isUnderWay && (wasUnderWay || Driving.distance(c.before, c.after).isPresent())) {
      parked(c, c.journey.orElse(journeyFrom(c.before, c.now)));
      c.journey = Optional.empty();
      SilentCars.parked(c, wasUnderWay);
    }
  }

  private static boolean underWay(Comparison c) {
    boolean odometerRose = Driving.distance(c.before, c.after).isPresent();
    if (saysWhetherItMoves(c.after)) {
      return Driving.underWay(c.after);
    }
    if (Driving.seemsParked(c.after)) {
      return false;
    }
    boolean seemsDriving = odometerRose && !SilentCars.silent(c);
    return (seemsDriving || c.journey.isPresent()) && !standsStill(c);
  }

  /** The car's word on movement, unless its odometer has spoken since. */
  private static boolean saysWhetherItMoves(VehicleStatus status) {
    Optional<Instant> word = Driving.lastWord(status);
    Optional<Instant> driven = status.since(Signal.ODOMETER);
    return word.isPresent()
        && (driven.isEmpty() || !driven.get().isAfter(word.get().plus(STANDSTILL)));
  }

  private static boolean standsStill(Comparison c) {
    Optional<Reading<Distance>> odometer = c.after.reading(Signal.ODOMETER);
    return odometer.isEmpty() || !odometer.get().since().plus(STANDSTILL).isAfter(c.now);
  }

  private static Notes.Journey journeyFrom(VehicleStatus status, Instant now) {
    return new Notes.Journey(
        status.at().orElse(now), status.get(Signal.ODOMETER), status.get(Signal.STATE_OF_CHARGE));
  }

  private static void parked(Comparison c, Notes.Journey journey) {
    Optional<Distance> driven =
        journey.odometer().flatMap(start -> Driving.distance(start, c.after));
    Optional<Double> used =
        journey
            .stateOfCharge()
            .flatMap(start -> c.after.get(Signal.STATE_OF_CHARGE).map(end -> start - end))
            .filter(percent -> percent >= 1);
    boolean locked = c.is(Signal.LOCK, LockState.SECURED); // LOCKED may be from inside
    Event parked = Event.of(EventName.PARKED).after(driven, used);
    c.tell(locked ? parked.with(Item.Fact.LOCKED) : parked);
  }

  private DriveRule() {}
}
