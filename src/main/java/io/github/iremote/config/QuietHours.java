package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Supplier;

/** The hours in which only urgent messages are posted; they may span midnight. */
public record QuietHours(LocalTime from, LocalTime to, Supplier<ZoneId> zone) {

  static QuietHours from(Section section, Supplier<ZoneId> zone) {
    section.only("from", "to");
    QuietHours hours = new QuietHours(time(section, "from"), time(section, "to"), zone);
    section.require(!hours.from.equals(hours.to), "to", "expected another time than from");
    return hours;
  }

  public boolean contain(Instant instant) {
    LocalTime time = instant.atZone(zone.get()).toLocalTime();
    boolean afterFrom = !time.isBefore(from);
    boolean beforeTo = time.isBefore(to);
    return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
  }

  private static LocalTime time(Section section, String key) {
    try {
      return LocalTime.parse(section.required(key));
    } catch (DateTimeException e) {
      throw section.complaint(
          key, "expected a time of day such as 22:00, not \"" + section.required(key) + "\"");
    }
  }
}
