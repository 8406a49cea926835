package io.github.iremote.event;

import java.time.Duration;

/**
 * From when on something is worth telling; charge and fuel levels in percent.
 *
 * @param batteryAsked whether the owner has asked for the battery's: a plug-in hybrid's low battery
 *     is told only then
 */
public record Thresholds(
    int batteryPercent,
    int fuelPercent,
    Duration leftOpen,
    Duration leftUnlocked,
    boolean batteryAsked) {
  public static final Thresholds DEFAULT =
      new Thresholds(20, 10, Duration.ofMinutes(10), Duration.ofMinutes(15), false);
}
