package io.github.iremote.pace;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When one car was and will be asked.
 *
 * @param rest the time in which it is left alone
 * @param failures how many fetches in a row have come to nothing
 */
public record Rhythm(Wait rest, Habits habits, int failures) {

  /** A car that has just been met: due at once. */
  public static Rhythm unknown(Instant now) {
    return new Rhythm(new Wait(now, now), Habits.unknown(now), 0);
  }

  public JsonNode toJson() {
    List<String> numbers = habits.perMille().stream().map(String::valueOf).toList();
    return Json.object()
        .put("decided", rest.from().toString())
        .put("nextFetch", rest.until().toString())
        .put("failures", failures)
        .put("learntUntil", habits.learntUntil().toString())
        .put("habits", String.join(" ", numbers));
  }

  public static Rhythm fromJson(JsonNode json) {
    List<Integer> numbers = new ArrayList<>();
    for (String number : json.path("habits").asText().split(" ")) {
      numbers.add(Integer.valueOf(number));
    }
    return new Rhythm(
        new Wait(time(json, "decided"), time(json, "nextFetch")),
        new Habits(time(json, "learntUntil"), numbers),
        json.path("failures").asInt());
  }

  private static Instant time(JsonNode json, String name) {
    return Times.parse(json.path(name).asText());
  }
}
