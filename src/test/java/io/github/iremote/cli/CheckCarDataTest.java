package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.MAPPINGS;
import static io.github.iremote.CarDataAccount.TOKEN;
import static io.github.iremote.CarDataAccount.error;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code check} and {@code setup} say of CarData, and how a login's end is announced. */
class CheckCarDataTest {
  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;

  /** All that check says, but for the minute that the pace has chosen. */
  private String said(Result result) {
    return machine
        .plain(result.out())
        .replaceAll("(000123\\)|fetched) at \\d\\d:\\d\\d(?!,)", "$1 at TIME");
  }

  /** The part of it that only the account decides. */
  private String ofTheAccount(Result result) {
    return said(result).replaceFirst("(?s).* answers\n", "").replaceFirst("ok  Slack .*\n", "");
  }

  @Test
  void quota_container_login_and_next_fetch_have_a_line_each() {
    account.watched();

    Result result = machine.run("check");

    assertEquals(0, result.code(), result.out());
    assertEquals(
        """
          ok  program     iremote 1.0.0, Java
          ok  directory   CONFIGS can be written
          ok  config      CONFIGS/config.json: CarData, one car, messages to slack
          ok  modes       no other user can read your secrets
          !   schedule    none is found; to have cron start it, add with crontab -e: */5 * * * * \
          iremote status --quiet --configs CONFIGS # iremote
          ok  BMW         http://localhost answers
          ok  login       the token is good until 11:59 and renews itself; without a run until \
          11:00, 16 Mar 2026 the login ends
          ok  cars        i4 eDrive40 (…000123), as BMW said lately
          ok  quota       5 of 50 calls used in 24 hours
          ok  container   S00I000012345
          ok  next fetch  My i4 (…000123) at TIME
          ok  Slack       the webhook is alive; to see a message arrive: iremote check --post
          """,
        said(result));
  }

  @Test
  void a_check_without_a_login_says_to_log_in_and_makes_no_call() {
    Result result = machine.run("check");

    assertEquals(3, result.code());
    assertEquals(
        """
          !!  login       there is no login yet; run: iremote login
          ok  quota       0 of 50 calls used in 24 hours
          ok  container   none yet: the next fetch makes one
          ok  next fetch  My i4 (…000123) with the next run
          """,
        ofTheAccount(result));
    assertEquals(List.of("GET /"), machine.bmw.asked());
  }

  @Test
  void a_refusal_is_explained_with_bmws_reference() {
    account.loggedIn().later(Duration.ofDays(1));
    machine.bmw.answer(MAPPINGS, 403, error("CU-103", "scope"));

    Result result = machine.run("check");

    assertEquals(3, result.code());
    assertEquals(
        """
          !!  login       BMW answered CU-103: scope A note., BMW's reference REF42; the login \
          does not include the CarData API: tick "CarData API" for the client in the My BMW \
          portal, wait a minute, and run: iremote login
          ok  quota       1 of 50 calls used in 24 hours
          ok  container   S00I000012345
          ok  next fetch  My i4 (…000123) with the next run
          """,
        ofTheAccount(result));
  }

  @Test
  void a_spent_quota_says_when_there_is_more() {
    account.loggedIn().later(Duration.ofDays(1));
    machine.bmw.answer(MAPPINGS, 403, error("CU-429", "limit"));

    Result result = machine.run("check");

    assertEquals(4, result.code());
    assertEquals(
        """
          ok  login       renewed just now; the token is good until 11:59 and renews itself; \
          without a run until 11:00, 17 Mar 2026 the login ends
          !!  cars        BMW's daily quota of calls is spent; calls come back by midnight UTC \
          at the latest
          !!  quota       1 of 50 calls used in 24 hours: cron may call again at 01:00, 4 Mar \
          2026; does another program use this account?
          ok  container   S00I000012345
          ok  next fetch  My i4 (…000123) at 01:00, 4 Mar 2026
          """,
        ofTheAccount(result));
  }

  @Test
  void a_fetch_long_overdue_means_that_nothing_starts_it() {
    account.watched().later(Duration.ofHours(9));

    Result result = machine.run("check");

    assertEquals(0, result.code());
    assertEquals(
        """
          ok  login       renewed just now; the token is good until 20:59 and renews itself; \
          without a run until 20:00, 16 Mar 2026 the login ends
          ok  cars        i4 eDrive40 (…000123), as BMW said lately
          ok  quota       5 of 50 calls used in 24 hours
          ok  container   S00I000012345
          !   schedule    My i4 (…000123) should have been fetched at TIME: is it started every \
          5 minutes? See crontab -l, or systemctl list-timers
          ok  next fetch  My i4 (…000123) with the next run
          """,
        ofTheAccount(result));
  }

  @Test
  void a_login_that_cannot_be_renewed_in_its_last_days_is_told_at_once_with_its_end() {
    account.watched().later(Duration.ofDays(11));
    machine.bmw.answer(TOKEN, 503, "");

    Result first = machine.status("--quiet");
    machine.status("--quiet");

    assertEquals(4, first.code());
    assertEquals(
        List.of(
            "*iRemote*: Trouble · BMW's login server answered HTTP 503; the next run tries"
                + " again; unrenewed, the login ends on 2026-03-16, and then only iremote login"
                + " helps"),
        machine.headlines());
  }

  @Test
  void a_young_login_that_cannot_be_renewed_is_told_with_its_end_after_an_hour() {
    account.watched().later(Duration.ofHours(5));
    machine.bmw.answer(TOKEN, 503, "");

    machine.status("--quiet");
    assertEquals(List.of(), machine.headlines());
    account.later(Duration.ofMinutes(61));
    machine.status("--quiet");

    assertEquals(
        "*iRemote*: Trouble · BMW's login server answered HTTP 503; the next run tries"
            + " again; unrenewed, the login ends on 2026-03-16, and then only iremote login helps",
        machine.headlines().get(0));
  }

  @Test
  void setup_logs_in_finds_the_car_and_leaves_nothing_to_do() throws IOException {
    Files.delete(configs.resolve("config.json"));
    String id = " AB12CD34-0000-4444-8888-0123456789AB ";
    machine.typing("", id, "My i4", "slack", machine.hook(), "n", "nowhere", "km");

    Result result = machine.run("setup", "--server", machine.bmw.url());

    assertEquals(0, result.code(), result.toString());
    assertEquals(
        """
          A few questions, then CONFIGS/config.json is written.
          Enter takes what is in [brackets]. Ctrl-C ends it; a login that is made by then is \
          kept.

          BMW has two interfaces.
            1  cardata: today's, for every owner, 50 calls a day
            2  connecteddrive: the old one, which BMW has closed to most
          Which one, by number or name [1]:\s
          CarData needs a client of your own, made in the My BMW portal in a browser:
            1. Log in at https://www.bmw.com (or your country's), open your vehicle, then BMW \
          CarData.
            2. Click "Create CarData client", and copy the client id at once.
            3. Tick "CarData API", wait a minute, tick "CarData Streaming", wait another minute.
          Do NOT press "Authenticate device" there: that is done here, in a moment.
          Client id:\s""",
        new Dialogue(machine, result).beforeTheLogin());
    assertEquals(CarDataAccount.FIRST_LOGIN, machine.bmw.asked());
    assertEquals(
        "AB12CD34-0000-4444-8888-0123456789AB",
        Json.parseWithComments(Files.readString(configs.resolve("config.json")))
            .path("cardata")
            .path("clientId")
            .asText());
    machine.terminal = false;
    assertEquals(new Result(0, "", ""), machine.status("--quiet"));
    assertEquals(List.of("*My i4*: Watching: locked · 60 % · 240 km"), machine.headlines());
  }
}
