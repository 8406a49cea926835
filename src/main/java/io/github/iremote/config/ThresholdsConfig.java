package io.github.iremote.config;

import io.github.iremote.config.section.Numbers;
import io.github.iremote.config.section.Section;
import io.github.iremote.event.Thresholds;
import java.time.Duration;

/** {@code thresholds}: from when on something is worth telling. */
final class ThresholdsConfig {

  static Thresholds from(Section section) {
    section.only("batteryPercent", "fuelPercent", "leftOpenMinutes", "leftUnlockedMinutes");
    Thresholds standard = Thresholds.DEFAULT;
    return new Thresholds(
        Numbers.integer(section, "batteryPercent", standard.batteryPercent(), 0, 100),
        Numbers.integer(section, "fuelPercent", standard.fuelPercent(), 0, 100),
        minutes(section, "leftOpenMinutes", standard.leftOpen()),
        minutes(section, "leftUnlockedMinutes", standard.leftUnlocked()),
        section.has("batteryPercent"));
  }

  private static Duration minutes(Section section, String key, Duration standard) {
    return Duration.ofMinutes(Numbers.integer(section, key, (int) standard.toMinutes(), 1, 10_000));
  }

  private ThresholdsConfig() {}
}
