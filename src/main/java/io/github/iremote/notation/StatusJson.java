package io.github.iremote.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import io.github.iremote.vehicle.Battery12v;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Notices;
import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A status as JSON, one field a signal, in files and in {@code --json}. */
public final class StatusJson {
  /** What files of the first versions call a battery that asks for something, or does not. */
  private static final String OLD_BATTERY_12V = "battery12vDemand";

  public static ObjectNode write(VehicleStatus status) {
    ObjectNode json = Json.object();
    for (Signal<?> signal : Signal.all()) {
      status.reading(signal).ifPresent(reading -> json.set(signal.name(), write(reading)));
    }
    return json;
  }

  private static JsonNode write(Reading<?> reading) {
    ObjectNode json = Json.object();
    Object value = reading.value();
    if (value instanceof Distance distance) {
      return dated(DistanceJson.write(distance), reading);
    } else if (value instanceof Duration duration) {
      json.put("value", duration.toMinutes()).put("unit", "min");
    } else if (value instanceof Position position) {
      json.put("latitude", position.latitude()).put("longitude", position.longitude());
    } else if (value instanceof Notices notices) {
      ArrayNode list = json.putArray("value");
      notices.list().forEach(notice -> list.add(NoticeJson.write(notice)));
    } else if (value instanceof Double number) {
      json.put("value", number);
    } else if (value instanceof Boolean truth) {
      json.put("value", truth);
    } else {
      json.put("value", value.toString());
    }
    return dated(json, reading);
  }

  private static ObjectNode dated(ObjectNode json, Reading<?> reading) {
    return json.put("since", reading.since().toString()).put("at", reading.at().toString());
  }

  /**
   * Reads what {@link #write(VehicleStatus)} wrote; signals that this version does not know are
   * left out.
   *
   * @throws IOException if a value is not what its signal holds
   */
  public static VehicleStatus read(JsonNode json) throws IOException {
    VehicleStatus.Builder status = new VehicleStatus.Builder();
    Map<String, Instant> times = new HashMap<>();
    for (var field : json.properties()) {
      Signal<?> signal = Signal.named(field.getKey());
      if (field.getKey().equals(OLD_BATTERY_12V)) {
        addBattery12v(status, field.getValue(), times);
      } else if (signal != null) {
        add(status, signal, field.getValue(), times);
      }
    }
    return status.build();
  }

  private static <T> void add(
      VehicleStatus.Builder status, Signal<T> signal, JsonNode json, Map<String, Instant> times)
      throws IOException {
    status.add(signal, read(signal, json, times));
  }

  /**
   * Reads one signal alone; without a word since when it is so, it has been since it was measured.
   *
   * @throws IOException if the value is not what the signal holds
   */
  public static <T> Reading<T> read(Signal<T> signal, JsonNode json) throws IOException {
    return read(signal, json, new HashMap<>());
  }

  private static <T> Reading<T> read(Signal<T> signal, JsonNode json, Map<String, Instant> times)
      throws IOException {
    try {
      T value = signal.type().cast(value(signal.type(), json));
      Instant at = time(json.path("at").asText(), times);
      Instant since = json.has("since") ? time(json.path("since").asText(), times) : at;
      return new Reading<>(value, since, at);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new IOException("its " + signal.name() + " is unusable", e);
    }
  }

  /** What has been told of it by an older version is not told again by this one. */
  private static void addBattery12v(
      VehicleStatus.Builder status, JsonNode json, Map<String, Instant> times) throws IOException {
    boolean told = json.path("value").asBoolean();
    ObjectNode today = Json.object();
    today.set("since", json.path("since"));
    today.set("at", json.path("at"));
    today.put("value", (told ? Battery12v.REPLACEMENT_URGENT : Battery12v.FINE).name());
    add(status, Signal.BATTERY_12V, today, times);
  }

  /** Most readings share a few times. */
  private static Instant time(String text, Map<String, Instant> times) {
    return times.computeIfAbsent(text, Times::parse);
  }

  private static Object value(Class<?> type, JsonNode json) {
    JsonNode value = json.path("value");
    if (type == Distance.class) {
      return DistanceJson.read(json);
    }
    if (type == Duration.class) {
      return Duration.ofMinutes((long) number(value));
    }
    if (type == Position.class) {
      return new Position(number(json.path("latitude")), number(json.path("longitude")));
    }
    if (type == Notices.class) {
      return NoticeJson.readAll(value);
    }
    if (type == Double.class) {
      return number(value);
    }
    if (type == Boolean.class) {
      require(value.isBoolean(), "true or false");
      return value.asBoolean();
    }
    require(value.isTextual(), "a word");
    return type.isEnum() ? constant(type, value.asText()) : value.asText();
  }

  private static double number(JsonNode value) {
    require(value.isNumber(), "a number");
    return value.asDouble();
  }

  private static void require(boolean usable, String expected) {
    if (!usable) {
      throw new IllegalArgumentException("expected " + expected);
    }
  }

  /**
   * What an enum's signal says.
   *
   * @throws IllegalArgumentException if it never does
   */
  public static Object constant(Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (constant.toString().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("unknown word");
  }

  private StatusJson() {}
}
