package io.github.iremote.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.config.QuietHours;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Statuses;
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
  private static final Wording WORDING = new Wording(Distance.Unit.KM, () -> ZONE);

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
    Optional<Pending> found = night().next(messages(waiting), Statuses.at(now));
    assertEquals(next, found.map(Pending::text).orElse(null));
  }

  @Test
  void without_quiet_hours_the_first_is_next() {
    Outbox outbox = new Outbox(Optional.empty(), WORDING);
    List<Pending> waiting = messages("a@21:00 B@21:05");
    assertEquals("a", outbox.next(waiting, Statuses.at("23:00")).orElseThrow().text());
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
    List<Pending> folded = night().folded(messages(waiting), Statuses.at(now));
    assertEquals(expected.replace('~', '\n'), texts(folded));
    assertEquals(folded, night().folded(folded, Statuses.at(now)), "folded twice");
  }

  @Test
  void a_folded_message_has_the_time_of_its_first_and_the_fields_of_its_last_part() {
    Pending folded = night().folded(messages("a@22:10 b@23:00"), Statuses.at("07:00+1")).get(0);
    assertEquals(Statuses.at("22:10"), folded.at());
    assertEquals(false, folded.urgent());
    assertEquals("[{\"fallback\":\"b\"}]", Json.line(folded.message().path("attachments")));
    assertEquals(folded.message(), night().dated(folded, Statuses.at("12:00+1")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 19, 20})
  void up_to_20_messages_wait_as_they_are(int count) {
    List<Pending> waiting = many("m", count);
    assertEquals(waiting, night().folded(waiting, Statuses.at("20:00")));
  }

  @Test
  void the_oldest_of_more_than_20_become_one() {
    List<Pending> folded = night().folded(many("m", 21), Statuses.at("12:30"));
    assertEquals(15, folded.size());
    assertEquals(7, folded.get(0).text().split("\n").length);
    assertEquals("m1 · as of 12:00", folded.get(0).text().split("\n")[0]);
    assertEquals("m8", folded.get(1).text());
    assertEquals("m21", folded.get(14).text());
  }

  @Test
  void what_is_urgent_is_never_folded() {
    List<Pending> urgent = many("M", 30);
    assertEquals(urgent, night().folded(urgent, Statuses.at("12:30")));
    List<Pending> mixed = new ArrayList<>(many("M", 2));
    mixed.addAll(many("m", 25));
    List<Pending> folded = night().folded(mixed, Statuses.at("12:30"));
    assertEquals(15, folded.size());
    assertEquals("M1 / M2", texts(folded.subList(0, 2)));
    assertEquals(13, folded.get(2).text().split("\n").length);
  }

  /** Weeks of outage: what waits stays bounded, and so does every message. */
  @Test
  void an_outage_leaves_no_flood() {
    List<Pending> waiting = new ArrayList<>();
    int told = 0;
    for (int i = 0; i < 2000; i++) {
      waiting.add(message("*My i3*: Car Parked and Locked · 79 % · 88 km, " + i, "12:00"));
      waiting = new ArrayList<>(night().folded(waiting, Statuses.at("12:30")));
      told = Math.max(told, waiting.stream().mapToInt(p -> p.text().length()).max().orElse(0));
      assertEquals(true, waiting.size() <= 20 + i / 20, "messages waiting: " + waiting.size());
    }
    assertEquals(true, told < 4000, "longest text: " + told);
    long lines = waiting.stream().mapToLong(p -> p.text().lines().count()).sum();
    assertEquals(2000, lines, "nothing is lost");
  }

  @ParameterizedTest
  @CsvSource({
    "a@12:00, 13:00, a",
    "a@12:00, 13:01, a · as of 12:00",
    "a@12:00, 13:01+1, 'a · as of 12:00, 10 Mar 2024'",
    "a_as_of_11:00@12:00, 14:00, a as of 11:00"
  })
  void a_late_message_says_from_when_it_is(String message, String now, String expected) {
    Pending pending = messages(message).get(0);
    ObjectNode before = pending.message().deepCopy();
    assertEquals(expected, night().dated(pending, Statuses.at(now)).path("text").asText());
    assertEquals(before, pending.message(), "what is saved stays as it was");
  }

  private static QuietHours hours(String from, String to) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), () -> ZONE);
  }

  private static Outbox night() {
    return new Outbox(Optional.of(hours("22:00", "07:00")), WORDING);
  }

  private static List<Pending> messages(String text) {
    List<Pending> messages = new ArrayList<>();
    for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
      String[] parts = word.split("@");
      messages.add(message(parts[0].replace('_', ' '), parts[1]));
    }
    return messages;
  }

  private static List<Pending> many(String name, int count) {
    List<Pending> messages = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      messages.add(message(name + i, "12:00"));
    }
    return messages;
  }

  private static Pending message(String text, String time) {
    ObjectNode message = Json.object().put("text", text);
    message.putArray("attachments").addObject().put("fallback", text);
    return new Pending(Statuses.at(time), Character.isUpperCase(text.charAt(0)), message);
  }

  private static String texts(List<Pending> messages) {
    return String.join(" / ", messages.stream().map(Pending::text).toList());
  }
}
