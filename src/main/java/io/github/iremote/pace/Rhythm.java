package io.github.iremote.pace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When one car was and will be asked.
 *
 * @param rest the time in which it is left alone
 * @param outlook what is expected of it since the last look
 * @param failures how many fetches in a row have come to nothing
 */
record Rhythm(Wait rest, Habits habits, Outlook outlook, int failures) {

  /** A car that has just been met: due at once. */
  static Rhythm unknown(Instant now) {
    return new Rhythm(new Wait(now, now), Habits.unknown(now), Outlook.unknown(now), 0);
  }

  Rhythm until(Instant due, Instant now) {
    return new Rhythm(new Wait(now, due), habits, outlook, failures);
  }

  JsonNode toJson() {
    List<String> numbers = habits.perMille().stream().map(String::valueOf).toList();
    ObjectNode json =
        Json.object()
            .put("decided", rest.from().toString())
            .put("nextFetch", rest.until().toString())
            .put("failures", failures)
            .put("looked", outlook.looked().toString())
            .put("active", outlook.active().toString())
            .put("driving", outlook.driving())
            .put("atHand", outlook.atHand());
    outlook.appointment().ifPresent(time -> json.put("appointment", time.toString()));
    return json.put("learntUntil", habits.learntUntil().toString())
        .put("habits", String.join(" ", numbers));
  }

  static Rhythm fromJson(JsonNode json) {
    List<Integer> numbers =
        Stream.of(json.path("habits").asText().split(" ")).map(Integer::valueOf).toList();
    if (numbers.size() == 48) {
      numbers = halved(numbers);
    }
    Instant decided = time(json, "decided");
    return new Rhythm(
        new Wait(decided, time(json, "nextFetch")),
        new Habits(time(json, "learntUntil"), numbers),
        new Outlook(
            json.has("looked") ? time(json, "looked") : decided,
            json.has("active") ? time(json, "active") : Instant.EPOCH,
            json.path("driving").asBoolean(),
            json.path("atHand").asBoolean(),
            json.has("appointment") ? Optional.of(time(json, "appointment")) : Optional.empty()),
        json.path("failures").asInt());
  }

  /** The habits of the version before were by the hour. */
  private static List<Integer> halved(List<Integer> hours) {
    List<Integer> halves = new ArrayList<>();
    for (Integer number : hours) {
      halves.add(number);
      halves.add(number);
    }
    return halves;
  }

  private static Instant time(JsonNode json, String name) {
    return Times.parse(json.path(name).asText());
  }
}
