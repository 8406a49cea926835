package io.github.iremote.watch.timing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of attempts to connect, from one start of the process to the next: one that is
 * started again and again must not become a storm.
 *
 * @param made when the last ones were made, the oldest first
 * @param failures how many have failed since the last connection
 * @param next before when there is to be none
 * @param evictions when connections were taken away, the oldest first
 * @param evicted whether another program has the stream, and the owner knows
 */
public record Attempts(
    List<Instant> made,
    int failures,
    Optional<Instant> next,
    List<Instant> evictions,
    boolean evicted) {
  public static final Attempts NONE =
      new Attempts(List.of(), 0, Optional.empty(), List.of(), false);
  private static final int KEPT = 10;

  public Attempts {
    made = List.copyOf(made);
    evictions = List.copyOf(evictions);
  }

  public Attempts withMade(Instant now) {
    return new Attempts(more(made, now), failures, Optional.empty(), evictions, evicted);
  }

  public Attempts connected() {
    return new Attempts(made, 0, Optional.empty(), evictions, evicted);
  }

  Attempts failed(Instant next) {
    return new Attempts(made, failures + 1, Optional.of(next), evictions, evicted);
  }

  Attempts withEviction(Instant now) {
    return new Attempts(made, failures, next, more(evictions, now), evicted);
  }

  public Attempts withEvicted(boolean told) {
    return new Attempts(made, failures, next, told ? evictions : List.of(), told);
  }

  private static List<Instant> more(List<Instant> times, Instant now) {
    List<Instant> more = new ArrayList<>(times);
    more.add(now);
    return more.subList(Math.max(0, more.size() - KEPT), more.size());
  }

  public JsonNode toJson() {
    ObjectNode json = Json.object();
    write(made, json.putArray("attempts"));
    json.put("failures", failures);
    next.ifPresent(time -> json.put("next", time.toString()));
    write(evictions, json.putArray("evictions"));
    return json.put("evicted", evicted);
  }

  private static void write(List<Instant> times, ArrayNode json) {
    times.forEach(time -> json.add(time.toString()));
  }

  public static Attempts fromJson(JsonNode json) {
    JsonNode next = json.path("next");
    return new Attempts(
        read(json.path("attempts")),
        json.path("failures").asInt(),
        next.isTextual() ? Optional.of(Times.parse(next.asText())) : Optional.empty(),
        read(json.path("evictions")),
        json.path("evicted").asBoolean());
  }

  private static List<Instant> read(JsonNode json) {
    List<Instant> times = new ArrayList<>();
    for (JsonNode time : json) {
      times.add(Times.parse(time.asText()));
    }
    return times;
  }
}
