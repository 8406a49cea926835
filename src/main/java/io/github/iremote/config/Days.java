package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads days of the week: {@code Mon-Fri}, {@code Sat,Sun}, {@code Fri-Mon,Wed}. */
final class Days {
  private static final List<String> NAMES =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  static Set<DayOfWeek> in(Section section, String key) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : section.string(key).orElse("Mon-Sun").split(",")) {
      String[] ends = part.trim().split("-", -1);
      int from = NAMES.indexOf(ends[0].trim());
      int to = NAMES.indexOf(ends[ends.length - 1].trim());
      section.require(
          ends.length <= 2 && from >= 0 && to >= 0,
          key,
          "expected days such as Mon-Fri or Sat,Sun");
      for (int day = from; days.add(DayOfWeek.of(day + 1)) && day != to; day = (day + 1) % 7) {}
      days.add(DayOfWeek.of(to + 1));
    }
    return days;
  }

  private Days() {}
}
