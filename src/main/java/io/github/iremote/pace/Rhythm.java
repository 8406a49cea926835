package io.github.iremote.pace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import io.github.iremote.pace.habits.Diary;
import io.github.iremote.pace.habits.Drives;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When one car was and will be asked.
 *
 * @param rest the time in which it is left alone
 * @param diary when somebody went to it
 * @param drives how long it was on the road
 * @param chargesAt at which time of the day it last began to charge that was plugged in long before
 * @param outlook what is expected of it since the last look
 * @param failures how many fetches in a row have come to nothing
 */
record Rhythm(
    Wait rest,
    Diary diary,
    Drives drives,
    Optional<LocalTime> chargesAt,
    Outlook outlook,
    int failures) {

  /** A car that has just been met: due at once. */
  static Rhythm unknown(Instant now) {
    return new Rhythm(
        new Wait(now, now), Diary.EMPTY, Drives.NONE, Optional.empty(), Outlook.unknown(now), 0);
  }

  Rhythm until(Instant due, Instant now) {
    return new Rhythm(new Wait(now, due), diary, drives, chargesAt, outlook, failures);
  }

  /** After a fetch that came to nothing. */
  Rhythm failed(Wait patience) {
    return new Rhythm(patience, diary, drives, chargesAt, outlook, failures + 1);
  }

  JsonNode toJson() {
    ObjectNode json =
        Json.object()
            .put("decided", rest.from().toString())
            .put("nextFetch", rest.until().toString())
            .put("failures", failures)
            .put("looked", outlook.looked().toString())
            .put("active", outlook.active().toString())
            .put("began", outlook.began().toString())
            .put("arrived", outlook.arrived().toString())
            .put("driving", outlook.driving())
            .put("atHand", outlook.atHand())
            .put("plugged", outlook.plugged());
    outlook.appointment().ifPresent(time -> json.put("appointment", time.toString()));
    chargesAt.ifPresent(time -> json.put("chargesAt", time.toString()));
    json.set("drives", drives.toJson());
    return json.set("diary", diary.toJson());
  }

  /** The versions before had habits by the hour of the day: they are learnt anew. */
  static Rhythm fromJson(JsonNode json) {
    Instant decided = time(json, "decided");
    return new Rhythm(
        new Wait(decided, time(json, "nextFetch")),
        Diary.fromJson(json.path("diary")),
        Drives.fromJson(json.path("drives")),
        json.has("chargesAt")
            ? Optional.of(LocalTime.parse(json.path("chargesAt").asText()))
            : Optional.empty(),
        new Outlook(
            json.has("looked") ? time(json, "looked") : decided,
            timeOrNever(json, "active"),
            timeOrNever(json, "began"),
            timeOrNever(json, "arrived"),
            json.path("driving").asBoolean(),
            json.path("atHand").asBoolean(),
            json.path("plugged").asBoolean(),
            json.has("appointment") ? Optional.of(time(json, "appointment")) : Optional.empty()),
        json.path("failures").asInt());
  }

  private static Instant timeOrNever(JsonNode json, String name) {
    return json.has(name) ? time(json, name) : Instant.EPOCH;
  }

  private static Instant time(JsonNode json, String name) {
    return Times.parse(json.path(name).asText());
  }
}
