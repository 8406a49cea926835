package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.CODE;
import static io.github.iremote.CarDataAccount.MAPPINGS;
import static io.github.iremote.CarDataAccount.TOKEN;
import static io.github.iremote.CarDataAccount.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  private void assertSays(Result result, String line) {
    assertTrue(result.out().lines().anyMatch(line::equals), line + " is not in " + result.out());
  }

  @Test
  void quota_container_login_and_next_fetch_have_a_line_each() {
    account.watched();

    Result result = machine.run("check");

    assertEquals(0, result.code(), result.out());
    assertSays(
        result,
        "ok  login       the token is good until 11:59 and renews itself; without a run until"
            + " 11:00, 16 Mar 2026 the login ends");
    assertSays(result, "ok  cars        i4 eDrive40 (…000123), as BMW said lately");
    assertSays(result, "ok  quota       5 of 50 calls used in 24 hours");
    assertSays(result, "ok  container   " + CarDataAccount.ID);
    assertTrue(result.out().contains("ok  next fetch  My i4 (…000123) at 1"), result.out());
    assertFalse(result.out().contains("should have been fetched"), result.out());
  }

  @Test
  void a_check_without_a_login_says_to_log_in_and_makes_no_call() {
    Result result = machine.run("check");

    assertEquals(3, result.code());
    assertSays(result, "!!  login       there is no login yet; run: iremote login");
    assertEquals(List.of("GET /"), machine.bmw.asked());
  }

  @Test
  void a_refusal_is_explained_with_bmws_reference() {
    account.loggedIn().later(Duration.ofDays(1));
    machine.bmw.answer(MAPPINGS, 403, error("CU-103", "scope"));

    Result result = machine.run("check");

    assertEquals(3, result.code());
    assertTrue(result.out().contains("!!  login       BMW answered CU-103"), result.out());
    assertTrue(result.out().contains("BMW's reference REF42"), result.out());
    assertTrue(result.out().contains("tick \"CarData API\""), result.out());
  }

  @Test
  void a_spent_quota_says_when_there_is_more() {
    account.loggedIn().later(Duration.ofDays(1));
    machine.bmw.answer(MAPPINGS, 403, error("CU-429", "limit"));

    Result result = machine.run("check");

    assertEquals(4, result.code());
    assertTrue(
        result.out().contains("calls used in 24 hours: cron may call again at 01:00, 4 Mar 2026"),
        result.out());
  }

  @Test
  void a_fetch_long_overdue_means_that_nothing_starts_it() {
    account.watched().later(Duration.ofHours(9));

    Result result = machine.run("check");

    assertEquals(0, result.code());
    assertTrue(result.out().contains("!   schedule    My i4 (…000123) should have"), result.out());
    assertTrue(result.out().contains("crontab -l"), result.out());
  }

  @Test
  void a_login_that_cannot_be_renewed_in_its_last_days_is_told_at_once_with_its_end() {
    account.watched().later(Duration.ofDays(11));
    machine.bmw.answer(TOKEN, 503, "");

    Result first = machine.status("--quiet");
    machine.status("--quiet");

    assertEquals(4, first.code());
    List<String> headlines = machine.headlines();
    assertEquals(1, headlines.size(), headlines.toString());
    assertTrue(
        headlines.get(0).startsWith("*iRemote*: Trouble · ")
            && headlines.get(0).contains("the login ends on 2026-03-16"),
        headlines.toString());
  }

  @Test
  void a_young_login_that_cannot_be_renewed_is_told_with_its_end_after_an_hour() {
    account.watched().later(Duration.ofHours(5));
    machine.bmw.answer(TOKEN, 503, "");

    machine.status("--quiet");
    assertEquals(List.of(), machine.headlines());
    account.later(Duration.ofMinutes(61));
    machine.status("--quiet");

    assertTrue(machine.headlines().get(0).contains("the login ends on 2026-03-16"));
  }

  @Test
  void setup_logs_in_finds_the_car_and_leaves_nothing_to_do() throws IOException {
    Files.delete(configs.resolve("config.json"));
    machine.terminal = true;
    machine.typed =
        String.join(
            "\n",
            "",
            " AB12CD34-0000-4444-8888-0123456789AB ",
            "My i4",
            "slack",
            machine.slack.url() + OwnersMachine.HOOK,
            "n",
            "nowhere",
            "km\n");

    Result result = machine.run("setup", "--server", machine.bmw.url());

    assertEquals(0, result.code(), result.toString());
    assertTrue(result.out().contains("Do NOT press \"Authenticate device\""), result.out());
    assertTrue(result.out().contains("K7PM3DXA"), result.out());
    assertTrue(machine.bmw.asked().contains("POST " + CODE));
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
