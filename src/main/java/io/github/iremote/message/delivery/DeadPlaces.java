package io.github.iremote.message.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.json.Json;
import io.github.iremote.json.Sections;
import io.github.iremote.json.Times;
import io.github.iremote.message.Letter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The places that do not take messages, remembered from run to run: the longer one is dead, the
 * longer it is left alone, up to an hour.
 */
public final class DeadPlaces {
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** A place that fails for less is no trouble. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Kept<Map<String, Dead>> section;

  /**
   * One dead place.
   *
   * @param tried when it was tried last
   * @param next when it is to be tried again
   * @param why what it answered, in words for the owner
   * @param refused whether only the owner can mend it
   * @param told whether the other places have been told
   * @param back whether it takes messages again, which those have not been told
   */
  record Dead(
      Instant since,
      Instant tried,
      Instant next,
      String why,
      boolean refused,
      boolean told,
      boolean back) {

    Dead withTold() {
      return new Dead(since, tried, next, why, refused, true, back);
    }

    Dead withBack() {
      return new Dead(since, tried, next, why, refused, told, true);
    }
  }

  public DeadPlaces(Sections file) {
    section = Kept.in(file.section("places", DeadPlaces::fromJson, DeadPlaces::toJson));
  }

  /** Remembered no longer than this lasts. */
  DeadPlaces() {
    section = Kept.inMemory(Map.of());
  }

  /** Whether it failed when it was last tried. */
  boolean contain(String name) {
    return find(name).isPresent();
  }

  /** Why it is dead. */
  Optional<Failure> reason(String name) {
    return find(name).map(dead -> new Failure.PlaceUnavailable(dead.why(), dead.refused()));
  }

  /** Whether it is time for a place, or something that cannot wait was written since the last. */
  boolean mayTry(String name, List<Letter> letters, Instant now) {
    Optional<Dead> dead = find(name);
    if (dead.isEmpty() || !now.isBefore(dead.get().next()) || now.isBefore(dead.get().tried())) {
      return true;
    }
    for (Letter letter : letters) {
      if (letter.cannotWait() && letter.newest().at().isAfter(dead.get().tried())) {
        return true;
      }
    }
    return false;
  }

  void failed(String name, Failure.PlaceUnavailable failure, Instant now) {
    Optional<Dead> before = find(name).filter(dead -> !dead.since().isAfter(now));
    Instant since = before.isPresent() ? before.get().since() : now;
    Duration pause = Duration.between(since, now).dividedBy(2);
    pause = pause.compareTo(failure.wanted()) < 0 ? failure.wanted() : pause;
    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    Instant next = now.plus(pause).truncatedTo(ChronoUnit.SECONDS);
    boolean told = before.isPresent() && before.get().told();
    Dead dead =
        new Dead(since, now, next, failure.getMessage(), failure.personMustAct(), told, false);
    change(map -> map.put(name, dead));
  }

  void alive(String name) {
    Optional<Dead> dead = find(name);
    if (dead.isPresent() && dead.get().told()) {
      change(map -> map.put(name, dead.get().withBack()));
    } else if (dead.isPresent()) {
      forget(name);
    }
  }

  /** The names of those that have failed for so long that others should know. */
  List<String> troubling(Instant now) {
    List<String> names = new ArrayList<>();
    section
        .get()
        .forEach(
            (name, dead) -> {
              if (!dead.told() && !dead.back() && !dead.since().plus(PATIENCE).isAfter(now)) {
                names.add(name);
              }
            });
    return names;
  }

  /** The names of those that work again, which nobody has been told. */
  List<String> back() {
    List<String> names = new ArrayList<>();
    section.get().forEach((name, dead) -> names.addAll(dead.back() ? List.of(name) : List.of()));
    return names;
  }

  Instant since(String name) {
    return section.get().get(name).since();
  }

  void told(String name) {
    change(map -> map.computeIfPresent(name, (any, dead) -> dead.withTold()));
  }

  void forget(String name) {
    change(map -> map.remove(name));
  }

  private Optional<Dead> find(String name) {
    return Optional.ofNullable(section.get().get(name)).filter(dead -> !dead.back());
  }

  private void change(Consumer<Map<String, Dead>> change) {
    UnaryOperator<Map<String, Dead>> copy =
        before -> {
          Map<String, Dead> after = new LinkedHashMap<>(before);
          change.accept(after);
          return after;
        };
    section.update(copy);
  }

  private static JsonNode toJson(Map<String, Dead> places) {
    ObjectNode json = Json.object();
    places.forEach(
        (name, dead) ->
            json.putObject(name)
                .put("since", dead.since().toString())
                .put("tried", dead.tried().toString())
                .put("next", dead.next().toString())
                .put("why", dead.why())
                .put("refused", dead.refused())
                .put("told", dead.told())
                .put("back", dead.back()));
    return json;
  }

  private static Map<String, Dead> fromJson(JsonNode json) {
    Map<String, Dead> places = new LinkedHashMap<>();
    for (var field : json.properties()) {
      JsonNode dead = field.getValue();
      places.put(
          field.getKey(),
          new Dead(
              Times.parse(dead.path("since").asText()),
              Times.parse(dead.path("tried").asText()),
              Times.parse(dead.path("next").asText()),
              dead.path("why").asText(),
              dead.path("refused").asBoolean(),
              dead.path("told").asBoolean(),
              dead.path("back").asBoolean()));
    }
    return places;
  }
}
