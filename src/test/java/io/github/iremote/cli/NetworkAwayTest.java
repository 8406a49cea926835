package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cron mails, and what a watchdog hears, while BMW, Slack or the network is away. */
class NetworkAwayTest {
  private static final Duration CRON = Duration.ofMinutes(5);

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;
  @RegisterExtension final WebServer watchdog = new WebServer();

  @BeforeEach
  void start() {
    watchdog.answer("/ping", 200, "OK");
    watchdog.answer("/ping/fail", 200, "OK");
  }

  /** What cron's runs of the next hours print, where they print anything. */
  private List<String> mails(Duration time) {
    List<String> mails = new ArrayList<>();
    for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(CRON)) {
      Result result = account.later(CRON).machine.status("--quiet");
      assertEquals("", result.out());
      if (!result.err().isEmpty()) {
        mails.add(result.err());
      }
    }
    return mails;
  }

  private void config(String old, String other) throws IOException {
    Path file = configs.resolve("config.json");
    machine.config(Files.readString(file).replace(old, other));
  }

  @Test
  void a_night_without_bmw_is_mailed_once_and_a_second_one_again() {
    account.watched();
    machine.bmw.answer(CarDataAccount.DATA, 503, "");
    machine.bmw.answer(CarDataAccount.TOKEN, 503, "");
    List<String> mails = mails(Duration.ofHours(8));
    assertEquals(1, mails.size(), mails.toString());

    account.says("drivetrain.batteryManagement.header = 61 @ 09:45");
    machine.bmw.answer(CarDataAccount.TOKEN, 200, CarDataAccount.token(2));
    assertEquals(List.of(), mails(Duration.ofHours(4)));

    machine.bmw.answer(CarDataAccount.TOKEN, 503, "");
    mails = mails(Duration.ofHours(8));
    assertEquals(1, mails.size(), mails.toString());
    assertEquals(
        "iremote: BMW's login server answered HTTP 503; the next run tries again;"
            + " unrenewed, the login ends on 2026-03-16, and then only iremote login helps\n",
        machine.status().err());
  }

  @Test
  void another_kind_of_failure_is_mailed_too() {
    account.watched();
    machine.bmw.answer(CarDataAccount.TOKEN, 503, "");
    assertEquals(1, mails(Duration.ofHours(3)).size());

    machine.bmw.answer(CarDataAccount.TOKEN, 400, "{\"error\":\"invalid_grant\"}");
    List<String> mails = mails(Duration.ofHours(3));

    assertEquals(
        List.of(
            "iremote: BMW refused to renew the login (HTTP 400 invalid_grant); perhaps"
                + " another computer has logged in with the same client id, which ends the login"
                + " here, on HOST; run: iremote login\n"),
        mails.stream().map(machine::plain).toList());
  }

  @Test
  void slack_away_is_mailed_once_as_well() {
    account.watched();
    account.says("cabin.door.lock.status = UNLOCKED @ 10:20");
    machine.slack.answer(OwnersMachine.HOOK, 503, "");

    List<String> mails = mails(Duration.ofHours(3));

    assertEquals(1, mails.size(), mails.toString());
    assertEquals(
        "iremote: Slack answered HTTP 503; the next run sends the message\n", mails.get(0));
  }

  @Test
  void a_broken_config_is_mailed_once_and_again_when_somebody_has_tried_to_mend_it()
      throws IOException {
    account.watched();
    String whole = Files.readString(configs.resolve("config.json"));
    edited(whole.replace("\"timezone\"", "\"timezoen\""));
    List<String> mails = mails(Duration.ofHours(3));
    assertEquals(1, mails.size(), mails.toString());
    assertEquals(
        "iremote: CONFIGS/config.json: timezoen is not a key iRemote knows; did you mean"
            + " timezone?\n",
        machine.plain(mails.get(0)));
    assertEquals(
        "iremote: CONFIGS/config.json: timezoen is not a key iRemote knows; did you mean"
            + " timezone?\n",
        machine.plain(machine.status().err()));

    edited(whole.replace("\"timezone\":", "\"timezone\""));
    mails = mails(Duration.ofHours(3));
    assertEquals(1, mails.size(), mails.toString());

    edited(whole);
    assertEquals(List.of(), mails(Duration.ofMinutes(10)));
    edited("");
    assertEquals(1, mails(Duration.ofHours(1)).size());
  }

  /** The owner has written the file just now. */
  private void edited(String text) throws IOException {
    machine.config(text);
    Files.setLastModifiedTime(configs.resolve("config.json"), FileTime.from(machine.now));
  }

  @Test
  void the_host_that_does_not_answer_is_named() throws IOException {
    account.watched();
    config(machine.bmw.url(), "https://bmw.invalid");
    account.later(Duration.ofHours(3));

    assertEquals(
        "iremote: BMW's login server gave no usable answer (bmw.invalid: its name"
            + " cannot be resolved; is the network up?); the next run tries again; unrenewed,"
            + " the login ends on 2026-03-16, and then only iremote login helps\n",
        machine.plain(machine.status("--quiet").err()));
  }

  @Test
  void a_watchdog_hears_of_failure_when_trouble_is_told_and_not_before() throws IOException {
    account.watched();
    config("\"timezone\"", "\"healthcheckUrl\": \"" + watchdog.url() + "/ping\", \"timezone\"");
    machine.bmw.answer(CarDataAccount.TOKEN, 503, "");
    account.later(Duration.ofHours(2));
    mails(Duration.ofMinutes(55));
    assertEquals(Set.of("GET /ping"), Set.copyOf(watchdog.asked()));
    machine.posted();

    mails(Duration.ofMinutes(15));

    assertEquals(1, machine.headlines().size());
    assertEquals(List.of("GET /ping", "GET /ping/fail", "GET /ping/fail"), watchdog.asked());
  }

  @Test
  void a_login_that_another_computer_ended_names_this_one() {
    account.watched().later(Duration.ofHours(2));
    machine.environment.put("HOSTNAME", "raspberrypi");
    machine.bmw.answer(CarDataAccount.TOKEN, 400, "{\"error\":\"invalid_grant\"}");

    Result result = machine.status("--quiet");

    assertEquals(3, result.code());
    assertEquals(
        "iremote: BMW refused to renew the login (HTTP 400 invalid_grant); perhaps another"
            + " computer has logged in with the same client id, which ends the login here, on"
            + " raspberrypi; run: iremote login\n",
        result.err());
    assertEquals(
        "*iRemote*: Login Required · BMW refused to renew the login (HTTP 400"
            + " invalid_grant); perhaps another computer has logged in with the same client id,"
            + " which ends the login here, on raspberrypi; run: iremote login",
        machine.headlines().get(0));
  }
}
