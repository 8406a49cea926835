package io.github.iremote.bmw.connecteddrive;

import static io.github.iremote.bmw.Words.number;
import static io.github.iremote.bmw.Words.positive;
import static io.github.iremote.bmw.Words.text;
import static io.github.iremote.bmw.Words.word;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.bmw.UnknownWords;
import io.github.iremote.bmw.Words;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A {@code vehicleStatus} of ConnectedDrive in our words. */
final class Mapping {
  private static final Map<Opening, String> OPENINGS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Opening.DRIVER_DOOR, "doorDriverFront"),
              Map.entry(Opening.DRIVER_REAR_DOOR, "doorDriverRear"),
              Map.entry(Opening.PASSENGER_DOOR, "doorPassengerFront"),
              Map.entry(Opening.PASSENGER_REAR_DOOR, "doorPassengerRear"),
              Map.entry(Opening.DRIVER_WINDOW, "windowDriverFront"),
              Map.entry(Opening.DRIVER_REAR_WINDOW, "windowDriverRear"),
              Map.entry(Opening.PASSENGER_WINDOW, "windowPassengerFront"),
              Map.entry(Opening.PASSENGER_REAR_WINDOW, "windowPassengerRear"),
              Map.entry(Opening.REAR_WINDOW, "rearWindow"),
              Map.entry(Opening.TRUNK, "trunk"),
              Map.entry(Opening.HOOD, "hood"),
              Map.entry(Opening.SUNROOF, "sunroof"),
              Map.entry(Opening.CONVERTIBLE_ROOF, "convertibleRoofState")));

  private final JsonNode car;
  private final Optional<Instant> at;
  private final Report report;

  private Mapping(JsonNode car, VehicleStatus known, Instant now) {
    this.car = car;
    this.at = Words.timestamp(word(car.path("updateTime")));
    this.report = new Report(known, now);
  }

  /**
   * What is known after this answer.
   *
   * @param known what was known before
   * @param model the car's model name, where it is known
   * @param unit the owner's
   */
  static VehicleStatus status(
      JsonNode car, VehicleStatus known, String model, Distance.Unit unit, Instant now) {
    Mapping mapping = new Mapping(car, known, now);
    mapping.reason();
    mapping.body();
    new Energy(car, known, mapping.report, mapping.at, unit).map(model);
    mapping.lists();
    return mapping.report.status();
  }

  /** The words in an answer that this version does not know. */
  static List<String> unknownWords(JsonNode car) {
    Map<String, UnknownWords.Reader> readers = new HashMap<>();
    readers.put("doorLockState", Words::lock);
    readers.put("chargingStatus", Words::charging);
    readers.put("connectionStatus", Words::plug);
    readers.put("lastChargingEndReason", UnknownWords::endReason);
    OPENINGS.values().forEach(field -> readers.put(field, Words::opening));
    Map<String, String> words = new LinkedHashMap<>();
    readers.keySet().forEach(field -> words.put(field, word(car.path(field))));
    return UnknownWords.among(words, readers);
  }

  private void reason() {
    String reason = spelt(text(car.path("updateReason")).orElse("").toUpperCase(Locale.ROOT));
    if (!reason.isEmpty()) {
      report.add(Signal.UPDATE_REASON, reason, at);
      add(Signal.MOVING, moving(reason));
    }
  }

  /** BMW misspells two of its reasons. */
  private static String spelt(String reason) {
    return switch (reason) {
      case "CHARGING_INTERRUPED" -> "CHARGING_INTERRUPTED";
      case "CHARGIN_STARTED" -> "CHARGING_STARTED";
      default -> reason;
    };
  }

  private static Optional<Boolean> moving(String reason) {
    return switch (reason) {
      case "VEHICLE_MOVING" -> Optional.of(true);
      case "VEHICLE_SHUTDOWN",
          "VEHICLE_SHUTDOWN_SECURED",
          "VEHICLE_SECURED",
          "CHARGING_STARTED",
          "CHARGING_DONE" ->
          Optional.of(false);
      default -> Optional.empty();
    };
  }

  private void body() {
    add(Signal.LOCK, Words.lock(word(car.path("doorLockState"))));
    for (var opening : OPENINGS.entrySet()) {
      add(Signal.of(opening.getKey()), Words.opening(word(car.path(opening.getValue()))));
    }
    add(Signal.ODOMETER, positive(word(car.path("mileage"))).map(Distance::ofKilometres));
    JsonNode position = car.path("position");
    Optional<Double> latitude = number(word(position.path("lat")));
    Optional<Double> longitude = number(word(position.path("lon")));
    boolean usable =
        text(position.path("status")).orElse("OK").equals("OK")
            && latitude.isPresent()
            && longitude.isPresent()
            && Position.plausible(latitude.get(), longitude.get());
    if (usable) {
      report.add(Signal.POSITION, new Position(latitude.get(), longitude.get()), at);
    }
  }

  private void lists() {
    add(Signal.CHECK_CONTROL, NoticeLists.checkControl(car.path("checkControlMessages")));
    add(Signal.SERVICE, NoticeLists.services(car.path("cbsData")));
  }

  private <T> void add(Signal<T> signal, Optional<T> value) {
    report.add(signal, value, at);
  }
}
