package io.github.iremote.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.json.Json;
import io.github.iremote.mqtt.Connection;
import io.github.iremote.mqtt.Heard;
import io.github.iremote.mqtt.Login;
import io.github.iremote.mqtt.Moquette;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a Home Assistant is shown. */
class HomeAssistantTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final String VIN = "WBY71AW060FM00123";

  private static CarDevice car(double level, boolean position) {
    VehicleStatus status =
        VehicleStatus.UNKNOWN
            .with(Signal.STATE_OF_CHARGE, new Reading<>(level, AT))
            .with(Signal.POSITION, new Reading<>(new Position(48.1, 11.5), AT))
            .with(Signal.LOCK, new Reading<>(LockState.SECURED, AT));
    Vehicle car = new Vehicle(VIN, "My i4", "i4 eDrive40");
    return new CarDevice(car, status, Optional.of("Car Locked"), Optional.of(AT), position);
  }

  @Test
  void a_car_is_a_device_of_what_it_has_told() throws Exception {
    var discovery = car(60, false).discovery();
    assertEquals("homeassistant/device/iremote_wby71aw060fm00123/config", discovery.topic());
    JsonNode json = Json.parse(discovery.payload());
    assertEquals("My i4", json.path("device").path("name").asText());
    assertEquals("battery", json.path("components").path("battery").path("device_class").asText());
    assertTrue(json.path("components").has("unlocked"));
    assertFalse(json.path("components").has("fuel"));
    JsonNode state = Json.parse(car(60, false).now().payload());
    assertEquals("OFF", state.path("unlocked").asText());
    assertEquals("Car Locked", state.path("lastEvent").asText());
  }

  @Test
  void where_it_is_is_shown_to_who_wants_to_know() {
    assertEquals(
        "{\"battery\":60.0,\"unlocked\":\"OFF\",\"open\":\"OFF\",\"lastEvent\":\"Car"
            + " Locked\",\"lastEventAt\":\"2026-03-02T10:00:00Z\",\"asOf\":\"2026-03-02T10:00:00Z\"}",
        car(60, false).now().payload());
    assertEquals(
        "{\"battery\":60.0,\"unlocked\":\"OFF\",\"open\":\"OFF\",\"lastEvent\":\"Car"
            + " Locked\",\"lastEventAt\":\"2026-03-02T10:00:00Z\",\"asOf\":\"2026-03-02T10:00:00Z\",\"latitude\":48.1,\"longitude\":11.5}",
        car(60, true).now().payload());
  }

  @Test
  void what_was_shown_last_stays_at_the_broker_and_that_nobody_shows_anything_any_more() {
    Optional<String> gcid = Optional.of("gcid");
    try (Moquette broker = new Moquette();
        HomeAssistant home = new HomeAssistant(broker.broker(), gcid, gcid, () -> Duration.ZERO)) {
      broker.password("gcid");
      home.show(car(60, false));
      home.show(car(61, false));
      Heard heard = new Heard();
      Login login = new Login("home", gcid, gcid);
      try (Connection other =
          Connection.open(broker.broker(), login, Optional.of("#"), Optional.empty(), heard)) {
        Map<String, String> shown = new TreeMap<>();
        while (!shown.getOrDefault("iremote/available", "").equals("online")) {
          String next = heard.next();
          assertFalse(next.equals("nothing"), () -> other + " has heard only " + shown);
          String[] words = next.split(" ", 2);
          shown.put(words[0], words.length > 1 ? words[1] : "");
        }
        assertEquals(
            "{\"battery\":61.0,\"unlocked\":\"OFF\",\"open\":\"OFF\",\"lastEvent\":\"Car"
                + " Locked\",\"lastEventAt\":\"2026-03-02T10:00:00Z\",\"asOf\":\"2026-03-02T10:00:00Z\"}",
            shown.get("iremote/iremote_wby71aw060fm00123/state"));
        assertEquals(
            List.of(
                "connected",
                "homeassistant/device/iremote_wby71aw060fm00123/config",
                "iremote/available",
                "iremote/iremote_wby71aw060fm00123/state"),
            java.util.List.copyOf(shown.keySet()));
      }
    }
  }
}
