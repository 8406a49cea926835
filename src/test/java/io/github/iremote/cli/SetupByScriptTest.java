package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.json.Json;
import io.github.iremote.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code setup} where there is no terminal: all it asks is an option. */
class SetupByScriptTest {
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

  /** What a script says so that nothing is left to ask. */
  private Map<String, String> options() {
    machine.environment.put("BMW_AUTHORIZATION", AUTHORIZATION);
    machine.environment.put("BMW_PASSWORD", "password-secret");
    machine.environment.put("SLACK_WEBHOOK", machine.hook());
    Map<String, String> options = new LinkedHashMap<>();
    options.put("--api", "connecteddrive");
    options.put("--server", machine.bmw.url());
    options.put("--username", "owner@example.com");
    options.put("--authorization", "${BMW_AUTHORIZATION}");
    options.put("--password", "${BMW_PASSWORD}");
    options.put("--slack-webhook", "${SLACK_WEBHOOK}");
    return options;
  }

  private Result script(Map<String, String> options, String... flags) {
    List<String> args = new ArrayList<>(List.of("setup"));
    options.forEach((name, value) -> args.addAll(List.of(name, value)));
    args.addAll(List.of(flags));
    return machine.run(args.toArray(String[]::new));
  }

  @Test
  void a_script_is_asked_nothing_and_its_references_stay_references() throws IOException {
    Result result = script(options());

    assertEquals(0, result.code(), result.toString());
    assertEquals(
        """
          BMW accepts the login.
          Found: i3 (+ REX) (…000123)
          Written: CONFIGS/config.json
          To have cron run it every 5 minutes, add this line (crontab -e):
          */5 * * * * iremote status --quiet --configs CONFIGS # iremote
          To see your cars, and to post for the first time: iremote status
          """,
        machine.plain(result.out()));
    assertEquals(
        Json.parse(
            """
            {
              "connecteddrive": {
                "region": "ROW", "server": "%s", "authorization": "${BMW_AUTHORIZATION}",
                "username": "owner@example.com", "password": "${BMW_PASSWORD}"
              },
              "slack": { "webhookUrl": "${SLACK_WEBHOOK}" },
              "distance": "km"
            }"""
                .formatted(machine.bmw.url())),
        machine.config());
    assertEquals(List.of(), machine.headlines());
    assertEquals(0, machine.status().code());
  }

  @Test
  void a_script_hands_secrets_over_on_the_standard_input() throws IOException {
    machine.typed = AUTHORIZATION + "\npassword-secret\n" + machine.hook() + "\n";

    Map<String, String> options = options();
    options.replaceAll((name, value) -> value.startsWith("${") ? "-" : value);

    Result result = script(options);

    assertEquals(0, result.code(), result.toString());
    var written = machine.config();
    assertEquals(AUTHORIZATION, written.path("connecteddrive").path("authorization").asText());
    assertEquals("password-secret", written.path("connecteddrive").path("password").asText());
    assertEquals(machine.hook(), written.path("slack").path("webhookUrl").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          password      | hunter2                     | --password takes ${NAME}, ${file:/path}, or - for a line of the standard input: others can read what is on a command line
          password      | ${NOT_SET}                  | setup: connecteddrive.password refers to ${NOT_SET}, which is not set
          slack-webhook | https://hooks.example.com/x | --slack-webhook takes ${NAME}, ${file:/path}, or - for a line of the standard input: others can read what is on a command line
          api           | carpool                     | --api expected cardata or connecteddrive, not carpool
          region        | Mars                        | setup: connecteddrive.region expected one of CN, ROW, US, not "Mars"
          distance      | furlongs                    | setup: distance expected one of km, miles, not "furlongs"
          vehicle       | WBY1                        | setup: vehicles[0].vin expected the 17 letters and digits of a vehicle identification number, not 4
          """)
  void a_script_that_says_something_wrong_fails_with_one_sentence(
      String option, String value, String complaint) {
    Map<String, String> options = options();
    options.put("--" + option, value);

    Result result = script(options);

    assertEquals(2, result.code(), result.toString());
    assertEquals("iremote: " + complaint + "\n", result.err());
    assertFalse(Files.exists(config()));
  }

  @Test
  void without_a_terminal_all_that_is_missing_is_named_before_anything_is_done() {
    Result nothing = machine.run("setup");
    Result some =
        machine.run("setup", "--api", "connecteddrive", "--username", "owner@example.com");

    assertEquals(2, nothing.code());
    assertEquals(
        "iremote: there is no terminal to ask questions in: give --api, --slack-webhook;"
            + " and for cardata --client-id, for connecteddrive --authorization, --username,"
            + " --password\n",
        nothing.err());
    assertEquals(2, some.code());
    assertEquals(
        "iremote: there is no terminal to ask questions in: give --authorization,"
            + " --password, --slack-webhook\n",
        some.err());
    assertEquals(List.of(), machine.bmw.asked());
    assertEquals(List.of(), List.copyOf(machine.files().keySet()));
  }

  @Test
  void a_script_may_name_cars_and_have_a_test_message_sent() throws IOException {
    Map<String, String> options = options();
    options.put("--vehicle", OwnersMachine.VIN + "=My i3");

    Result result = script(options, "--no-login", "--post");

    assertEquals(0, result.code(), result.toString());
    assertEquals(List.of(), machine.bmw.asked());
    var vehicle = machine.config().path("vehicles").path(0);
    assertEquals("My i3", vehicle.path("name").asText());
    assertEquals(1, machine.headlines().size());
  }

  @Test
  void a_config_that_is_there_is_replaced_only_when_told() throws IOException {
    machine.config("// mine\n{}");

    Result refused = script(options());

    assertEquals(2, refused.code());
    assertEquals(
        "iremote: CONFIGS/config.json is there already; to replace it: iremote setup"
            + " --overwrite\n",
        machine.plain(refused.err()));
    assertEquals("// mine\n{}", Files.readString(config()));
    assertEquals(List.of(), machine.bmw.asked());
    assertEquals(0, script(options(), "--overwrite").code());
    var written = machine.config();
    assertEquals("owner@example.com", written.path("connecteddrive").path("username").asText());
  }

  @Test
  void a_failed_login_writes_no_config() {
    machine.bmw.answer(OwnersMachine.TOKEN, 400, "{\"error\":\"invalid_grant\"}");

    assertEquals(3, script(options()).code());

    assertFalse(Files.exists(config()));
  }

  @Test
  void it_does_not_log_in_while_another_run_is_under_way() {
    RunLock lock = RunLock.tryAcquire(configs).orElseThrow();

    Result result = script(options());
    lock.close();

    assertEquals(4, result.code());
    assertEquals(List.of(), machine.bmw.asked());
  }

  @Test
  void a_directory_that_is_not_there_is_made_for_the_owner_alone() throws IOException {
    Path home = Files.createDirectory(configs.resolve("home"));
    machine.environment.put("HOME", home.toString());
    machine.environment.put("SLACK_WEBHOOK", machine.hook());
    String line =
        "setup --api cardata --client-id 5f0c1c6e-0000-4000-8000-123456789abc --no-login"
            + " --slack-webhook ${SLACK_WEBHOOK}";

    Result result = machine.runAsTyped(line.split(" "));

    assertEquals(0, result.code(), result.toString());
    Path made = home.resolve(".config/iremote");
    assertTrue(Files.exists(made.resolve("config.json")));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    assertEquals(
        """
          Written: CONFIGS/home/.config/iremote/config.json
          To have cron run it every 5 minutes, add this line (crontab -e):
          */5 * * * * iremote status --quiet --configs CONFIGS/home/.config/iremote # iremote
          To see your cars, and to post for the first time: iremote status
          """,
        machine.plain(result.out()));
  }
}
