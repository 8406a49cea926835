package io.github.iremote.message.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.config.QuietHours;
import io.github.iremote.event.EventName;
import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterWording;
import io.github.iremote.message.Message;
import io.github.iremote.message.Wording;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Statuses;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that wait: {@code a@21:00 B@22:30}, urgent ones in capitals; times are in UTC. */
class OutboxTest {
  private static final ZoneId ZONE = ZoneId.of("UTC");
  private static final LetterWording WORDING =
      new LetterWording(new Wording(Distance.Unit.KM, () -> ZONE), false);

  @ParameterizedTest
  @CsvSource({
    // over midnight
    "22:00, 07:00, 21:59, false",
    "22:00, 07:00, 22:00, true",
    "22:00, 07:00, 23:59:59, true",
    "22:00, 07:00, 00:00, true",
    "22:00, 07:00, 06:59:59, true",
    "22:00, 07:00, 07:00, false",
    // within a day, until midnight, and all but an hour
    "12:00, 14:00, 11:59, false",
    "12:00, 14:00, 13:00, true",
    "12:00, 14:00, 14:00, false",
    "20:00, 00:00, 23:59, true",
    "20:00, 00:00, 00:00, false",
    "08:00, 07:00, 07:30, false"
  })
  void hours_are_quiet_from_and_until(String from, String to, String now, boolean quiet) {
    assertEquals(quiet, hours(from, to).contain(Statuses.at(now)));
  }

  @Test
  void hours_are_quiet_by_the_owners_clock() {
    QuietHours hours =
        new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), () -> ZoneId.of("Europe/Berlin"));
    assertEquals(true, hours.contain(Statuses.at("21:30")));
    assertEquals(false, hours.contain(Statuses.at("06:30")));
  }

  @ParameterizedTest
  @CsvSource({
    "a@21:00 b@21:05, 21:10, a",
    "a@21:00 B@21:05, 21:10, a",
    "a@21:00 B@21:05 C@21:06, 22:10, B",
    "a@21:00 b@21:05, 22:10,",
    "a@21:00 b@22:05, 07:00+1, a",
    "'', 12:00,"
  })
  void in_order_but_at_night_only_what_is_urgent(String waiting, String now, String next) {
    Optional<Letter> found = night().next(messages(waiting), Statuses.at(now));
    assertEquals(next, found.map(OutboxTest::name).orElse(null));
  }

  @Test
  void without_quiet_hours_the_first_is_next() {
    Outbox outbox = new Outbox(Optional.empty());
    List<Letter> waiting = messages("a@21:00 B@21:05");
    assertEquals("a", name(outbox.next(waiting, Statuses.at("23:00")).orElseThrow()));
    assertEquals(waiting, outbox.folded(waiting, Statuses.at("23:00")));
  }

  /** What the night has held back is one message in the morning. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a@22:10 b@23:00 c@06:00+1 | 06:59+1 | a / b / c",
        "a@22:10 b@23:00 c@06:00+1 | 07:00+1 | a · as of 22:10, 10 Mar 2024~b · as of 23:00, 10 Mar 2024~c · as of 06:00",
        "a@21:00 b@22:10 C@23:00 d@23:05 e@08:00+1 | 08:00+1 | a / b · as of 22:10, 10 Mar 2024~d · as of 23:05, 10 Mar 2024 / C / e",
        "a@22:10 B@23:00           | 07:00+1 | a / B",
        "a@21:00 b@21:30           | 21:40   | a / b"
      })
  void a_night_is_one_message(String waiting, String now, String expected) {
    List<Letter> folded = night().folded(messages(waiting), Statuses.at(now));
    assertEquals(expected.replace('~', '\n'), texts(folded, Statuses.at(now)));
    assertEquals(folded, night().folded(folded, Statuses.at(now)), "folded twice");
  }

  @Test
  void a_folded_letter_has_the_time_of_its_first_and_the_fields_of_its_last_message() {
    Letter folded = night().folded(messages("a@22:10 b@23:00"), Statuses.at("07:00+1")).get(0);
    assertEquals(Statuses.at("22:10"), folded.at());
    assertEquals(false, folded.cannotWait());
    assertEquals("b", folded.newest().sentence().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 19, 20})
  void up_to_20_messages_wait_as_they_are(int count) {
    List<Letter> waiting = many("m", count);
    assertEquals(waiting, night().folded(waiting, Statuses.at("20:00")));
  }

  @Test
  void the_oldest_of_more_than_20_become_one() {
    List<Letter> folded = night().folded(many("m", 21), Statuses.at("12:30"));
    assertEquals(15, folded.size());
    assertEquals(
        "m1 · as of 12:00|m2 · as of 12:00|m3 · as of 12:00|m4 · as of 12:00|m5 · as of 12:00"
            + "|m6 · as of 12:00|m7 · as of 12:00",
        text(folded.get(0), Statuses.at("12:30")).replace('\n', '|'));
    assertEquals("m8", name(folded.get(1)));
    assertEquals("m21", name(folded.get(14)));
  }

  @Test
  void what_is_urgent_is_folded_only_with_its_like_and_only_when_too_much_waits() {
    List<Letter> few = many("M", 20);
    assertEquals(few, night().folded(few, Statuses.at("12:30")));
    List<Letter> urgent = night().folded(many("M", 30), Statuses.at("12:30"));
    assertEquals(15, urgent.size());
    assertEquals(16, urgent.get(0).messages().size());
    List<Letter> mixed = new ArrayList<>(many("M", 2));
    mixed.addAll(many("m", 25));
    List<Letter> folded = night().folded(mixed, Statuses.at("12:30"));
    assertEquals(15, folded.size());
    assertEquals("M1 / M2", names(folded.subList(0, 2)));
    assertEquals(13, folded.get(2).messages().size());
  }

  /** A month of outage with a message every twenty minutes, urgent or not. */
  @ParameterizedTest
  @ValueSource(strings = {"m", "M"})
  void an_outage_leaves_no_flood_and_loses_nothing(String name) {
    List<Letter> waiting = outage(name, 2000);
    assertEquals(true, waiting.size() <= 120, "letters waiting: " + waiting.size());
    for (Letter letter : waiting) {
      assertEquals(true, letter.messages().size() <= 45, "lines: " + letter.messages().size());
      assertEquals(0, letter.leftOut());
    }
    assertEquals(2000, waiting.stream().mapToInt(letter -> letter.messages().size()).sum());
  }

  @Test
  void an_outage_of_a_year_says_how_much_it_has_left_out() {
    List<Letter> waiting = outage("m", 8_000);
    int told = waiting.stream().mapToInt(letter -> letter.messages().size()).sum();
    int leftOut = waiting.stream().mapToInt(Letter::leftOut).sum();
    assertEquals(8_000, told + leftOut);
    assertEquals(true, told < 4000, "messages waiting: " + told);
    assertEquals(leftOut, waiting.get(0).leftOut());
    assertEquals(
        leftOut + " messages before these were left out: too many have waited",
        text(waiting.get(0), Statuses.at("12:30")).lines().findFirst().orElseThrow());
  }

  private static List<Letter> outage(String name, int messages) {
    List<Letter> waiting = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      waiting.add(letter(name + i, "12:00"));
      waiting = new ArrayList<>(night().folded(waiting, Statuses.at("12:30")));
    }
    return waiting;
  }

  @ParameterizedTest
  @CsvSource({
    "a@12:00, 13:00, a",
    "a@12:00, 13:01, a · as of 12:00",
    "a@12:00, 13:01+1, 'a · as of 12:00, 10 Mar 2024'"
  })
  void a_late_message_says_from_when_it_is(String message, String now, String expected) {
    assertEquals(expected, text(messages(message).get(0), Statuses.at(now)));
  }

  private static QuietHours hours(String from, String to) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), () -> ZONE);
  }

  private static Outbox night() {
    return new Outbox(Optional.of(hours("22:00", "07:00")));
  }

  private static List<Letter> messages(String text) {
    List<Letter> letters = new ArrayList<>();
    for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
      String[] parts = word.split("@");
      letters.add(letter(parts[0], parts[1]));
    }
    return letters;
  }

  private static List<Letter> many(String name, int count) {
    List<Letter> letters = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      letters.add(letter(name + i, "12:00"));
    }
    return letters;
  }

  private static Letter letter(String name, String time) {
    EventName event = Character.isUpperCase(name.charAt(0)) ? EventName.TROUBLE : EventName.LOCKED;
    return Letter.of("slack", Message.ofProgram(event, name, Statuses.at(time)));
  }

  private static String name(Letter letter) {
    return letter.newest().sentence().orElseThrow();
  }

  private static String names(List<Letter> letters) {
    return String.join(" / ", letters.stream().map(OutboxTest::name).toList());
  }

  /** Its lines without the title of their event. */
  private static String text(Letter letter, Instant now) {
    List<String> lines = WORDING.of(letter, now).lines().stream().map(line -> line.text()).toList();
    return String.join("\n", lines).replace("Car Locked · ", "").replace("Trouble · ", "");
  }

  private static String texts(List<Letter> letters, Instant now) {
    return String.join(
        " / ",
        letters.stream()
            .map(letter -> letter.folded() ? text(letter, now) : name(letter))
            .toList());
  }
}
