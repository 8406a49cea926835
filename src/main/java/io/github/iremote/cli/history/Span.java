package io.github.iremote.cli.history;

import io.github.iremote.Failure;
import io.github.iremote.cli.Options;
import io.github.iremote.json.Times;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * The time that is asked for.
 *
 * @param title what it is called
 * @param month whether it is a whole month
 * @param chosen whether it was named
 */
record Span(Instant from, Instant to, String title, boolean month, boolean chosen) {
  /** Of what is later nothing can be known. */
  private static final Duration LATEST = Duration.ofDays(366);

  private static final Duration LONGEST_PICTURE = Duration.ofDays(8);

  /** The last 24 hours, unless the options name something else. */
  static Span of(ParseResult options, ZoneId zone, Instant now) {
    boolean whole = options.commandSpec().findOption("--day") != null;
    Optional<String> day = whole ? Options.text(options, "--day") : Optional.empty();
    Optional<String> month = whole ? Options.text(options, "--month") : Optional.empty();
    Optional<String> from = Options.text(options, "--from");
    Optional<String> to = Options.text(options, "--to");
    boolean ends = from.isPresent() || to.isPresent();
    if ((day.isPresent() ? 1 : 0) + (month.isPresent() ? 1 : 0) + (ends ? 1 : 0) > 1) {
      throw new Failure.BadConfig("give --day, --month, or --from and --to: only one of them");
    }
    if (day.isPresent()) {
      return day(date("--day", day.get(), zone, now), zone);
    }
    if (month.isPresent()) {
      return month(month(month.get(), zone, now), zone);
    }
    return ends ? between(from, to, zone, now) : last24Hours(now);
  }

  private static Span last24Hours(Instant now) {
    return new Span(now.minus(Duration.ofHours(24)), now, "the last 24 hours", false, false);
  }

  static Span day(LocalDate day, ZoneId zone) {
    return new Span(start(day, zone), start(day.plusDays(1), zone), words(day), false, true);
  }

  /** Java's own names of days and months come with the calendars of the world, which take time. */
  private static String words(LocalDate day) {
    return name(day.getDayOfWeek()) + ", " + day.getDayOfMonth() + " " + words(YearMonth.from(day));
  }

  private static String words(YearMonth month) {
    return name(month.getMonth()) + " " + month.getYear();
  }

  private static String name(Enum<?> constant) {
    return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
  }

  static Span month(YearMonth month, ZoneId zone) {
    return new Span(
        start(month.atDay(1), zone),
        start(month.plusMonths(1).atDay(1), zone),
        words(month),
        true,
        true);
  }

  /** Both ends belong to it. */
  private static Span between(
      Optional<String> from, Optional<String> to, ZoneId zone, Instant now) {
    Instant start =
        from.map(text -> start(date("--from", text, zone, now), zone)).orElse(Instant.EPOCH);
    Instant end =
        to.map(text -> start(date("--to", text, zone, now).plusDays(1), zone)).orElse(now);
    start = start.isBefore(Instant.EPOCH) ? Instant.EPOCH : start;
    end = end.isAfter(now.plus(LATEST)) ? now.plus(LATEST) : end;
    if (!start.isBefore(end)) {
      throw new Failure.BadConfig("--from must be before --to");
    }
    String title =
        from.map(text -> "from " + text + " ").orElse("") + to.map(text -> "to " + text).orElse("");
    return new Span(start, end, title.trim(), false, true);
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static LocalDate date(String option, String text, ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    try {
      return switch (text) {
        case "today" -> today;
        case "yesterday" -> today.minusDays(1);
        default -> Times.date(text);
      };
    } catch (DateTimeException e) {
      throw new Failure.BadConfig(
          option + " " + text + " is no date: expected one such as 2026-01-31, today or yesterday");
    }
  }

  private static YearMonth month(String text, ZoneId zone, Instant now) {
    YearMonth current = YearMonth.from(now.atZone(zone));
    try {
      return switch (text) {
        case "this" -> current;
        case "last" -> current.minusMonths(1);
        default -> YearMonth.from(Times.date(text + "-01"));
      };
    } catch (DateTimeException e) {
      throw new Failure.BadConfig(
          "--month " + text + " is no month: expected one such as 2026-01, this or last");
    }
  }

  /** This one if it was named, else the other. */
  Span or(Span standard) {
    return chosen ? this : standard;
  }

  /** Whether it is short enough for every reading to be seen. */
  boolean picturable() {
    return Duration.between(from, to).compareTo(LONGEST_PICTURE) <= 0;
  }
}
