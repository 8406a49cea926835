package io.github.iremote.event;

import io.github.iremote.vehicle.Signal;

/** Says when battery or tank run low: once, until they have recovered well above the threshold. */
final class LevelRule {
  private static final double RECOVERY_PERCENT = 5;

  static void apply(Comparison c) {
    watch(c, EventName.BATTERY_LOW, Signal.STATE_OF_CHARGE, c.thresholds.batteryPercent());
    watch(c, EventName.FUEL_LOW, Signal.FUEL_LEVEL, c.thresholds.fuelPercent());
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
