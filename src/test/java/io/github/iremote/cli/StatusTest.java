package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.ConnectedDriveCar;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.json.Json;
import io.github.iremote.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code status} through the front door, over ConnectedDrive. */
class StatusTest {
  private static final String GET_STATUS = "GET " + OwnersMachine.STATUS;

  @RegisterExtension
  final OwnersMachine machine = new OwnersMachine().configured().withCar("i3-rex");

  private final Path configs = machine.configs;

  @Test
  void a_car_seen_for_the_first_time_is_told_once_with_its_status() throws IOException {
    Result result = machine.status("--short");

    assertEquals(new Result(0, "My i3: Watching: locked · 79 % · 88 km\n", ""), result);
    assertEquals(
        List.of(
            Json.parse(
                """
                {
                  "text": "*My i3*: Watching: locked · 79 % · 88 km",
                  "attachments": [ {
                    "color": "#2eb67d",
                    "fallback": "My i3: Watching: locked · 79 % · 88 km",
                    "fields": [
                      { "title": "Update Event", "value": "Watching: locked", "short": true },
                      { "title": "Electric Range", "value": "88 km : 79%", "short": true },
                      { "title": "REX Range", "value": "88 km : 95%", "short": true },
                      { "title": "Current Mileage", "value": "38807 km", "short": true }
                    ],
                    "ts": 1520840337
                  } ]
                }""")),
        machine.posted());
  }

  @Test
  void ten_polls_of_the_same_answer_post_once_and_an_unchanged_one_is_one_request()
      throws IOException {
    machine.watched();
    var files = machine.files();

    for (int poll = 0; poll < 9; poll++) {
      machine.now = machine.now.plus(Duration.ofMinutes(5));
      Result result = machine.status("--short");
      assertEquals("My i3: unchanged since 08:40 · 79 % · 88 km\n", result.out());
      assertEquals(List.of(GET_STATUS), machine.bmw.asked());
    }

    assertEquals(List.of(), machine.posted());
    assertEquals(files, machine.files());
  }

  @Test
  void a_change_is_posted_under_the_cars_own_reason_with_what_else_changed() throws IOException {
    machine.watched();
    machine.now = machine.now.plus(Duration.ofMinutes(5));
    machine.carSays(ConnectedDriveCar.unlocked("trunk", "\"OPEN\""));

    Result result = machine.status("--short");

    assertEquals("My i3: Car Unlocked · Car Opened: trunk · 79 % · 88 km\n", result.out());
    assertEquals(
        List.of(
            Json.parse(
                """
                {
                  "text": "*My i3*: Car Unlocked · 79 % · 88 km",
                  "attachments": [ {
                    "color": "#2eb67d",
                    "fallback": "My i3: Car Unlocked · 79 % · 88 km",
                    "fields": [
                      { "title": "Update Event", "value": "Car Unlocked", "short": true },
                      { "title": "Changes", "value": "Car Opened: trunk", "short": false },
                      { "title": "Electric Range", "value": "88 km : 79%", "short": true },
                      { "title": "REX Range", "value": "88 km : 95%", "short": true },
                      { "title": "Current Mileage", "value": "38807 km", "short": true }
                    ],
                    "ts": 1520840641
                  } ]
                }""")),
        machine.posted());
  }

  @Test
  void a_dry_run_prints_what_would_be_posted_and_posts_and_saves_no_event() {
    Result result = machine.status("--dry-run");

    assertEquals(0, result.code());
    assertEquals(
        """
            My i3: Watching: locked
              car         …000123
              lock        locked
              open        nothing
              battery     79 % · 88 km
              fuel        95 % · 88 km
              charging    not plugged in
              driven      38807 km
              as of       08:38, 1 minute ago
            Would be posted:
              ┃ My i3: Watching: locked · 79 % · 88 km
              ┃ Electric Range   88 km : 79 %
              ┃ REX Range        88 km : 95 %
              ┃ Current Mileage  38807 km

            """,
        result.out());
    assertEquals(List.of(), machine.posted());
    assertFalse(Files.exists(configs.resolve("event-" + OwnersMachine.VIN + ".json")));
  }

  @Test
  void quiet_prints_nothing_and_json_one_object_a_car() throws IOException {
    assertEquals(new Result(0, "", ""), machine.status("--quiet"));

    Result result = machine.status("--json");

    var json = Json.parse(result.out());
    assertEquals(OwnersMachine.VIN, json.path("vin").asText());
    assertEquals("My i3", json.path("name").asText());
    assertFalse(json.path("changed").asBoolean(true));
    assertEquals(79, json.path("status").path("stateOfCharge").path("value").asInt());
  }

  @Test
  void without_a_list_of_cars_every_car_on_the_account_is_watched() throws IOException {
    String other = "WBA00000000000042";
    machine.config(
        Files.readString(configs.resolve("config.json")).replaceAll("\"vehicles\".*", ""));
    machine.bmw.answer(
        OwnersMachine.CARS,
        200,
        "[{\"vin\":\"%s\",\"model\":\"i3 (+ REX)\"},{\"vin\":\"%s\",\"model\":\"X1\"}]"
            .formatted(OwnersMachine.VIN, other));
    machine.bmw.answer(
        OwnersMachine.CARS + other + "/status",
        200,
        """
        {"vehicleStatus":{"mileage":4711,"updateTime":"2018-03-12T08:00:00+0100",
          "updateReason":"VEHICLE_SECURED","doorLockState":"SECURED"}}""");

    assertEquals(
        "i3 (+ REX): Watching: locked · 79 % · 88 km\nX1: Watching: locked\n",
        machine.status("--short").out());
    machine.bmw.asked();
    assertEquals("X1: unchanged since 08:40\n", machine.status("--short", "--car", "x1").out());
    assertEquals(List.of("GET " + OwnersMachine.CARS + other + "/status"), machine.bmw.asked());
    assertEquals(2, machine.status("--car", "Mini").code());
  }

  @Test
  void a_car_without_a_name_is_called_by_its_model_which_is_asked_once() throws IOException {
    machine.config(
        Files.readString(configs.resolve("config.json")).replace(", \"name\": \"My i3\"", ""));
    machine.bmw.answer(OwnersMachine.CARS, 200, "{\"vehicles\":[]}");
    assertTrue(machine.status().out().startsWith("BMW …000123: Watching"));
    machine.bmw.asked();
    machine.status();
    assertEquals(List.of(GET_STATUS), machine.bmw.asked());

    machine.bmw.answer(
        OwnersMachine.CARS,
        200,
        """
        {"vehicles":[{"vin":"%s","model":"i3","driveTrain":"BEV_REX"}]}"""
            .formatted(OwnersMachine.VIN));
    assertEquals("i3 REX  " + OwnersMachine.VIN + "\n", machine.run("vehicles").out());
    assertTrue(machine.status().out().startsWith("i3 REX: unchanged"));
  }

  @Test
  void one_car_that_fails_does_not_keep_the_others_from_being_told() throws IOException {
    String other = "WBA00000000000042";
    machine.config(
        Files.readString(configs.resolve("config.json"))
            .replace("\"vehicles\": [", "\"vehicles\": [ { \"vin\": \"" + other + "\" },"));

    Result result = machine.status("--short");

    assertEquals(4, result.code());
    assertEquals("My i3: Watching: locked · 79 % · 88 km\n", result.out());
    assertEquals(
        "iremote: BMW answered HTTP 404: it does not know the car; check the vin in"
            + " config.json\n",
        result.err());
    assertEquals(1, machine.posted().size());
  }

  @Test
  void files_are_private_from_birth() throws IOException {
    machine.status();

    for (String file : List.of("token.json", "event-" + OwnersMachine.VIN + ".json", ".lock")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(configs.resolve(file))),
          file);
    }
  }

  @Test
  void a_run_that_finds_another_one_at_work_leaves_it_to_it() {
    RunLock lock = RunLock.tryAcquire(configs).orElseThrow();
    try (lock) {
      Result result = machine.status("-v");
      assertEquals(0, result.code());
      assertEquals("", result.out());
      assertEquals("INFO another run is under way: nothing to do\n", machine.plain(result.err()));
    }
    assertEquals(List.of(), machine.bmw.asked());
  }

  @Test
  void no_secret_is_printed_at_any_level() {
    Result ok = machine.status("-vv");
    machine.bmw.answer(OwnersMachine.STATUS, 500, "access-secret");
    machine.slack.answer(OwnersMachine.HOOK, 403, "invalid_token");
    Result bad = machine.status("-vv");

    String all = ok.out() + ok.err() + bad.out() + bad.err();
    assertEquals(
        """
            INFO logging in
            DEBUG POST http://localhost/...
            DEBUG POST http://localhost/... answered 200, 108 characters
            DEBUG GET http://localhost/...
            DEBUG GET http://localhost/... answered 200, 1115 characters
            DEBUG POST http://localhost/...
            DEBUG POST http://localhost/... answered 200, 2 characters
            """,
        machine.plain(ok.err()));
    for (String secret : List.of("-secret", "Bearer", OwnersMachine.VIN, "48.1771")) {
      assertFalse(all.contains(secret), secret + " in\n" + all);
    }
  }
}
