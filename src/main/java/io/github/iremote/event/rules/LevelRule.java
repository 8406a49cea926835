package io.github.iremote.event.rules;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;

/** Says when battery or tank run low: once, until they have recovered well above the threshold. */
final class LevelRule {
  private static final double RECOVERY_PERCENT = 5;

  static void apply(Comparison c) {
    if (!plugInHybrid(c.after) || c.thresholds.batteryAsked()) {
      watch(c, EventName.BATTERY_LOW, Signal.STATE_OF_CHARGE, c.thresholds.batteryPercent());
    }
    watch(c, EventName.FUEL_LOW, Signal.FUEL_LEVEL, c.thresholds.fuelPercent());
  }

  /** An empty battery is a hybrid's daily bread; an engine that only charges is none of its own. */
  private static boolean plugInHybrid(VehicleStatus status) {
    return status.hasBattery() && status.hasTank() && !status.is(Signal.RANGE_EXTENDER);
  }

  private static void watch(Comparison c, EventName name, Signal<Double> signal, int threshold) {
    double level = c.after.get(signal).orElse(100.0);
    boolean low = level < threshold;
    boolean unrecovered = level < threshold + RECOVERY_PERCENT;
    if (c.begins(name.name(), low, unrecovered) && c.became(signal, now -> now < threshold)) {
      c.tell(Event.of(name));
    }
  }

  private LevelRule() {}
}
