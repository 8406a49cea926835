package io.github.iremote.config;

import io.github.iremote.config.section.Numbers;
import io.github.iremote.config.section.Section;
import io.github.iremote.event.KnownPlace;
import io.github.iremote.event.Reminder;
import io.github.iremote.event.Reminders;
import io.github.iremote.vehicle.Position;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where messages go and what they say.
 *
 * @param to every place, {@code slack} first
 * @param words single phrases in the owner's own words
 * @param places where the car may be, by name
 */
public record MessagesConfig(
    List<PlaceConfig> to,
    String language,
    Map<String, String> words,
    List<KnownPlace> places,
    List<Reminder> reminders) {

  static MessagesConfig from(
      Section top,
      Optional<SlackConfig> slack,
      List<VehicleConfig> cars,
      Optional<QuietHours> quiet,
      Supplier<ZoneId> zone) {
    List<KnownPlace> places = places(top);
    return new MessagesConfig(
        to(top, slack, cars, quiet, zone),
        language(top),
        words(top),
        places,
        reminders(top, places));
  }

  public Reminders reminding(Supplier<ZoneId> zone) {
    return new Reminders(reminders, places, zone);
  }

  private static List<PlaceConfig> to(
      Section top,
      Optional<SlackConfig> slack,
      List<VehicleConfig> cars,
      Optional<QuietHours> quiet,
      Supplier<ZoneId> zone) {
    List<PlaceConfig> to = new ArrayList<>();
    slack.ifPresent(config -> to.add(PlaceConfig.of(config, quiet)));
    for (Section entry : top.sections("notify")) {
      PlaceConfig place = PlaceConfig.from(entry, quiet, zone);
      entry.require(
          to.stream().noneMatch(other -> other.name().equalsIgnoreCase(place.name())),
          "name",
          "expected a name of its own: another place is called " + place.name());
      known(entry, place.cars(), cars);
      to.add(place);
    }
    return to;
  }

  /** A car that is none is a typo, as far as every car's name is known here. */
  private static void known(Section entry, List<String> wanted, List<VehicleConfig> cars) {
    boolean namesAreKnown = !cars.isEmpty() && cars.stream().allMatch(c -> c.name().isPresent());
    for (String car : namesAreKnown ? wanted : List.<String>of()) {
      entry.require(
          cars.stream()
              .anyMatch(c -> c.vin().equalsIgnoreCase(car) || c.name().get().equalsIgnoreCase(car)),
          "cars",
          "expected names or VINs of vehicles; " + car + " is none");
    }
  }

  private static String language(Section top) {
    String language = top.string("language").orElse("en");
    top.require(
        language.equals("en")
            || language.matches("[a-z]{2,3}")
                && MessagesConfig.class.getResource("/phrases_" + language + ".properties") != null,
        "language",
        "expected a language that there are messages in: en or de");
    return language;
  }

  private static Map<String, String> words(Section top) {
    Map<String, String> words = new LinkedHashMap<>();
    top.section("words")
        .ifPresent(section -> section.keys().forEach(key -> words.put(key, section.words(key))));
    return words;
  }

  private static List<KnownPlace> places(Section top) {
    List<KnownPlace> places = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section section : top.sections("places")) {
      section.only("name", "latitude", "longitude", "radiusMetres");
      top.require(top.flag("location"), "places", "expected \"location\": true beside it");
      String name = section.required("name").trim();
      section.require(names.add(name), "name", "expected a name of its own");
      places.add(
          new KnownPlace(
              name,
              new Position(degrees(section, "latitude", 90), degrees(section, "longitude", 180)),
              Numbers.between(section, "radiusMetres", 10, 100_000).orElse(150.0)));
    }
    return places;
  }

  private static double degrees(Section section, String key, double most) {
    return Numbers.between(section, key, -most, most)
        .orElseThrow(() -> section.complaint(key, "is missing"));
  }

  private static List<Reminder> reminders(Section top, List<KnownPlace> places) {
    List<Reminder> reminders = new ArrayList<>();
    for (Section section : top.sections("reminders")) {
      section.only("at", "days", "batteryBelow", "place");
      Optional<String> place = section.string("place");
      section.require(
          place.isEmpty() || places.stream().anyMatch(p -> p.name().equals(place.get())),
          "place",
          "expected the name of one of places");
      reminders.add(
          new Reminder(
              time(section),
              Days.in(section, "days"),
              Numbers.integer(section, "batteryBelow", 100, 1, 100),
              place));
    }
    return reminders;
  }

  private static LocalTime time(Section section) {
    try {
      return LocalTime.parse(section.required("at"));
    } catch (DateTimeException e) {
      throw section.complaint("at", "expected a time of day such as 21:30");
    }
  }
}
