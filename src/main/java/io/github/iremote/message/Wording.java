package io.github.iremote.message;

import io.github.iremote.event.Event;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** How events and statuses are put into words, in the owner's unit and time zone. */
public record Wording(Distance.Unit unit, Supplier<ZoneId> zone) {
  private static final String DATE = "d MMM yyyy";

  /** What happened, in a few words: {@code Car Opened: trunk}. */
  public String headline(Event event) {
    return switch (event.name()) {
      case CHARGING_FINISHED -> event.title() + commaSeparated(" ", event.items());
      case PARKED, DRIVING -> event.title();
      default -> event.title() + commaSeparated(": ", event.items());
    };
  }

  private static String commaSeparated(String start, List<String> items) {
    return items.isEmpty() ? "" : start + String.join(", ", items);
  }

  /** What is known beyond the headline: {@code 12 km driven, 6 % of the battery used}. */
  public Optional<String> detail(Event event, Instant now) {
    List<String> details = new ArrayList<>();
    event.distance().ifPresent(driven -> details.add(distance(driven) + " driven"));
    event
        .batteryUsed()
        .ifPresent(percent -> details.add(percent(percent) + " of the battery used"));
    event.since().ifPresent(since -> details.add("since " + time(since, now)));
    return details.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", details));
  }

  /** Headline and detail together. */
  public String sentence(Event event, Instant now) {
    return headline(event) + detail(event, now).map(detail -> ", " + detail).orElse("");
  }

  /** Energy and range in short, each where the car has it: {@code ["79 %", "88 km"]}. */
  public List<String> levels(VehicleStatus status) {
    boolean electric = status.hasBattery();
    List<String> levels = new ArrayList<>();
    status
        .get(electric ? Signal.STATE_OF_CHARGE : Signal.FUEL_LEVEL)
        .ifPresent(level -> levels.add(percent(level)));
    status
        .get(electric ? Signal.ELECTRIC_RANGE : Signal.FUEL_RANGE)
        .ifPresent(range -> levels.add(distance(range)));
    return levels;
  }

  public String distance(Distance distance) {
    return Math.round(distance.in(unit)) + " " + unit.label();
  }

  /** A range as {@code 88 km : 79%}, or the half of it that is known. */
  public Optional<String> range(Optional<Distance> range, Optional<Double> level) {
    Optional<String> percent = level.map(value -> Math.round(value) + "%");
    return range
        .map(value -> distance(value) + percent.map(text -> " : " + text).orElse(""))
        .or(() -> percent);
  }

  public static String percent(double value) {
    return Math.round(value) + " %";
  }

  public static String hoursAndMinutes(Duration duration) {
    return twoDigits(duration.toHours()) + ":" + twoDigits(duration.toMinutesPart());
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }

  /** A time of day; with the date where that is not today. */
  public String time(Instant time, Instant now) {
    ZonedDateTime local = time.atZone(zone.get());
    boolean today = local.toLocalDate().equals(now.atZone(zone.get()).toLocalDate());
    String clock = twoDigits(local.getHour()) + ":" + twoDigits(local.getMinute());
    return today
        ? clock
        : clock + ", " + DateTimeFormatter.ofPattern(DATE, Locale.ENGLISH).format(local);
  }
}
