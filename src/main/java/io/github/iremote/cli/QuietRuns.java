package io.github.iremote.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.json.Json;
import io.github.iremote.json.Section;
import io.github.iremote.json.Sections;
import io.github.iremote.json.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is remembered of the runs that cron starts. Cron mails what they print: a failure that lasts
 * is printed when it begins.
 *
 * @param last when one last did anything
 * @param failing the kinds of failure that have been printed, and last
 * @param warned the warnings that have been printed, and last
 */
public record QuietRuns(Optional<Instant> last, Set<String> failing, Set<String> warned) {
  /** A run that has nothing else to write down writes this often that it was there. */
  private static final Duration SIGN_OF_LIFE = Duration.ofHours(1);

  public QuietRuns {
    failing = Set.copyOf(failing);
    warned = Set.copyOf(warned);
  }

  /** The kind of a failure: its words may be others in every run. */
  public static String kind(RuntimeException failure) {
    return failure.getClass().getSimpleName();
  }

  public QuietRuns at(Instant now) {
    return new QuietRuns(Optional.of(now), failing, warned);
  }

  /**
   * After a run.
   *
   * @param troubled whether the run leaves BMW's trouble as it was: not every car was due
   */
  public QuietRuns after(
      Collection<? extends RuntimeException> failures, boolean troubled, Instant now) {
    Set<String> kinds = new TreeSet<>();
    failures.forEach(failure -> kinds.add(kind(failure)));
    if (troubled) {
      failing.stream().filter(QuietRuns::ofBmw).forEach(kinds::add);
    }
    return new QuietRuns(Optional.of(now), kinds, warned);
  }

  /** After a run that found these to warn of. */
  public QuietRuns warning(Collection<String> sentences) {
    return new QuietRuns(last, failing, Set.copyOf(sentences));
  }

  /** Whether cron has nothing new to mail. */
  public boolean sameAs(QuietRuns other) {
    return failing.equals(other.failing) && warned.equals(other.warned);
  }

  /** Whether this was written down so long ago that it is time for a sign of life. */
  public boolean stale(Instant now) {
    return last.filter(at -> at.plus(SIGN_OF_LIFE).isAfter(now)).isEmpty();
  }

  private static boolean ofBmw(String kind) {
    return !kind.equals(Failure.PlaceUnavailable.class.getSimpleName())
        && !kind.equals(Failure.MessageRefused.class.getSimpleName());
  }

  JsonNode toJson() {
    ObjectNode json = Json.object();
    last.ifPresent(at -> json.put("last", at.toString()));
    if (!failing.isEmpty()) {
      new TreeSet<>(failing).forEach(json.putArray("failing")::add);
    }
    if (!warned.isEmpty()) {
      new TreeSet<>(warned).forEach(json.putArray("warned")::add);
    }
    return json;
  }

  static QuietRuns fromJson(JsonNode json) {
    return new QuietRuns(
        Optional.of(json.path("last").asText()).filter(at -> !at.isEmpty()).map(Times::parse),
        texts(json.path("failing")),
        texts(json.path("warned")));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Where it is remembered. */
  public static Section<QuietRuns> in(Sections runFile) {
    return runFile.section("quietRuns", QuietRuns::fromJson, QuietRuns::toJson);
  }
}
