package io.github.iremote.bmw.cardata.telematics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.notation.StatusJson;
import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code telematicData} as BMW sends it, written short: {@code key = value [unit] @ time}. Every
 * value is a string; {@code null} is none, and so is a time left out.
 */
public final class Telemetry {
  public static final String DAY = "2026-03-02T";
  private static final Pattern ENTRY =
      Pattern.compile("([\\w.]+) *= *(.*?)(?: \\[(.*)])?(?: *@ *(\\S+))?");

  public static ObjectNode data(String... entries) {
    ObjectNode data = Json.object();
    for (String entry : entries) {
      Matcher parts = ENTRY.matcher(entry.trim());
      if (!parts.matches()) {
        throw new IllegalArgumentException(entry);
      }
      String value = parts.group(2).trim();
      data.putObject("vehicle." + parts.group(1))
          .put("timestamp", parts.group(4) == null ? null : at(parts.group(4)).toString())
          .put("unit", parts.group(3))
          .put("value", value.equals("null") ? null : value);
    }
    return data;
  }

  public static String answer(String... entries) {
    return Json.line(Json.object().set("telematicData", data(entries)));
  }

  /** What a poll with this answer has heard; a car without a model name, and all that is kept. */
  static Heard heard(JsonNode data, Instant now) {
    Samples samples = SampleReader.read(data, now);
    boolean noMessages = SampleReader.saysNoMessages(data, samples);
    return new Heard(samples, noMessages, new KeptKeys(List.of(), true), "", now);
  }

  /** What is known of a car after an answer, where only this status was known before. */
  static VehicleStatus status(JsonNode data, VehicleStatus known, Instant now) {
    return heard(data, now).addTo(new Known(known, Samples.NONE)).status();
  }

  /** The same at noon, of an answer written short. */
  static VehicleStatus map(VehicleStatus known, String... entries) {
    return status(data(entries), known, at("12:00"));
  }

  /** A signal's value as {@code --json} shows it, or nothing. */
  static String shown(VehicleStatus status, String signal) {
    var json = StatusJson.write(status).path(signal);
    if (json.has("latitude")) {
      return json.path("latitude").asText() + " " + json.path("longitude").asText();
    }
    String value =
        json.path("value").isArray() ? Json.line(json.path("value")) : json.path("value").asText();
    return (value + " " + json.path("unit").asText()).trim();
  }

  /** A time of the day on which these tests play, by UTC; or a whole timestamp. */
  public static Instant at(String time) {
    return Instant.parse(
        time.contains("T") ? time : DAY + time + (time.length() == 5 ? ":00Z" : "Z"));
  }

  private Telemetry() {}
}
