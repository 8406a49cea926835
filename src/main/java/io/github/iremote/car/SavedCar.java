package io.github.iremote.car;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.event.Event;
import io.github.iremote.event.Notes;
import io.github.iremote.event.Outcome;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterJson;
import io.github.iremote.notation.EventJson;
import io.github.iremote.notation.SamplesJson;
import io.github.iremote.notation.StatusJson;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code event-<VIN>.json} holds: the last event, the status it was seen in, what the rules
 * remember, and the messages not yet delivered.
 *
 * @param samples what the car's source said, key by key; none in files of the first versions
 * @param refused messages that an earlier version has kept here; now they are in a file of their
 *     own
 */
public record SavedCar(
    String vin,
    Optional<Told> event,
    VehicleStatus status,
    Samples samples,
    Notes notes,
    List<Letter> pending,
    List<Letter> refused) {
  static final int VERSION = 2;

  public SavedCar {
    pending = List.copyOf(pending);
    refused = List.copyOf(refused);
  }

  /** An event that was noticed, and when. */
  public record Told(Event event, Instant at) {}

  public static SavedCar neverSeen(Vehicle car) {
    return new SavedCar(
        car.vin(),
        Optional.empty(),
        VehicleStatus.UNKNOWN,
        Samples.NONE,
        Notes.NONE,
        List.of(),
        List.of());
  }

  /** What is known of the car. */
  public Known known() {
    return new Known(status, samples);
  }

  /**
   * This car after a comparison.
   *
   * @param heard what its source has said, the last answer among it
   */
  public SavedCar after(Outcome outcome, Samples heard, List<Event> events, Instant now) {
    Optional<Told> told = events.isEmpty() ? event : Optional.of(new Told(events.get(0), now));
    return new SavedCar(vin, told, outcome.status(), heard, outcome.notes(), pending, refused);
  }

  /** Whether a comparison has found nothing that is not saved. */
  public boolean holds(Outcome outcome, Samples heard) {
    return outcome.status().equals(status)
        && outcome.notes().equals(notes)
        && heard.equals(samples);
  }

  public SavedCar withPending(List<Letter> messages) {
    return new SavedCar(vin, event, status, samples, notes, messages, refused);
  }

  public JsonNode toJson() {
    ObjectNode json = Json.object().put("version", VERSION).put("vin", vin);
    event.ifPresent(
        told -> json.set("event", EventJson.write(told.event()).put("at", told.at().toString())));
    json.set("pending", LetterJson.write(pending));
    if (!refused.isEmpty()) {
      json.set("refused", LetterJson.write(refused));
    }
    json.set("notes", notesToJson(notes));
    json.set("status", StatusJson.write(status));
    if (!samples.byKey().isEmpty()) {
      json.set("samples", SamplesJson.write(samples));
    }
    return json;
  }

  /**
   * Reads the file of one car.
   *
   * @throws IOException if it is damaged, of another version, or of another car
   */
  public static SavedCar fromJson(JsonNode json, Vehicle car) throws IOException {
    int version = json.path("version").asInt();
    if (version < 1 || version > VERSION) {
      throw new IOException("its version is not " + VERSION);
    }
    if (!json.path("vin").asText().equals(car.vin())) {
      throw new IOException("it belongs to another car");
    }
    try {
      return new SavedCar(
          car.vin(),
          told(json.path("event")),
          StatusJson.read(json.path("status")),
          SamplesJson.read(json.path("samples")),
          notesFromJson(json.path("notes")),
          LetterJson.read(json.path("pending")),
          LetterJson.read(json.path("refused")));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("it holds an unusable value", e);
    }
  }

  private static Optional<Told> told(JsonNode json) throws IOException {
    return json.isObject()
        ? Optional.of(new Told(EventJson.read(json), Times.parse(json.path("at").asText())))
        : Optional.empty();
  }

  private static JsonNode notesToJson(Notes notes) {
    ObjectNode json = Json.object();
    ObjectNode ongoing = json.putObject("ongoing");
    notes.ongoing().forEach((episode, since) -> ongoing.put(episode, since.toString()));
    notes
        .journey()
        .ifPresent(
            journey -> {
              ObjectNode drive = json.putObject("journey").put("since", journey.since().toString());
              journey.odometer().ifPresent(d -> drive.put(d.unit().label(), d.value()));
              journey.stateOfCharge().ifPresent(percent -> drive.put("stateOfCharge", percent));
            });
    return json;
  }

  private static Notes notesFromJson(JsonNode json) {
    Map<String, Instant> ongoing = new HashMap<>();
    for (var field : json.path("ongoing").properties()) {
      ongoing.put(field.getKey(), Times.parse(field.getValue().asText()));
    }
    JsonNode drive = json.path("journey");
    return new Notes(
        ongoing,
        drive.isObject()
            ? Optional.of(
                new Notes.Journey(
                    Times.parse(drive.path("since").asText()),
                    odometer(drive),
                    Optional.of(drive.path("stateOfCharge"))
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::asDouble)))
            : Optional.empty());
  }

  private static Optional<Distance> odometer(JsonNode drive) {
    for (Distance.Unit unit : Distance.Unit.values()) {
      if (drive.path(unit.label()).isNumber()) {
        return Optional.of(new Distance(drive.path(unit.label()).asDouble(), unit));
      }
    }
    return Optional.empty();
  }
}
