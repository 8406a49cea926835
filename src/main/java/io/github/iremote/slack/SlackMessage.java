package io.github.iremote.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.json.Json;
import io.github.iremote.message.Wording;
import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the JSON that a Slack webhook takes: one line for the lock screen, and one attachment with
 * a coloured bar and fields. Mattermost, Rocket.Chat and Discord's {@code /slack} show it too.
 *
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">Incoming
 *     webhooks</a>
 */
public final class SlackMessage {
  private static final String GREEN = "#2eb67d";
  private static final String AMBER = "#ecb22e";
  private static final String RED = "#e01e5a";

  /** A car's word that is older than this is said to be. */
  private static final Duration RECENT = Duration.ofHours(1);

  private final Wording wording;
  private final boolean location;

  /**
   * @param location whether messages say where the car is
   */
  public SlackMessage(Wording wording, boolean location) {
    this.wording = wording;
    this.location = location;
  }

  /** What there is to tell of one car after one poll; the first event is the headline. */
  public ObjectNode about(String carName, List<Event> events, VehicleStatus status, Instant now) {
    String line = line(events.get(0), status, now);
    ObjectNode message = Json.object();
    message.put("text", escape("*" + carName + "*: " + line));
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("color", color(events));
    attachment.put("fallback", escape(carName + ": " + line));
    attachment.set("fields", fields(events, status, now));
    status.at().ifPresent(at -> attachment.put("ts", at.getEpochSecond()));
    return message;
  }

  /** What the program has to tell about itself. */
  public static ObjectNode ofProgram(EventName event, String sentence, Instant now) {
    ObjectNode message = Json.object();
    message.put("text", escape("*iRemote*: " + event.title() + " · " + sentence));
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("color", color(List.of(Event.of(event))));
    attachment.put("fallback", escape("iRemote: " + event.title() + " · " + sentence));
    ArrayNode fields = attachment.putArray("fields");
    fields.add(field("Update Event", event.title(), true));
    fields.add(field("What to do", sentence, false));
    attachment.put("ts", now.getEpochSecond());
    return message;
  }

  /** Tells nothing but that messages arrive. */
  public static ObjectNode trial() {
    return Json.object().put("text", "*iRemote*: Test Message · this is where news will arrive");
  }

  private String line(Event headline, VehicleStatus status, Instant now) {
    List<String> parts = new ArrayList<>(List.of(wording.headline(headline)));
    parts.addAll(wording.levels(status));
    status
        .at()
        .filter(at -> at.plus(RECENT).isBefore(now))
        .ifPresent(at -> parts.add("as of " + wording.time(at, now)));
    return String.join(" · ", parts);
  }

  private static String color(List<Event> events) {
    List<EventName> names = events.stream().map(Event::name).toList();
    if (names.stream().anyMatch(name -> name.urgent() && name != EventName.RECOVERED)) {
      return RED;
    }
    return names.stream().anyMatch(EventName::attention) ? AMBER : GREEN;
  }

  private ArrayNode fields(List<Event> events, VehicleStatus status, Instant now) {
    ArrayNode fields = Json.array();
    add(fields, "Update Event", Optional.of(wording.headline(events.get(0))), true);
    add(fields, "Changes", changes(events, now), false);
    add(
        fields,
        "Electric Range",
        wording.range(status.get(Signal.ELECTRIC_RANGE), status.get(Signal.STATE_OF_CHARGE)),
        true);
    add(
        fields,
        status.is(Signal.RANGE_EXTENDER) ? "REX Range" : "Fuel Range",
        wording.range(status.get(Signal.FUEL_RANGE), status.get(Signal.FUEL_LEVEL)),
        true);
    add(fields, "Current Mileage", status.get(Signal.ODOMETER).map(wording::distance), true);
    Optional<String> chargeTime = status.chargeTime().map(Wording::hoursAndMinutes);
    add(fields, "Charge Time Remaining", chargeTime, true);
    add(fields, "Location", position(status).map(SlackMessage::map), false);
    return fields;
  }

  private Optional<String> changes(List<Event> events, Instant now) {
    List<String> lines = new ArrayList<>();
    wording.detail(events.get(0), now).ifPresent(lines::add);
    events.stream().skip(1).forEach(event -> lines.add(wording.sentence(event, now)));
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  /** Where the car is, if the owner wants it told and the car has not moved since it said so. */
  private Optional<Position> position(VehicleStatus status) {
    Optional<Instant> moved = status.reading(Signal.ODOMETER).map(Reading::since);
    return status
        .reading(Signal.POSITION)
        .filter(position -> location && moved.filter(position.at()::isBefore).isEmpty())
        .map(Reading::value);
  }

  private static String map(Position position) {
    return "https://www.google.com/maps?q="
        + degrees(position.latitude())
        + ","
        + degrees(position.longitude());
  }

  /** Never as {@code -5.0E-4}, which is west of Greenwich to Java alone. */
  private static String degrees(double degrees) {
    return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
  }

  private static void add(ArrayNode fields, String title, Optional<String> value, boolean brief) {
    value.ifPresent(text -> fields.add(field(title, text, brief)));
  }

  private static JsonNode field(String title, String value, boolean brief) {
    return Json.object().put("title", title).put("value", escape(value)).put("short", brief);
  }

  /** The three characters that Slack would take for markup. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
