package io.github.iremote.homeassistant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.mqtt.Connection.Retained;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A car as a device of Home Assistant: what it is made of, and how it is.
 *
 * @param lastEvent what happened last, in words
 * @param position whether it may be shown where the car is
 * @see <a href="https://www.home-assistant.io/integrations/mqtt/#device-discovery-payload">Device
 *     discovery</a>
 */
public record CarDevice(
    Vehicle car,
    VehicleStatus status,
    Optional<String> lastEvent,
    Optional<Instant> lastEventAt,
    boolean position) {
  static final String AVAILABILITY = "iremote/available";

  /** What it is made of: only what the car has told of. */
  public Retained discovery() {
    ObjectNode json = Json.object();
    ObjectNode device = json.putObject("device");
    device.putArray("identifiers").add(id());
    device.put("name", car.name()).put("manufacturer", "BMW").put("model", car.model());
    json.putObject("origin").put("name", "iRemote");
    json.put("state_topic", stateTopic()).put("availability_topic", AVAILABILITY);
    ObjectNode parts = json.putObject("components");
    state().properties().forEach(reading -> component(reading.getKey(), parts));
    return new Retained("homeassistant/device/" + id() + "/config", Json.line(json));
  }

  private void component(String name, ObjectNode parts) {
    switch (name) {
      case "battery" -> sensor(parts, name, "Battery", "battery", "%");
      case "fuel" -> sensor(parts, name, "Fuel", "", "%");
      case "range" -> sensor(parts, name, "Electric range", "distance", "km");
      case "fuelRange" -> sensor(parts, name, "Fuel range", "distance", "km");
      case "odometer" -> sensor(parts, name, "Mileage", "distance", "km");
      case "lastEvent" -> sensor(parts, name, "Last event", "", "");
      case "lastEventAt" -> sensor(parts, name, "Last event at", "timestamp", "");
      case "asOf" -> sensor(parts, name, "As of", "timestamp", "");
      case "unlocked" -> binary(parts, name, "Lock", "lock");
      case "open" -> binary(parts, name, "Doors and windows", "opening");
      case "moving" -> binary(parts, name, "Moving", "moving");
      case "plugged" -> binary(parts, name, "Plug", "plug");
      case "charging" -> binary(parts, name, "Charging", "battery_charging");
      default -> {
        // what goes with another reading
      }
    }
  }

  private void sensor(ObjectNode parts, String name, String title, String kind, String unit) {
    ObjectNode part = part(parts, name, title, "sensor", kind);
    if (!unit.isEmpty()) {
      part.put("unit_of_measurement", unit).put("state_class", "measurement");
    }
  }

  private void binary(ObjectNode parts, String name, String title, String kind) {
    part(parts, name, title, "binary_sensor", kind);
  }

  private ObjectNode part(
      ObjectNode parts, String name, String title, String platform, String kind) {
    ObjectNode part = parts.putObject(name).put("platform", platform).put("name", title);
    if (!kind.isEmpty()) {
      part.put("device_class", kind);
    }
    return part.put("unique_id", id() + "_" + name.toLowerCase(Locale.ROOT))
        .put("value_template", "{{ value_json." + name + " }}");
  }

  /** How it is. */
  public Retained now() {
    return new Retained(stateTopic(), Json.line(state()));
  }

  private ObjectNode state() {
    ObjectNode json = Json.object();
    status.get(Signal.STATE_OF_CHARGE).ifPresent(percent -> json.put("battery", percent));
    status.get(Signal.FUEL_LEVEL).ifPresent(percent -> json.put("fuel", percent));
    status.get(Signal.ELECTRIC_RANGE).ifPresent(d -> json.put("range", Math.round(d.kilometres())));
    status.get(Signal.FUEL_RANGE).ifPresent(d -> json.put("fuelRange", Math.round(d.kilometres())));
    status.get(Signal.ODOMETER).ifPresent(d -> json.put("odometer", Math.round(d.kilometres())));
    status.get(Signal.LOCK).ifPresent(lock -> json.put("unlocked", onOff(!lock.locked())));
    status.get(Signal.MOVING).ifPresent(moving -> json.put("moving", onOff(moving)));
    status
        .get(Signal.PLUG)
        .ifPresent(plug -> json.put("plugged", onOff(plug == PlugState.CONNECTED)));
    status
        .get(Signal.CHARGING)
        .ifPresent(charging -> json.put("charging", onOff(charging == ChargingState.CHARGING)));
    if (!status.isEmpty()) {
      json.put("open", onOff(!status.open().isEmpty()));
    }
    lastEvent.ifPresent(words -> json.put("lastEvent", words));
    lastEventAt.ifPresent(time -> json.put("lastEventAt", time.toString()));
    status.at().ifPresent(time -> json.put("asOf", time.toString()));
    if (position) {
      status
          .get(Signal.POSITION)
          .ifPresent(
              place -> json.put("latitude", place.latitude()).put("longitude", place.longitude()));
    }
    return json;
  }

  private static String onOff(boolean on) {
    return on ? "ON" : "OFF";
  }

  private String stateTopic() {
    return "iremote/" + id() + "/state";
  }

  private String id() {
    return "iremote_" + car.vin().toLowerCase(Locale.ROOT);
  }
}
