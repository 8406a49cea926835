package io.github.iremote.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.Failure;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.message.phrases.Phrases;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.Wheel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language there is a table of: nothing is missing in it, and its words are its own. */
class LanguagesTest {
  private static final Pattern TABLE = Pattern.compile("phrases_([a-z]+)\\.properties");
  private static final Wording GERMAN = german(Map.of());

  /** What a language need not have. */
  private static final Set<String> OPTIONAL =
      Set.of("format.decimal", "format.thousands", "format.due2", "format.due3");

  private static Wording german(Map<String, String> own) {
    return new Wording(Phrases.of("de", own), Distance.Unit.KM, () -> ZoneId.of("Europe/Berlin"));
  }

  static List<String> languages() throws IOException {
    List<String> languages = new ArrayList<>(List.of("en"));
    try (Stream<Path> files = Files.list(Path.of("src/main/resources"))) {
      for (Path file : files.toList()) {
        var name = TABLE.matcher(file.getFileName().toString());
        languages.addAll(name.matches() ? List.of(name.group(1)) : List.of());
      }
    }
    assertTrue(languages.contains("de"), languages.toString());
    return languages;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void no_phrase_is_missing_and_none_too_many(String language) {
    Set<String> english = new TreeSet<>(Phrases.english().keys());
    Set<String> keys = new TreeSet<>(Phrases.of(language, Map.of()).keys());
    keys.removeAll(OPTIONAL);
    assertEquals(english, keys);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_phrase_has_the_places_of_the_english_one(String language) {
    Phrases phrases = Phrases.of(language, Map.of());
    for (String key : Phrases.english().keys()) {
      boolean known = key.equals("RECOVERED.sentence"); // is always the same
      for (int i = 0; i < 3 && !known; i++) {
        String place = "{" + i + "}";
        assertEquals(
            Phrases.english().get(key).contains(place), phrases.get(key).contains(place), key);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_event_opening_wheel_and_fact_has_words(String language) {
    Phrases phrases = Phrases.of(language, Map.of());
    Stream.of(EventName.values()).forEach(name -> phrases.get(name.name()));
    Stream.of(Opening.values()).forEach(part -> phrases.get("part." + part));
    Stream.of(Wheel.values()).forEach(wheel -> phrases.get("wheel." + wheel));
    Stream.of(Item.Fact.values()).forEach(fact -> phrases.get("fact." + fact));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "999      | 999 km",
        "1000     | 1.000 km",
        "38807    | 38.807 km",
        "1234567  | 1.234.567 km"
      })
  void germans_set_thousands_apart(double kilometres, String expected) {
    assertEquals(expected, GERMAN.distance(Distance.ofKilometres(kilometres)));
  }

  @Test
  void times_and_percentages_are_written_as_germans_do() {
    Instant now = Statuses.at("12:00");
    assertEquals("13:00 Uhr", GERMAN.time(now, now));
    assertEquals("9. März 2024, 13:00 Uhr", GERMAN.time(now.minusSeconds(86_400), now));
    assertEquals(
        "88 km : 79 %",
        GERMAN.range(Optional.of(Distance.ofKilometres(88)), Optional.of(79.0)).orElseThrow());
  }

  static List<Object[]> events() {
    return List.of(
        new Object[] {
          Event.of(EventName.PARKED, Item.Fact.LOCKED)
              .after(Optional.of(Distance.ofKilometres(12.4)), Optional.of(5.6)),
          "Auto geparkt und verriegelt, 12 km gefahren, 6 % des Akkus verbraucht"
        },
        new Object[] {
          Event.of(EventName.LEFT_OPEN, new Item.Part(Opening.TRUNK)).since(Statuses.at("10:03")),
          "Auto steht offen: Kofferraum, seit 11:03 Uhr"
        },
        new Object[] {
          Event.of(EventName.TYRE_PRESSURE, new Item.Tyre(Wheel.REAR_LEFT, 40.4)),
          "Reifendruck zu niedrig: hinten links 40 kPa unter Soll"
        },
        new Object[] {
          Event.of(EventName.ARRIVED, new Item.At("Zuhause"), Item.Fact.LOCKED),
          "Angekommen und verriegelt: Zuhause"
        });
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_is_a_german_sentence(Event event, String expected) {
    assertEquals(expected, GERMAN.sentence(event, Statuses.at("12:00")));
  }

  @Test
  void single_phrases_may_be_the_owners() {
    Wording wording = german(Map.of("LOCKED", "Alles zu"));
    assertEquals("Alles zu", wording.headline(Event.of(EventName.LOCKED)));
    assertEquals("Auto entriegelt", wording.headline(Event.of(EventName.UNLOCKED)));
    assertThrows(Failure.BadConfig.class, () -> german(Map.of("LOKED", "Alles zu")));
  }
}
