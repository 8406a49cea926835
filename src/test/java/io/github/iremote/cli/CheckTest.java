package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code check} through the front door, over ConnectedDrive. */
class CheckTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine().configured();
  private final Path configs = machine.configs;

  @BeforeEach
  void start() {
    machine.bmw.answer(
        OwnersMachine.CARS,
        200,
        "{\"vehicles\":[{\"vin\":\"" + OwnersMachine.VIN + "\",\"model\":\"i3 (+ REX)\"}]}");
    machine.slack.answer(OwnersMachine.HOOK, 400, "no_text");
  }

  /** The line about one thing, without its mark and name. */
  private static String line(Result result, String mark, String thing) {
    return result
        .out()
        .lines()
        .filter(line -> line.startsWith(mark + " ") && line.substring(4).startsWith(thing + " "))
        .findFirst()
        .orElseThrow(() -> new AssertionError(mark + " " + thing + " is not in " + result.out()));
  }

  @Test
  void all_is_well_in_one_line_each_and_nothing_is_posted() {
    Result result = machine.run("check");

    assertEquals(0, result.code(), result.out());
    assertEquals("", result.err());
    assertEquals(
        """
          ok  program     iremote 1.0.0, Java
          ok  directory   CONFIGS can be written
          ok  config      CONFIGS/config.json: ConnectedDrive, one car, messages to slack
          ok  modes       no other user can read your secrets
          !   schedule    none is found; to have cron start it, add with crontab -e: */5 * * * * \
          iremote status --quiet --configs CONFIGS # iremote
          ok  BMW         http://localhost answers
          ok  login       renewed just now; the token is good until 16:40 and renews itself
          ok  cars        i3 (+ REX) (…000123)
          ok  Slack       the webhook is alive; to see a message arrive: iremote check --post
          """,
        machine.plain(result.out()));
    assertEquals("", machine.posted().get(0).path("text").asText("missing"));
    assertEquals(List.of(), machine.posted());
  }

  @Test
  void what_it_prints_holds_no_secret_and_no_whole_vin() {
    String all = machine.run("check", "-vv").toString() + machine.run("check", "--post", "-vv");

    assertFalse(all.contains("-secret"), all);
    assertFalse(all.contains(OwnersMachine.VIN), all);
  }

  @Test
  void a_test_message_is_posted_when_asked_for() {
    machine.slack.answer(OwnersMachine.HOOK, 200, "ok");

    Result result = machine.run("check", "--post");

    assertEquals(0, result.code(), result.out());
    assertEquals(
        List.of("*iRemote*: Test Message · this is where news will arrive"), machine.headlines());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | no_service    | Slack refuses the webhook (HTTP 404 no_service); messages are kept: check slack.webhookUrl in config.json; if it is as it was given, make a new webhook and put its address there
          401 | no            | Slack refuses the webhook (HTTP 401 no); messages are kept: check slack.webhookUrl in config.json; if it is as it was given, make a new webhook and put its address there
          403 | invalid_token | Slack refuses the webhook (HTTP 403 invalid_token); messages are kept: check slack.webhookUrl in config.json; if it is as it was given, make a new webhook and put its address there
          500 | oops          | Slack answered HTTP 500; the next run sends the message
          400 | <html>No      | Slack answered HTTP 400; the next run sends the message
          400 |               | Slack answered HTTP 400; the next run sends the message
          200 | <html>Log in  | the webhook answered HTTP 200 with a web page, as hotel networks do; the next run sends the message. If it goes on, check slack.webhookUrl in config.json
          202 | accepted      | the webhook answered HTTP 202 but not as Slack does; the next run sends the message. If it goes on, check slack.webhookUrl in config.json
          """)
  void a_dead_webhook_is_found_without_posting(int status, String word, String advice) {
    machine.slack.answer(OwnersMachine.HOOK, status, word == null ? "" : word);

    Result result = machine.run("check");

    assertEquals(5, result.code());
    assertEquals("!!  Slack       " + advice, line(result, "!!", "Slack"));
    line(result, "ok", "cars");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Slack       | 400 | no_text
          Mattermost  | 400 | {"id":"web.incoming_webhook.text.app_error","status_code":400}
          Discord     | 400 | {"message":"Cannot send an empty message","code":50006}
          Rocket.Chat | 200 | {"success":true}
          """)
  void a_webhook_that_only_misses_the_text_is_alive(String whose, int status, String body) {
    machine.slack.answer(OwnersMachine.HOOK, status, body);

    line(machine.run("check"), "ok", "Slack");
  }

  @Test
  void an_address_that_takes_no_message_is_named() throws IOException {
    Path config = configs.resolve("config.json");
    Files.writeString(
        config,
        Files.readString(config)
            .replace(
                machine.slack.url() + OwnersMachine.HOOK, "https://discord.com/api/webhooks/1/x"));

    Result result = machine.run("check");

    assertEquals(2, result.code());
    assertEquals(
        "!!  Slack       slack.webhookUrl is an address of Discord, which takes Slack's"
            + " messages only where it ends in /slack: add /slack to its end",
        line(result, "!!", "Slack"));
  }

  @Test
  void a_refused_login_says_what_to_do_and_slack_is_looked_at_nonetheless() {
    machine.bmw.answer(OwnersMachine.TOKEN, 400, "{\"error\":\"invalid_grant\"}");

    Result result = machine.run("check");

    assertEquals(3, result.code());
    assertEquals(
        "!!  login       BMW refused the login (HTTP 400 invalid_grant); check username,"
            + " password and authorization in config.json",
        line(result, "!!", "login"));
    line(result, "ok", "Slack");
  }

  @Test
  void the_worst_failure_decides_the_exit_code() {
    machine.bmw.answer(OwnersMachine.TOKEN, 400, "{\"error\":\"invalid_grant\"}");
    machine.slack.answer(OwnersMachine.HOOK, 404, "no_service");

    assertEquals(3, machine.run("check").code());
  }

  @Test
  void an_expired_token_is_renewed() {
    machine.run("check");
    machine.now = machine.now.plus(Duration.ofHours(9));

    String login = line(machine.run("check"), "ok", "login");

    assertEquals(
        "ok  login       renewed just now; the token is good until 01:40, 13 Mar 2018 and"
            + " renews itself",
        login);
    assertEquals(
        "ok  login       the token is good until 01:40, 13 Mar 2018 and renews itself",
        line(machine.run("check"), "ok", "login"));
  }

  @Test
  void bmw_out_of_reach_is_said_once() {
    machine.bmw.web.close();

    Result result = machine.run("check");

    assertEquals(4, result.code());
    assertEquals(
        """
          ok  program     iremote 1.0.0, Java
          ok  directory   CONFIGS can be written
          ok  config      CONFIGS/config.json: ConnectedDrive, one car, messages to slack
          ok  modes       no other user can read your secrets
          !   schedule    none is found; to have cron start it, add with crontab -e: */5 * * * * \
          iremote status --quiet --configs CONFIGS # iremote
          !!  BMW         http://localhost is not reachable (WHY): check this machine's network
          --  login       cannot be tried without BMW
          ok  Slack       the webhook is alive; to see a message arrive: iremote check --post
          """,
        machine.plain(result.out()).replaceFirst("(reachable) \\(.*?\\)", "$1 (WHY)"));
  }

  @Test
  void a_vin_that_is_not_on_the_account_is_named() {
    machine.bmw.answer(
        OwnersMachine.CARS, 200, "[{\"vin\":\"WBAAAAAAAAA999999\",\"model\":\"X1\"}]");

    Result result = machine.run("check");

    assertEquals(2, result.code());
    assertEquals(
        "!!  cars        …000123 is not on this account: check its vin under vehicles in"
            + " config.json",
        line(result, "!!", "cars"));
  }

  @Test
  void a_bad_config_ends_the_look_with_the_key_that_is_wrong() throws IOException {
    Path config = configs.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace("username", "usrname"));

    Result result = machine.run("check");

    assertEquals(2, result.code());
    assertEquals(
        "!!  config      CONFIGS/config.json: connecteddrive.usrname is not a key iRemote"
            + " knows; did you mean username?",
        machine.plain(line(result, "!!", "config")));
    assertEquals(List.of(), machine.bmw.asked());
  }

  @Test
  void a_directory_that_is_not_there_is_the_first_thing_said() {
    Result result = machine.runAsTyped("check", "--configs", "nowhere");

    assertEquals(2, result.code());
    assertEquals(
        "!!  directory   --configs nowhere is not a directory", line(result, "!!", "directory"));
  }

  @Test
  void open_modes_are_a_warning_and_no_failure() throws IOException {
    Files.setPosixFilePermissions(
        configs.resolve("config.json"), PosixFilePermissions.fromString("rw-r--r--"));

    Result result = machine.run("check");

    assertEquals(0, result.code());
    assertEquals(
        "!   modes       other users can read CONFIGS/config.json; close it with: chmod"
            + " 600 CONFIGS/config.json",
        machine.plain(line(result, "!", "modes")));
  }

  @Test
  void another_run_under_way_is_waited_for() {
    RunLock lock = RunLock.tryAcquire(configs).orElseThrow();

    Result result = machine.run("check");
    lock.close();

    assertEquals(0, result.code());
    assertEquals(
        "--  BMW         another run is under way: check again when it has ended",
        line(result, "--", "BMW"));
    assertEquals(List.of(), machine.bmw.asked());
  }

  @Test
  void it_changes_nothing_that_status_has_saved() {
    machine.carSays(car("i3-rex"));
    machine.slack.answer(OwnersMachine.HOOK, 200, "ok");
    machine.status();
    String saved = machine.savedCar().toString();

    machine.run("check");

    assertEquals(saved, machine.savedCar().toString());
  }
}
