package io.github.iremote.run.afterwards;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.history.History;
import io.github.iremote.json.ByName;
import io.github.iremote.json.Json;
import io.github.iremote.json.Sections;
import io.github.iremote.json.Times;
import io.github.iremote.vehicle.ChargingSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks BMW's charging history of a charge that has ended, when there are calls to spare: what is
 * known only there is worth a call, but no poll.
 */
public final class ChargeFollowUp {
  /** BMW writes a charge down a while after it has ended. */
  private static final Duration WRITTEN_DOWN = Duration.ofMinutes(45);

  private static final Duration AGAIN = Duration.ofHours(6);
  private static final int TRIES = 3;

  /** A charge that has just ended began no longer ago. */
  private static final Duration LONGEST_CHARGE = Duration.ofDays(3);

  private static final Set<EventName> ENDS =
      EnumSet.of(
          EventName.CHARGING_FINISHED, EventName.CHARGING_INTERRUPTED, EventName.CHARGING_ERROR);

  private final ByName<Due> due;
  private final Source source;
  private final History history;
  private final InstantSource clock;
  private final Log log;

  /** Where charges are asked for. */
  public interface Source {
    /** Whether a call of the lowest rank may be made. */
    boolean spare(Instant now);

    /** The charges of a time; one call. */
    List<ChargingSession> sessions(String vin, Instant from, Instant to);
  }

  /** A question that is to be asked. */
  private record Due(Instant at, Instant ended, int tries) {

    /** When it is to be asked once more, if that is. */
    Optional<Due> again(Instant now) {
      return tries + 1 >= TRIES
          ? Optional.empty()
          : Optional.of(new Due(now.plus(AGAIN), ended, tries + 1));
    }
  }

  public ChargeFollowUp(
      Sections runFile, Source source, History history, InstantSource clock, Log log) {
    this.due = new ByName<>(runFile, "charges", ChargeFollowUp::read, ChargeFollowUp::write);
    this.source = source;
    this.history = history;
    this.clock = clock;
    this.log = log;
  }

  /** Remembers that a charge has ended, if one has. */
  public void note(String vin, List<Event> events) {
    if (events.stream().noneMatch(event -> ENDS.contains(event.name()))) {
      return;
    }
    Instant now = clock.instant();
    due.put(vin, Optional.of(new Due(now.plus(WRITTEN_DOWN), now, 0)));
  }

  /** Asks what is due and can be spared; whatever goes wrong is left to a later run. */
  public void ask() {
    Instant now = clock.instant();
    for (Map.Entry<String, Due> one : due.all().entrySet()) {
      if (!one.getValue().at().isAfter(now) && source.spare(now)) {
        ask(one.getKey(), one.getValue(), now);
      }
    }
  }

  private void ask(String vin, Due question, Instant now) {
    // before it is sent: a call that kills the run must not be sent by every run
    due.put(vin, question.again(now));
    try {
      List<ChargingSession> sessions =
          source.sessions(vin, question.ended().minus(LONGEST_CHARGE), now);
      int added = history.add(vin, sessions, now);
      log.info(() -> "BMW's charging history: " + added + " new");
      boolean told =
          sessions.stream().anyMatch(s -> s.gridEnergy().isPresent() && recent(s, question));
      if (told) {
        due.put(vin, Optional.empty());
      }
    } catch (Failure e) {
      log.info(() -> "BMW's charging history is not to be had now: " + e.getMessage());
    }
  }

  private static boolean recent(ChargingSession session, Due question) {
    return session.end().isAfter(question.ended().minus(AGAIN));
  }

  private static Due read(JsonNode json) {
    return new Due(
        Times.parse(json.path("at").asText()),
        Times.parse(json.path("ended").asText()),
        json.path("tries").asInt());
  }

  private static JsonNode write(Due due) {
    return Json.object()
        .put("at", due.at().toString())
        .put("ended", due.ended().toString())
        .put("tries", due.tries());
  }
}
