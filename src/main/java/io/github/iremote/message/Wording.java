package io.github.iremote.message;

import io.github.iremote.config.Config;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.message.phrases.Phrases;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How events and figures are put into words, in the owner's language, unit and time zone. */
public record Wording(Phrases phrases, Distance.Unit unit, Supplier<ZoneId> zone) {

  /** In English. */
  public Wording(Distance.Unit unit, Supplier<ZoneId> zone) {
    this(Phrases.english(), unit, zone);
  }

  /** As the owner wants messages to be. */
  public static Wording of(Config config) {
    Phrases phrases = Phrases.of(config.messages().language(), config.messages().words());
    return new Wording(phrases, config.distance(), config.timezone());
  }

  /** What happened, in a few words: {@code Car Opened: trunk}. */
  public String headline(Event event) {
    boolean reason = event.items().stream().anyMatch(item -> item instanceof Item.Reason);
    return switch (event.name()) {
      case CHARGING_FINISHED -> title(event) + commaSeparated(reason ? ": " : " ", event);
      case DRIVING, UPDATE, CHARGING_STARTED -> title(event);
      default -> title(event) + commaSeparated(": ", event);
    };
  }

  private String title(Event event) {
    if (event.name() == EventName.PARKED && event.has(Item.Fact.LOCKED)) {
      return phrases.get("PARKED.locked");
    }
    if (event.name() == EventName.ARRIVED && event.has(Item.Fact.LOCKED)) {
      return phrases.get("ARRIVED.locked");
    }
    if (event.name() == EventName.CHARGING_STARTED && event.has(Item.Fact.CHARGING)) {
      return phrases.get("CHARGING_STARTED.goesOn");
    }
    for (Item item : event.items()) {
      if (event.name() == EventName.UPDATE && item instanceof Item.Reason reason) {
        return ItemWording.plainWords(reason.word());
      }
    }
    return phrases.get(event.name().name());
  }

  private String commaSeparated(String start, Event event) {
    List<String> words = new ArrayList<>();
    for (Item item : event.items()) {
      boolean said = item == Item.Fact.LOCKED;
      said &= event.name() == EventName.PARKED || event.name() == EventName.ARRIVED;
      if (!said) {
        words.add(among(event.name(), item));
      }
    }
    return words.isEmpty() ? "" : start + String.join(", ", words);
  }

  /** One of the things that an event is about, where its title does not say what of them. */
  private String among(EventName event, Item item) {
    boolean watching = event == EventName.WATCHING;
    boolean locked = event == EventName.LOCKED || event.isKindOf(EventName.PARKED);
    if (item instanceof Item.Part && (watching || locked)) {
      return phrases.get("part.open", item(item));
    }
    return watching && item instanceof Item.Demand
        ? phrases.get("battery12v", item(item))
        : item(item);
  }

  /** One of the things that an event is about. */
  public String item(Item item) {
    return new ItemWording(this).of(item);
  }

  /** What is known beyond the headline: {@code 12 km driven, 6 % of the battery used}. */
  public Optional<String> detail(Event event, Instant now) {
    List<String> details = new ArrayList<>();
    event.distance().ifPresent(driven -> details.add(phrases.get("driven", distance(driven))));
    event
        .batteryUsed()
        .ifPresent(percent -> details.add(phrases.get("batteryUsed", percent(percent))));
    event.since().ifPresent(since -> details.add(phrases.get("since", time(since, now))));
    return details.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", details));
  }

  /** Headline and detail together. */
  public String sentence(Event event, Instant now) {
    if (event.past()) {
      String time = event.since().map(since -> time(since, now)).orElse("");
      return phrases.get(event.name() + ".past", time) + commaSeparated(": ", event);
    }
    return headline(event) + detail(event, now).map(detail -> ", " + detail).orElse("");
  }

  /** Energy and range in short, each where the car has it: {@code ["79 %", "88 km"]}. */
  public List<String> levels(VehicleStatus status) {
    List<String> levels = new ArrayList<>();
    status
        .get(status.hasBattery() ? Signal.STATE_OF_CHARGE : Signal.FUEL_LEVEL)
        .ifPresent(level -> levels.add(percent(level)));
    range(status).ifPresent(range -> levels.add(distance(range)));
    return levels;
  }

  /** How far it goes: an empty battery leaves what the engine can do. */
  private static Optional<Distance> range(VehicleStatus status) {
    Optional<Distance> electric = status.get(Signal.ELECTRIC_RANGE);
    if (status.hasBattery() && electric.filter(range -> range.kilometres() < 1).isEmpty()) {
      return electric;
    }
    return status
        .get(Signal.FUEL_RANGE)
        .or(() -> status.get(Signal.TOTAL_RANGE))
        .or(() -> electric);
  }

  public String distance(Distance distance) {
    return number(Math.round(distance.in(unit))) + " " + phrases.get("unit." + unit.label());
  }

  /** A whole number, with its thousands set apart where the language does that. */
  private String number(long number) {
    String digits = Long.toString(number);
    Optional<String> between = phrases.find("format.thousands");
    return between.isEmpty() || digits.length() < 4
        ? digits
        : digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", between.get());
  }

  /** An odometer shows only what has been driven to the end. */
  public String odometer(Distance distance) {
    return number((long) Math.floor(distance.in(unit))) + " " + phrases.get("unit." + unit.label());
  }

  /** A range as {@code 88 km : 79%}, or the half of it that is known. */
  public Optional<String> range(Optional<Distance> range, Optional<Double> level) {
    Optional<String> percent =
        level.map(value -> Math.round(value) + phrases.get("format.percent"));
    return range
        .map(value -> distance(value) + percent.map(text -> " : " + text).orElse(""))
        .or(() -> percent);
  }

  public String percent(double value) {
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
    ZoneId here = zone.get();
    ZonedDateTime local = time.atZone(here);
    String digits = twoDigits(local.getHour()) + ":" + twoDigits(local.getMinute());
    String clock = phrases.get("format.clock", digits);
    return local.toLocalDate().equals(now.atZone(here).toLocalDate())
        ? clock
        : phrases.get("format.dated", clock, date(time));
  }

  public String date(Instant time) {
    return date(LocalDate.ofInstant(time, zone.get()));
  }

  String date(LocalDate day) {
    return DateTimeFormatter.ofPattern(phrases.get("format.date"), phrases.locale()).format(day);
  }

  /** The sign of a currency, where it has one that everybody knows. */
  public static String currency(String name) {
    return Map.of("EUR", "€", "GBP", "£", "USD", "$").getOrDefault(name, name);
  }
}
