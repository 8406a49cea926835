package io.github.iremote.event;

import java.time.Duration;

/** From when on something is worth telling; charge and fuel levels in percent. */
public record Thresholds(
    int batteryPercent, int fuelPercent, Duration leftOpen, Duration leftUnlocked) {
  public static final Thresholds DEFAULT =
      new Thresholds(20, 10, Duration.ofMinutes(10), Duration.ofMinutes(15));
}
