package io.github.iremote.bmw.connecteddrive;

import static io.github.iremote.bmw.Words.number;
import static io.github.iremote.bmw.Words.percent;
import static io.github.iremote.bmw.Words.positive;
import static io.github.iremote.bmw.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.bmw.Words;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Notices;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A {@code vehicleStatus} of ConnectedDrive in our words. */
final class Mapping {
  /** No car but the i3 REX has a tank this small, in litres. */
  private static final double LARGEST_RANGE_EXTENDER_TANK = 10;

  /** A week; more is not a time but a mistake. */
  private static final double LONGEST_CHARGE_MINUTES = 10_080;

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
  private final VehicleStatus known;
  private final Optional<Instant> at;
  private final Report report;

  private Mapping(JsonNode car, VehicleStatus known, Instant now) {
    this.car = car;
    this.known = known;
    this.at = Words.timestamp(car.path("updateTime"));
    this.report = new Report(known, now);
  }

  /**
   * What is known after this answer.
   *
   * @param known what was known before
   * @param model the car's model name, where it is known
   */
  static VehicleStatus status(JsonNode car, VehicleStatus known, String model, Instant now) {
    Mapping mapping = new Mapping(car, known, now);
    mapping.reason();
    mapping.body();
    boolean battery = mapping.hasBattery();
    if (battery) {
      mapping.battery();
    }
    if (mapping.hasTank()) {
      mapping.tank(battery, model);
    }
    mapping.lists();
    return mapping.report.status();
  }

  private void reason() {
    Optional<String> reason =
        text(car.path("updateReason"))
            .map(word -> word.toUpperCase(Locale.ROOT))
            .map(Mapping::spelt)
            .filter(word -> !word.equals("UNKNOWN") && !word.equals("INVALID"));
    add(Signal.UPDATE_REASON, reason);
    add(Signal.MOVING, reason.flatMap(Mapping::moving));
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
    add(Signal.LOCK, Words.lock(car.path("doorLockState")));
    OPENINGS.forEach((opening, field) -> add(Signal.of(opening), Words.opening(car.path(field))));
    add(Signal.ODOMETER, positive(car.path("mileage")).map(Distance::ofKilometres));
    JsonNode position = car.path("position");
    Optional<Double> latitude = number(position.path("lat"));
    Optional<Double> longitude = number(position.path("lon"));
    boolean usable =
        text(position.path("status")).orElse("OK").equals("OK")
            && latitude.isPresent()
            && longitude.isPresent()
            && Position.plausible(latitude.get(), longitude.get());
    if (usable) {
      report.add(Signal.POSITION, new Position(latitude.get(), longitude.get()), at);
    }
  }

  /** BMW sends zeros for a battery that is not there; one real sign of it makes zeros credible. */
  private boolean hasBattery() {
    return known.hasBattery()
        || anyPositive("chargingLevelHv", "maxRangeElectric", "maxRangeElectricMls")
        || anyPositive("remainingRangeElectric", "remainingRangeElectricMls")
        || car.path("connectionStatus").asText().equals("CONNECTED")
        || Words.charging(car.path("chargingStatus"))
            .filter(state -> state != ChargingState.NOT_CHARGING)
            .isPresent();
  }

  private boolean hasTank() {
    return known.hasTank()
        || anyPositive("remainingFuel", "maxFuel", "fuelPercent")
        || anyPositive("remainingRangeFuel", "remainingRangeFuelMls");
  }

  private boolean anyPositive(String... fields) {
    for (String field : fields) {
      if (positive(car.path(field)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private void battery() {
    Optional<Distance> range = distance("remainingRangeElectric");
    add(Signal.ELECTRIC_RANGE, range);
    add(
        Signal.STATE_OF_CHARGE,
        percent(car.path("chargingLevelHv"))
            .or(() -> share(range.map(Distance::kilometres), maxRangeElectric())));
    add(Signal.CHARGING, Words.charging(car.path("chargingStatus")));
    add(Signal.PLUG, Words.plug(car.path("connectionStatus")));
    add(
        Signal.CHARGE_TIME_REMAINING,
        positive(car.path("chargingTimeRemaining"))
            .filter(minutes -> minutes <= LONGEST_CHARGE_MINUTES)
            .map(minutes -> Duration.ofMinutes(Math.round(minutes))));
    add(
        Signal.CHARGE_END_REASON,
        text(car.path("lastChargingEndReason")).filter(word -> !word.equals("UNKNOWN")));
  }

  private Optional<Double> maxRangeElectric() {
    return distance("maxRangeElectric").map(Distance::kilometres);
  }

  private void tank(boolean battery, String model) {
    add(Signal.FUEL_RANGE, distance("remainingRangeFuel"));
    Optional<Double> capacity = positive(car.path("maxFuel"));
    add(
        Signal.FUEL_LEVEL,
        percent(car.path("fuelPercent"))
            .or(() -> share(number(car.path("remainingFuel")), capacity)));
    boolean small = capacity.filter(litres -> litres <= LARGEST_RANGE_EXTENDER_TANK).isPresent();
    if (battery && (small || model.toUpperCase(Locale.ROOT).contains("REX"))) {
      report.add(Signal.RANGE_EXTENDER, true, at);
    }
  }

  /** A part of a whole in percent, where both are known. */
  private static Optional<Double> share(Optional<Double> part, Optional<Double> whole) {
    return whole
        .filter(total -> total > 0)
        .flatMap(total -> part.map(amount -> Math.min(100.0, 100 * amount / total)))
        .filter(percent -> percent >= 0);
  }

  /** A distance that comes in kilometres, in miles, or in both. */
  private Optional<Distance> distance(String field) {
    return number(car.path(field))
        .map(Distance::ofKilometres)
        .or(
            () ->
                number(car.path(field + "Mls"))
                    .map(miles -> new Distance(miles, Distance.Unit.MILES)))
        .filter(distance -> distance.value() >= 0);
  }

  private void lists() {
    notices("checkControlMessages").ifPresent(list -> add(Signal.CHECK_CONTROL, list));
    notices("cbsData").ifPresent(list -> add(Signal.SERVICE, list));
  }

  private void add(Signal<Notices> signal, List<Notice> list) {
    report.add(signal, new Notices(list), at);
  }

  private <T> void add(Signal<T> signal, Optional<T> value) {
    report.add(signal, value, at);
  }

  private Optional<List<Notice>> notices(String field) {
    JsonNode list = car.path(field);
    if (!list.isArray()) {
      return Optional.empty();
    }
    List<Notice> notices = new ArrayList<>();
    list.forEach(
        item ->
            (field.equals("cbsData") ? service(item) : checkControl(item)).ifPresent(notices::add));
    return Optional.of(notices);
  }

  private static Optional<Notice> checkControl(JsonNode message) {
    Optional<String> words =
        text(message.path("ccmDescriptionShort"))
            .or(() -> text(message.path("ccmDescriptionLong")));
    return text(message.path("ccmId"))
        .or(() -> words)
        .map(id -> new Notice(id, words.orElse("message " + id)));
  }

  /** A service item that is due: one that goes from pending to overdue is a new notice. */
  private static Optional<Notice> service(JsonNode item) {
    Optional<String> state =
        text(item.path("cbsState"))
            .filter(word -> word.equals("PENDING") || word.equals("OVERDUE"));
    Optional<String> type = text(item.path("cbsType"));
    if (state.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    String name = type.get().replace('_', ' ').toLowerCase(Locale.ROOT);
    String due = text(item.path("cbsDueDate")).map(date -> " (" + date + ")").orElse("");
    String word = state.get().toLowerCase(Locale.ROOT);
    return Optional.of(new Notice(type.get() + " " + state.get(), name + " " + word + due));
  }
}
