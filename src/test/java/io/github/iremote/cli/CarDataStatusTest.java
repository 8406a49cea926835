package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.DATA;
import static io.github.iremote.CarDataAccount.ID;
import static io.github.iremote.CarDataAccount.MAPPINGS;
import static io.github.iremote.CarDataAccount.TOKEN;
import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code status} through the front door, over CarData. */
class CarDataStatusTest {
  private static final String GET_DATA = "GET " + DATA + "?containerId=" + ID;
  private static final Duration CRON = Duration.ofMinutes(5);
  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;

  @Test
  void the_first_run_after_a_login_is_one_call_and_one_message() {
    account.loggedIn();

    String line = "My i4: Watching: locked · 60 % · 240 km · next look at 11:\\d\\d\n";
    assertTrue(machine.status("--short").out().matches(line));
    assertEquals(List.of(GET_DATA), machine.bmw.asked());
    assertEquals(List.of("*My i4*: Watching: locked · 60 % · 240 km"), machine.headlines());
    assertEquals(5, account.kept().path("calls").size());
  }

  @Test
  void the_call_carries_token_and_version() {
    account.loggedIn();
    machine.status();

    var headers = machine.bmw.requests().get(0).getHeaders();
    assertEquals("Bearer access-secret-1", headers.get("Authorization"));
    assertEquals("v1", headers.get("x-version"));
    assertEquals("application/json", headers.get("Accept"));
  }

  @Test
  void a_car_that_is_not_due_costs_no_request_and_no_write() {
    account.watched();
    var files = machine.files();

    Result result = account.later(CRON).machine.status("--short");

    String line = "My i4: unchanged since 11:00 · 60 % · 240 km · next look at 11:\\d\\d\n";
    assertEquals(new Result(0, result.out(), ""), result);
    assertTrue(result.out().matches(line), result.out());
    assertEquals(List.of(), machine.bmw.asked());
    assertEquals(List.of(), machine.posted());
    assertEquals(files, machine.files());
  }

  @Test
  void an_unchanged_fetch_rewrites_nothing_but_run_json() {
    account.watched();
    var before = machine.files();

    assertEquals(0, account.later(Duration.ofMinutes(40)).machine.status().code());

    Set<String> changed = new TreeSet<>();
    machine
        .files()
        .forEach(
            (name, text) -> {
              if (!text.equals(before.get(name))) {
                changed.add(name);
              }
            });
    assertEquals(Set.of("run.json"), changed);
    assertEquals(List.of(GET_DATA), machine.bmw.asked());
    assertEquals(List.of(), machine.posted());
  }

  @Test
  void force_fetches_what_is_not_due() {
    account.watched().says("cabin.door.lock.status = UNLOCKED @ 10:01");

    Result result = account.later(CRON).machine.status("--force");

    assertTrue(result.out().startsWith("My i4: Car Unlocked"), result.out());
    assertEquals(List.of(GET_DATA), machine.bmw.asked());
  }

  @Test
  void a_message_that_waits_is_delivered_although_no_fetch_is_due() {
    account.loggedIn();
    machine.slack.answer(OwnersMachine.HOOK, 503, "");
    assertEquals(5, machine.status().code());
    machine.slack.answer(OwnersMachine.HOOK, 200, "ok");
    machine.posted();
    machine.bmw.asked();

    assertEquals(0, account.later(CRON).machine.status().code());
    assertEquals(List.of("*My i4*: Watching: locked · 60 % · 240 km"), machine.headlines());
    assertEquals(List.of(), machine.bmw.asked());
  }

  @Test
  void a_day_of_cron_stays_within_the_quota_and_leaves_a_reserve() {
    account.loggedIn();
    int calls = 4;
    for (int run = 0; run < 288; run++) {
      // somebody is at the car all day long
      account.says(
          "cabin.door.lock.status = "
              + (run % 2 == 0 ? "UNLOCKED" : "LOCKED")
              + " @ "
              + machine.now);
      assertEquals(0, machine.status("--quiet").code());
      account.later(CRON);
      calls += machine.bmw.asked().contains(GET_DATA) ? 1 : 0;
    }
    assertTrue(calls > 30 && calls <= 48, calls + " calls");
    assertEquals(0, machine.status("--force").code(), "a person may use the reserve");
  }

  @Test
  void a_spent_quota_is_no_request_at_all() {
    machine.config(
        machine
            .read("config.json")
            .toString()
            .replace("\"clientId\"", "\"dailyCalls\":6,\"clientId\""));
    account.loggedIn();
    assertEquals(0, machine.status("--force").code());
    machine.bmw.asked();

    Result result = machine.status("--force");

    assertEquals(0, result.code(), "an empty book is a rest");
    assertEquals("", result.err());
    assertEquals(
        """
            My i4: unchanged since 11:00
              car         i4 eDrive40 …000123
              lock        locked
              battery     60 % · 240 km
              as of       10:40, 20 minutes ago
              next look   11:20, 3 Mar 2026
            """,
        result.out());
    assertEquals(List.of(), machine.bmw.asked());
  }

  @Test
  void a_call_is_on_disk_before_it_is_sent() {
    account.loggedIn();
    machine.bmw.answer(
        DATA,
        new MockResponse.Builder()
            .onRequestStart(SocketEffect.ShutdownConnection.INSTANCE)
            .build());

    assertEquals(4, machine.status().code());
    assertEquals(5, account.kept().path("calls").size());
  }

  @Test
  void without_configured_cars_those_found_at_login_are_watched() throws Exception {
    String config = Files.readString(configs.resolve("config.json"));
    machine.config(config.replaceAll("\"vehicles\".*\n", ""));
    assertEquals("iremote: there is no login yet; run: iremote login\n", machine.status().err());

    account.loggedIn();

    assertTrue(machine.status().out().startsWith("i4 eDrive40: Watching"));
    assertEquals(List.of(GET_DATA), machine.bmw.asked());
  }

  @Test
  void vehicles_lists_the_account_and_asks_once_a_day_and_for_a_model_never_again() {
    account.loggedIn();

    Result table = machine.run("vehicles");
    assertEquals("i4 eDrive40  " + VIN + "\n", table.out());
    assertEquals(List.of(), machine.bmw.asked());
    account.later(Duration.ofHours(25));
    assertEquals("i4 eDrive40  " + VIN + "\n", machine.run("vehicles").out());
    assertEquals(List.of("POST " + TOKEN, "GET " + MAPPINGS), machine.bmw.asked());

    assertEquals(
        "{\"vin\":\"" + VIN + "\",\"model\":\"i4 eDrive40\"}\n",
        machine.run("vehicles", "--json").out());
  }

  @Test
  void a_command_says_what_it_costs_when_few_calls_are_left() throws Exception {
    account.loggedIn();
    machine.config(
        java.nio.file.Files.readString(configs.resolve("config.json"))
            .replace("\"cardata\": {", "\"cardata\": { \"dailyCalls\": 12, "));

    Result forced = machine.status("--force");
    assertEquals(
        "iremote: 7 calls to BMW are left in these 24 hours; this takes 1\n", forced.err());
    assertEquals(
        "iremote: 6 calls to BMW are left in these 24 hours; this takes up to 4\n",
        machine.run("login").err());
    assertEquals("", machine.run("check").err());
    account.later(Duration.ofHours(23));
    assertEquals("", machine.status("--quiet").err());
  }

  @Test
  void json_tells_when_the_next_look_is() {
    account.watched();

    assertEquals(
        """
          {"vin":"WBY1Z4C50EV000123","name":"My i4","model":"i4 \
          eDrive40","changed":false,"events":[],"lastEvent":"2026-03-02T10:00:00Z","nextLook":"2026-03-02T10:MM:SSZ","status":{"lock":{"value":"SECURED","since":"2026-03-02T09:40:00Z","at":"2026-03-02T09:40:00Z"},"stateOfCharge":{"value":60.0,"since":"2026-03-02T09:40:00Z","at":"2026-03-02T09:40:00Z"},"electricRange":{"value":240.0,"unit":"km","since":"2026-03-02T09:40:00Z","at":"2026-03-02T09:40:00Z"}}}
          """,
        account
            .later(CRON)
            .machine
            .status("--json")
            .out()
            .replaceFirst("(\"nextLook\":\"2026-03-02T10:)..:..Z", "$1MM:SSZ"));
  }

  @Test
  void a_dry_run_is_counted_but_does_not_move_the_next_look() {
    account.loggedIn();

    assertEquals(
        """
            My i4: Watching: locked
              car         i4 eDrive40 …000123
              lock        locked
              battery     60 % · 240 km
              as of       10:40, 20 minutes ago
              next look   with the next run
            Would be posted:
              ┃ My i4: Watching: locked · 60 % · 240 km
              ┃ Electric Range  240 km : 60 %

            """,
        machine.status("--dry-run").out());
    assertEquals(5, account.kept().path("calls").size());
    assertEquals(0, account.rhythms().size());
    assertEquals(List.of(), machine.posted());
    assertFalse(Files.exists(configs.resolve("event-" + VIN + ".json")));
  }

  @Test
  void no_secret_is_printed_at_any_level() {
    account.watched().later(Duration.ofHours(2));

    Result result = machine.status("-vv", "--force");

    assertFalse((result.out() + result.err()).contains("-secret"), result.err());
    assertFalse((result.out() + result.err()).contains(VIN), result.err());
  }
}
