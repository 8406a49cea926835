package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code setup} through the front door, in a terminal. */
class SetupTest {
  private static final String AUTHORIZATION = "Basic a2V5LXNlY3JldA==";
  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  private final Path configs = machine.configs;

  @BeforeEach
  void start() {
    machine.listsItsCar();
    machine.carSays(car("i3-rex"));
  }

  private Path config() {
    return configs.resolve("config.json");
  }

  @Test
  void the_answers_make_a_config_that_status_works_with() throws IOException {
    Result result =
        machine.setUp(
            "connecteddrive",
            "",
            AUTHORIZATION,
            "owner@example.com",
            "password-secret",
            "My i3",
            "slack",
            machine.hook(),
            "",
            "",
            "miles");

    assertEquals(0, result.code(), result.toString());
    assertEquals(
        Json.parse(
            """
            {
              "connecteddrive": {
                "region": "ROW", "server": "%s", "authorization": "%s",
                "username": "owner@example.com", "password": "password-secret"
              },
              "vehicles": [ { "vin": "%s", "name": "My i3" } ],
              "slack": { "webhookUrl": "%s" },
              "distance": "miles"
            }"""
                .formatted(machine.bmw.url(), AUTHORIZATION, OwnersMachine.VIN, machine.hook())),
        machine.config());
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(config())));
    assertEquals(1, machine.headlines().size());
    machine.terminal = false;
    assertEquals(new Result(0, "", ""), machine.status("--quiet"));
    assertEquals(List.of("*My i3*: Watching: locked · 79 % · 54 miles"), machine.headlines());
  }

  @Test
  void a_wrong_answer_is_explained_and_asked_for_again() throws IOException {
    machine.slack.answer("/services/dead", 404, "no_service");

    Result result =
        machine.setUp(
            "cardrive",
            "connecteddrive",
            "ROW",
            "secret without its start",
            "owner@example.com",
            "password-secret",
            "ROW",
            AUTHORIZATION,
            "owner@example.com",
            "password-secret",
            "",
            "1",
            "hooks.slack.com/services",
            "",
            machine.slack.url() + "/services/dead",
            "y",
            "",
            machine.hook(),
            "n",
            "",
            "furlongs",
            "");

    assertEquals(0, result.code(), result.toString());
    assertEquals(
        List.of(
            "--api expected cardata or connecteddrive, not cardrive",
            "setup: connecteddrive.authorization expected \"Basic …\", as the app's users"
                + " have published it",
            "setup: slack.webhookUrl expected an address that begins with https:// (http://"
                + " only for this machine)",
            "Slack refuses the webhook (HTTP 404 no_service); messages are kept: check"
                + " slack.webhookUrl in config.json; if it is as it was given, make a new webhook"
                + " and put its address there",
            "setup: distance expected one of km, miles, not \"furlongs\""),
        new Dialogue(machine, result).complaints());
    var written = machine.config();
    assertEquals("km", written.path("distance").asText());
    assertEquals("i3 (+ REX)", written.path("vehicles").path(0).path("name").asText());
  }

  @Test
  void a_refused_password_is_asked_for_again_and_enter_repeats_the_rest() {
    machine.bmw.answer(OwnersMachine.TOKEN, 400, "{\"error\":\"invalid_grant\"}");

    Result result =
        machine.setUp(
            "connecteddrive", "US", AUTHORIZATION, "owner@example.com", "wrong", "", AUTHORIZATION);

    assertEquals(2, result.code());
    assertEquals(
        """
          A few questions, then CONFIGS/config.json is written.
          Enter takes what is in [brackets]. Ctrl-C ends it; a login that is made by then is \
          kept.

          BMW has two interfaces.
          Which one, by number or name [1]:\s
          Where is the account?
          Which one, by number or name [1]: Authorization, "Basic …" (is not shown): Username at \
          BMW: Password at BMW (is not shown):   BMW refused the login (HTTP 400 invalid_grant); \
          check username, password and authorization in config.json
          Where is the account?
          Which one, by number or name [2]: Authorization, "Basic …" (is not shown): Username at \
          BMW [owner@example.com]:\s""",
        new Dialogue(machine, result).talk());
    assertFalse(Files.exists(config()));
  }

  @Test
  void answers_that_end_early_leave_nothing_behind() {
    Result result = machine.setUp("connecteddrive", "ROW");

    assertEquals(2, result.code());
    assertEquals(
        "iremote: the input has ended before the last answer. Nothing is written.\n", result.err());
    assertEquals(List.of(), List.copyOf(machine.files().keySet()));
  }

  @Test
  void a_car_can_be_left_out() throws IOException {
    machine.bmw.answer(
        OwnersMachine.CARS,
        200,
        "[{\"vin\":\"WBAAAAAAAAA999999\",\"model\":\"X1\"},{\"vin\":\""
            + OwnersMachine.VIN
            + "\",\"model\":\"i3\"}]");

    machine.setUp(
        "connecteddrive",
        "",
        AUTHORIZATION,
        "me",
        "pw",
        "-",
        "My i3",
        "",
        machine.hook(),
        "n",
        "",
        "km");

    var vehicles = machine.config().path("vehicles");
    assertEquals(1, vehicles.size());
    assertEquals(OwnersMachine.VIN, vehicles.path(0).path("vin").asText());
  }

  @Test
  void no_secret_is_printed() {
    Result result =
        machine.setUp(
            "connecteddrive",
            "",
            AUTHORIZATION,
            "me",
            "password-secret",
            "",
            "",
            machine.hook(),
            "",
            "",
            "");

    assertFalse(result.toString().contains("-secret"), result.toString());
    assertFalse(result.toString().contains(AUTHORIZATION), result.toString());
    assertFalse(result.toString().contains(OwnersMachine.VIN), result.toString());
  }
}
