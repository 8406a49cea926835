package io.github.iremote.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import io.github.iremote.vehicle.Battery12v;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Wheel;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An event as JSON: {@code {"name": "OPENED", "items": [{"part": "TRUNK"}], "since": …}}. */
public final class EventJson {

  public static ObjectNode write(Event event) {
    ObjectNode json = Json.object().put("name", event.name().name());
    if (!event.items().isEmpty()) {
      ArrayNode items = json.putArray("items");
      event.items().forEach(item -> items.add(write(item)));
    }
    event.distance().ifPresent(distance -> json.set("distance", write(distance)));
    event.batteryUsed().ifPresent(percent -> json.put("batteryUsed", percent));
    event.since().ifPresent(since -> json.put("since", since.toString()));
    if (event.past()) {
      json.put("past", true);
    }
    return json;
  }

  public static ArrayNode write(List<Event> events) {
    ArrayNode list = Json.array();
    events.forEach(event -> list.add(write(event)));
    return list;
  }

  private static JsonNode write(Item item) {
    ObjectNode json = Json.object();
    if (item instanceof Item.Part part) {
      return json.put("part", part.opening().name());
    }
    if (item instanceof Item.Tyre tyre) {
      return json.put("tyre", tyre.wheel().name()).put("missingKilopascals", tyre.missing());
    }
    if (item instanceof Item.Demand demand) {
      return json.put("battery12v", demand.battery().name());
    }
    if (item instanceof Item.Line line) {
      json.set("notice", NoticeJson.write(line.notice()));
      return json;
    }
    if (item instanceof Item.At at) {
      return json.put("place", at.place());
    }
    if (item instanceof Item.Reason reason) {
      return json.put("reason", reason.word());
    }
    if (item instanceof Item.Period period) {
      return json.put("from", period.start().toString()).put("to", period.end().toString());
    }
    if (item instanceof Item.Figure figure) {
      json.put("measure", figure.measure().name()).put("value", figure.value());
      figure.before().ifPresent(before -> json.put("before", before));
      figure.unit().ifPresent(unit -> json.put("unit", unit));
      figure.found().ifPresent(found -> json.put("found", found));
      figure.charges().ifPresent(charges -> json.put("charges", charges));
      return json;
    }
    return json.put("fact", item.toString());
  }

  private static JsonNode write(Distance distance) {
    return Json.object().put("value", distance.value()).put("unit", distance.unit().label());
  }

  /**
   * Reads what {@link #write(Event)} wrote.
   *
   * @throws IOException if it is no event, or holds what this version does not know
   */
  public static Event read(JsonNode json) throws IOException {
    try {
      List<Item> items = new ArrayList<>();
      for (JsonNode item : json.path("items")) {
        items.add(item(item));
      }
      return new Event(
          EventName.valueOf(json.path("name").asText()),
          items,
          json.has("distance") ? Optional.of(distance(json.path("distance"))) : Optional.empty(),
          json.path("batteryUsed").isNumber()
              ? Optional.of(json.path("batteryUsed").asDouble())
              : Optional.empty(),
          json.has("since")
              ? Optional.of(Times.parse(json.path("since").asText()))
              : Optional.empty(),
          json.path("past").asBoolean());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("an event is unusable", e);
    }
  }

  public static List<Event> readAll(JsonNode list) throws IOException {
    List<Event> events = new ArrayList<>();
    for (JsonNode event : list) {
      events.add(read(event));
    }
    return events;
  }

  private static Item item(JsonNode json) {
    if (json.has("part")) {
      return new Item.Part(Opening.valueOf(json.path("part").asText()));
    }
    if (json.has("tyre")) {
      Wheel wheel = Wheel.valueOf(json.path("tyre").asText());
      return new Item.Tyre(wheel, json.path("missingKilopascals").asDouble());
    }
    if (json.has("battery12v")) {
      return new Item.Demand(Battery12v.valueOf(json.path("battery12v").asText()));
    }
    if (json.has("notice")) {
      Notice notice = NoticeJson.read(json.path("notice"));
      return new Item.Line(notice);
    }
    if (json.has("place")) {
      return new Item.At(json.path("place").asText());
    }
    if (json.has("measure")) {
      return figure(json);
    }
    if (json.has("from")) {
      return new Item.Period(
          LocalDate.parse(json.path("from").asText()), LocalDate.parse(json.path("to").asText()));
    }
    return json.has("reason")
        ? new Item.Reason(json.path("reason").asText())
        : Item.Fact.valueOf(json.path("fact").asText());
  }

  private static Item.Figure figure(JsonNode json) {
    return new Item.Figure(
        Item.Measure.valueOf(json.path("measure").asText()),
        json.path("value").asDouble(),
        json.path("before").isNumber()
            ? Optional.of(json.path("before").asDouble())
            : Optional.empty(),
        Optional.ofNullable(json.path("unit").textValue()),
        Optional.ofNullable(json.path("found").textValue()),
        json.path("charges").isInt()
            ? Optional.of(json.path("charges").asInt())
            : Optional.empty());
  }

  private static Distance distance(JsonNode json) {
    String unit = json.path("unit").asText().toUpperCase(Locale.ROOT);
    return new Distance(json.path("value").asDouble(), Distance.Unit.valueOf(unit));
  }

  private EventJson() {}
}
