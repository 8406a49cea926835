package io.github.iremote.config;

import io.github.iremote.config.section.Numbers;
import io.github.iremote.config.section.Section;
import io.github.iremote.history.derived.Tariff;
import io.github.iremote.json.Times;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of cars, what charging costs, and whether the figures are told.
 *
 * @param kept whether readings and events are kept in {@code history/}
 */
public record HistoryConfig(boolean kept, Optional<Tariff> tariff, Optional<Period> report) {

  /** After how long the figures are told. */
  public enum Period {
    WEEKLY,
    MONTHLY
  }

  static HistoryConfig from(Section top) {
    return new HistoryConfig(
        top.flag("history", true),
        top.section("tariff").map(HistoryConfig::tariff),
        top.oneOf("report", Map.of("weekly", Period.WEEKLY, "monthly", Period.MONTHLY)));
  }

  private static Tariff tariff(Section section) {
    section.only("currency", "prices");
    List<Tariff.Price> prices = new ArrayList<>();
    for (Section price : section.sections("prices")) {
      price.only("from", "perKilowattHour", "hours");
      prices.add(
          new Tariff.Price(
              firstDay(price),
              price.string("hours").map(text -> hours(price, text)),
              Numbers.notNegative(price, "perKilowattHour")
                  .orElseThrow(() -> price.complaint("perKilowattHour", "is missing"))));
    }
    section.require(!prices.isEmpty(), "prices", "expected at least one price");
    return new Tariff(section.required("currency"), prices);
  }

  private static LocalDate firstDay(Section price) {
    try {
      return price.string("from").map(Times::date).orElse(LocalDate.EPOCH);
    } catch (DateTimeException e) {
      throw price.complaint("from", "expected a date such as 2026-01-31");
    }
  }

  private static Tariff.Hours hours(Section price, String text) {
    try {
      String[] ends = text.split("-", 2);
      return new Tariff.Hours(LocalTime.parse(ends[0].trim()), LocalTime.parse(ends[1].trim()));
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw price.complaint("hours", "expected hours of the day such as 22:00-06:00");
    }
  }
}
