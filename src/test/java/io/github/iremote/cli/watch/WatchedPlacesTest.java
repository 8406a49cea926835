package io.github.iremote.cli.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.CarDataAccount;
import io.github.iremote.WebServer;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a poll's run does for the places and the owner, {@code watch} does as well. */
class WatchedPlacesTest {
  private static final String DOOR = "cabin.door.row1.driver.isOpen";
  private static final String POST = "/api/chat.postMessage";
  private static final String UPDATE = "/api/chat.update";
  private static final String BOT =
      "\"history\": true, \"notify\": [ { \"name\": \"bot\", \"slack\":"
          + " { \"server\": \"%s\", \"botToken\": \"xoxb-1\", \"channel\": \"C1\" } } ]";

  @TempDir Path configs;
  @RegisterExtension final WebServer place = new WebServer();

  private WatchedCar car(String... more) {
    return new WatchedCar(configs, more);
  }

  /** A charge that the stream tells of, up to some level. */
  private static void charges(WatchedCar car, int level) {
    car.says(
        "body.chargingPort.status = CONNECTED @ " + time(car),
        "drivetrain.electricEngine.charging.status = CHARGINGACTIVE @ " + time(car),
        level(car, level));
    car.passes(Duration.ofSeconds(6));
  }

  private static String level(WatchedCar car, int level) {
    return "drivetrain.batteryManagement.header = " + level + " @ " + time(car);
  }

  private static void chargeEnds(WatchedCar car) {
    car.says(
        "drivetrain.electricEngine.charging.status = CHARGINGENDED @ " + time(car), level(car, 80));
    car.passes(Duration.ofSeconds(6));
  }

  private static String time(WatchedCar car) {
    return car.now().toString().substring(11, 19);
  }

  private List<String> asked() throws IOException {
    List<String> asked = new ArrayList<>();
    for (RecordedRequest request : place.requests()) {
      String path = request.getUrl().encodedPath();
      JsonNode body = Json.parse(request.getBody().utf8());
      asked.add(path + " " + body.path("text").asText().lines().findFirst().orElse(""));
    }
    return asked;
  }

  @Test
  void a_charge_is_one_message_that_changes_and_its_end_comes_with_a_picture() throws IOException {
    place.answer(POST, 200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.5\"}");
    place.answer(UPDATE, 200, "{\"ok\":true}");
    place.answer(
        "/api/files.getUploadURLExternal",
        200,
        "{\"ok\":true,\"upload_url\":\"%s/upload\",\"file_id\":\"F1\"}".formatted(place.url()));
    place.answer("/upload", 200, "OK - 1");
    place.answer("/api/files.completeUploadExternal", 200, "{\"ok\":true}");
    try (WatchedCar car = car(BOT.formatted(place.url()))) {
      car.account.says(
          "body.chargingPort.status = DISCONNECTED @ 09:40",
          "drivetrain.electricEngine.charging.status = NOCHARGING @ 09:40",
          "powertrain.electric.battery.stateOfCharge.target = 80 @ 09:40",
          "drivetrain.batteryManagement.header = 40 @ 09:40");
      car.listens();
      place.requests();
      charges(car, 41);
      assertEquals(List.of(POST + " *My i4*: Charging Started · 41 %"), asked());
      for (int level = 42; level <= 51; level++) {
        car.passes(Duration.ofSeconds(30));
        car.says(level(car, level));
      }
      car.passes(Duration.ofSeconds(11));
      assertEquals(
          List.of(UPDATE + " *My i4*: Charging · 46 %", UPDATE + " *My i4*: Charging · 51 %"),
          asked());
      chargeEnds(car);
      String file = configs.resolve("day.png").toString();
      assumeTrue(
          car.machine.run("history", "--png", file).code() == 0, "this machine has no letters");
      List<String> paths = new ArrayList<>();
      car.until(
          () -> {
            place.requests().forEach(request -> paths.add(request.getUrl().encodedPath()));
            return paths.contains("/api/files.completeUploadExternal");
          });
      assertEquals(List.of(POST, UPDATE), paths.subList(0, 2));
    }
  }

  @Test
  void a_charge_that_has_ended_is_asked_for_later() {
    String history = CarDataAccount.CAR + "/chargingHistory";
    try (WatchedCar car = car("\"history\": true").listens()) {
      charges(car, 41);
      chargeEnds(car);
      List<String> asked = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        car.passes(Duration.ofMinutes(10));
        asked.addAll(car.machine.bmw.asked());
      }
      assertEquals(1, asked.stream().filter(a -> a.contains(history)).count(), asked::toString);
    }
  }

  @Test
  void a_dead_place_delays_nothing_and_the_other_hears_of_it_after_an_hour_and_when_it_is_back() {
    place.answer("/hook", 500, "");
    String hook = "{ \"name\": \"garage\", \"webhook\": { \"url\": \"%s/hook\" } }";
    try (WatchedCar car = car("\"notify\": [ " + hook.formatted(place.url()) + " ]").listens()) {
      car.says(DOOR + " = false @ " + time(car));
      car.passes(Duration.ofMinutes(1));
      for (boolean open : List.of(true, false, true, false)) {
        car.says(DOOR + " = " + open + " @ " + time(car));
        car.passes(Duration.ofSeconds(6));
        assertEquals(1, car.machine.headlines().size(), car::said);
      }
      for (int i = 0; i < 13; i++) {
        car.passes(Duration.ofMinutes(5));
      }
      List<String> told = car.machine.headlines();
      assertEquals(1, told.size(), told::toString);
      assertTrue(told.get(0).startsWith("*iRemote*: Trouble · Garage has taken no"), told.get(0));
      assertEquals(1, car.said().split("Garage answered HTTP 500", -1).length - 1, car.said());
      place.answer("/hook", 204, "");
      car.passes(Duration.ofHours(1));
      assertEquals(
          List.of("*iRemote*: Working Again · Garage takes messages again"),
          car.machine.headlines());
    }
  }

  @Test
  void a_reminder_and_the_report_of_the_month_come_in_their_time() {
    String reminder = "\"reminders\": [ { \"at\": \"21:30\", \"batteryBelow\": 90 } ]";
    try (WatchedCar car = car(reminder, "\"history\": true, \"report\": \"monthly\"")) {
      car.machine.now = Instant.parse("2026-03-31T15:00:00Z");
      car.account.says(
          "body.chargingPort.status = DISCONNECTED @ 09:40",
          "drivetrain.batteryManagement.header = 60 @ 09:40",
          "vehicle.travelledDistance = 20000 @ 09:40");
      car.listens();
      car.says("vehicle.travelledDistance = 20020 @ 2026-03-31T15:10:00Z");
      List<String> told = new ArrayList<>();
      while (car.now().isBefore(Instant.parse("2026-04-01T08:00:00Z"))) {
        car.passes(Duration.ofMinutes(30));
        car.machine.headlines().forEach(line -> told.add(line.substring(0, line.indexOf(" ·"))));
      }
      assertEquals(
          List.of(
              "*My i4*: Car Moving",
              "*My i4*: Car Parked",
              "*My i4*: Please Plug In",
              "*My i4*: Report: March 2026, 20 km driven, longest drive 20 km"),
          told);
    }
  }
}
