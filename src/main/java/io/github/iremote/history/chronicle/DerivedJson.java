package io.github.iremote.history.chronicle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.history.SessionJson;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Drive;
import io.github.iremote.history.derived.Energy;
import io.github.iremote.history.derived.Standing;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Drives, charges, times of standing and totals as JSON: in derived files and in {@code --json}.
 */
public final class DerivedJson {

  public static ObjectNode write(Drive drive) {
    ObjectNode json = Json.object();
    drive.start().ifPresent(start -> json.put("start", start.toString()));
    json.put("end", drive.end().toString())
        .put("kilometres", rounded(drive.kilometres()))
        .put("odometer", drive.odometer());
    put(json, "batteryFrom", drive.batteryFrom());
    put(json, "batteryTo", drive.batteryTo());
    put(json, "fuelFrom", drive.fuelFrom());
    put(json, "fuelTo", drive.fuelTo());
    return json.put("electric", drive.electric());
  }

  static Drive drive(JsonNode json) {
    return new Drive(
        start(json),
        Times.parse(json.path("end").asText()),
        json.path("kilometres").asDouble(),
        json.path("odometer").asDouble(),
        number(json, "batteryFrom"),
        number(json, "batteryTo"),
        number(json, "fuelFrom"),
        number(json, "fuelTo"),
        json.path("electric").asBoolean());
  }

  public static ObjectNode write(Charge charge) {
    ObjectNode json = Json.object();
    charge.start().ifPresent(start -> json.put("start", start.toString()));
    json.put("end", charge.end().toString());
    put(json, "batteryFrom", charge.from());
    put(json, "batteryTo", charge.to());
    charge
        .energy()
        .ifPresent(
            energy ->
                json.put("kilowattHours", rounded(energy.kilowattHours()))
                    .put("found", energy.found().name()));
    json.put("ending", charge.ending().name());
    charge.reason().ifPresent(reason -> json.put("reason", reason));
    put(json, "odometer", charge.odometer());
    charge.place().ifPresent(place -> json.put("place", place));
    if (!charge.power().isEmpty()) {
      var blocks = json.putArray("power");
      charge.power().forEach(block -> blocks.add(SessionJson.write(block)));
    }
    return json;
  }

  static Charge charge(JsonNode json) {
    return new Charge(
        start(json),
        Times.parse(json.path("end").asText()),
        number(json, "batteryFrom"),
        number(json, "batteryTo"),
        number(json, "kilowattHours")
            .map(energy -> new Energy(energy, Energy.Found.valueOf(json.path("found").asText()))),
        Charge.Ending.valueOf(json.path("ending").asText()),
        Optional.ofNullable(json.path("reason").textValue()),
        number(json, "odometer"),
        Optional.ofNullable(json.path("place").textValue()),
        SessionJson.blocks(json.path("power")));
  }

  public static ObjectNode write(Standing standing) {
    return Json.object()
        .put("start", standing.start().toString())
        .put("end", standing.end().toString())
        .put("lost", rounded(standing.lost()));
  }

  static Standing standing(JsonNode json) {
    return new Standing(
        Times.parse(json.path("start").asText()),
        Times.parse(json.path("end").asText()),
        json.path("lost").asDouble());
  }

  public static ObjectNode write(Totals totals) {
    ObjectNode json = Json.object();
    totals.sums().forEach((figure, value) -> put(json, figure, value));
    return json;
  }

  private static void put(ObjectNode json, Totals.Figure figure, double value) {
    if (figure.counts()) {
      json.put(figure.key(), Math.round(value));
    } else {
      json.put(figure.key(), rounded(value));
    }
  }

  /** Without what reckoning in binary adds at the end. */
  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  static ObjectNode write(Map<YearMonth, Totals> months) {
    ObjectNode json = Json.object();
    months.forEach((month, totals) -> json.set(month.toString(), write(totals)));
    return json;
  }

  static Map<YearMonth, Totals> months(JsonNode json) {
    Map<YearMonth, Totals> months = new TreeMap<>();
    for (var month : json.properties()) {
      Totals totals = new Totals();
      for (var figure : month.getValue().properties()) {
        double value = figure.getValue().asDouble();
        Totals.Figure.named(figure.getKey()).ifPresent(name -> totals.add(name, value));
      }
      months.put(YearMonth.parse(month.getKey()), totals);
    }
    return months;
  }

  private static Optional<Instant> start(JsonNode json) {
    return Optional.ofNullable(json.path("start").textValue()).map(Times::parse);
  }

  private static Optional<Double> number(JsonNode json, String field) {
    return SessionJson.number(json, field);
  }

  private static void put(ObjectNode json, String field, Optional<Double> value) {
    value.ifPresent(number -> json.put(field, number));
  }

  private DerivedJson() {}
}
