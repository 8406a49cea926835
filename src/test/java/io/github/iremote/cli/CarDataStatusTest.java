package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.DATA;
import static io.github.iremote.CarDataAccount.ID;
import static io.github.iremote.CarDataAccount.MAPPINGS;
import static io.github.iremote.CarDataAccount.TOKEN;
import static io.github.iremote.CarDataAccount.error;
import static io.github.iremote.CarDataAccount.token;
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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code status} through the front door, over CarData. */
class CarDataStatusTest {
  private static final String GET_DATA = "GET " + DATA + "?containerId=" + ID;
  private static final String POST_TOKEN = "POST " + TOKEN;
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
    assertTrue(calls > 30 && calls <= 46, calls + " calls");
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

  @ParameterizedTest
  @CsvSource({"403, ''", "429, ''", "403, 3600"})
  void cu_429_closes_the_day(int status, String retryAfter) {
    account.watched();
    MockResponse.Builder answer =
        new MockResponse.Builder().code(status).body(error("CU-429", "API rate limit reached"));
    machine.bmw.answer(
        DATA,
        retryAfter.isEmpty()
            ? answer.build()
            : answer.addHeader("Retry-After", retryAfter).build());
    account.later(Duration.ofMinutes(30));

    Result spent = machine.status();

    assertEquals(4, spent.code());
    assertEquals(
        "iremote: BMW's daily quota of calls is spent; calls come back by midnight UTC at"
            + " the latest\n",
        spent.err());
    machine.bmw.asked();
    account.later(CRON);
    assertEquals(0, machine.status().code(), "not due before the quota is back");
    assertEquals(0, machine.status("--force").code(), "and told only once");
    assertEquals(List.of(), machine.bmw.asked());

    account.says("cabin.door.lock.status = SECURED @ 09:40");
    machine.now =
        Instant.parse(retryAfter.isEmpty() ? "2026-03-03T00:30:00Z" : "2026-03-02T12:00:00Z");
    assertEquals(0, machine.status().code());
    assertEquals(List.of(POST_TOKEN, GET_DATA), machine.bmw.asked());
  }

  @ParameterizedTest(name = "{0} {1}: exit {3}, {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      403 | CU-103 | scope is not CarData  | 3 | the login does not include the CarData API: tick "CarData API" for the client in the My BMW portal, wait a minute, and run: iremote login
      403 | CU-104 | no permission for VIN | 4 | only the account of the car's main user sees its data: check the vin in config.json, and that the car is on this account
      400 | CU-120 | wrong VIN             | 4 | check the vin in config.json
      400 | CU-400 | bad request           | 4 | the next run tries again
      500 | CU-500 | internal error        | 4 | the next run tries again
      503 | CU-503 | unavailable           | 4 | the next run tries again
      403 | CU-127 | no LBCS data          | 4 | the next run tries again
      403 | CU-999 | something new         | 4 | the next run tries again
      """)
  void an_error_is_put_in_the_owners_words(
      int status, String code, String message, int exit, String advice) {
    account.loggedIn();
    machine.bmw.answer(DATA, status, error(code, message));

    Result result = machine.status();

    assertEquals(exit, result.code());
    assertEquals(
        "iremote: BMW answered %s: %s A note., BMW's reference REF42; %s\n"
            .formatted(code, message, advice),
        result.err());
    assertEquals(List.of(GET_DATA), machine.bmw.asked());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      200 | <html>Wartung</html>    | BMW gave no usable answer (not valid JSON at line 1, column 1)
      200 | ''                      | BMW gave no usable answer (empty, not JSON)
      200 | {"telematicData":{"a":  | BMW gave no usable answer (not valid JSON at line 1, column 23)
      200 | []                      | BMW's answer for My i4 holds no telematicData
      200 | {"telematicData":[]}    | BMW's answer for My i4 holds no telematicData
      200 | {"telematicData":null}  | BMW's answer for My i4 holds no telematicData
      200 | 42                      | BMW's answer for My i4 holds no telematicData
      502 | <html>Bad Gateway</html> | BMW answered HTTP 502
      403 | <html>Forbidden</html>  | BMW answered HTTP 403
      404 | ''                      | BMW answered HTTP 404
      302 | ''                      | BMW answered HTTP 302
      """)
  void an_unusable_answer_is_an_outage(int status, String body, String words) {
    account.watched();
    machine.bmw.answer(DATA, status, body);
    var saved = machine.savedCar();

    Result result = machine.status("--force");

    assertEquals(4, result.code());
    assertEquals("iremote: " + words + "; the next run tries again\n", result.err());
    assertEquals(saved, machine.savedCar());
    assertEquals(List.of(), machine.posted());
  }

  @Test
  void an_answer_of_three_megabytes_is_not_read_to_its_end() {
    account.loggedIn();
    machine.bmw.answer(DATA, 200, "{\"telematicData\":{\"a\":\"" + "x".repeat(3_000_000) + "\"}}");

    Result result = machine.status();

    assertEquals(4, result.code());
    assertEquals(
        "iremote: BMW gave no usable answer (localhost: the answer is larger than 2 MB);"
            + " the next run tries again\n",
        result.err());
  }

  @Test
  void a_failed_fetch_is_tried_by_the_next_run_and_then_ever_later() {
    account.loggedIn();
    machine.bmw.answer(DATA, 500, error("CU-500", "internal error"));
    StringBuilder runs = new StringBuilder();
    for (int run = 0; run < 24; run++) {
      machine.status();
      runs.append(machine.bmw.asked().isEmpty() ? '.' : '!');
      account.later(CRON);
    }
    assertEquals("!!!..!.....!...........!", runs.toString());
    assertEquals(List.of("TROUBLE"), trouble());

    account.says("cabin.door.lock.status = SECURED @ 09:40").later(Duration.ofHours(2));
    assertEquals(0, machine.status().code());
    assertEquals(
        List.of(
            "*My i4*: Watching: locked · as of 10:40",
            "*iRemote*: Working Again · BMW answers again, nothing needs doing"),
        machine.headlines());
  }

  private List<String> trouble() {
    return machine.headlines().stream()
        .filter(text -> text.contains("Trouble"))
        .map(text -> "TROUBLE")
        .toList();
  }

  @Test
  void a_car_that_tells_nothing_is_said_to_tell_nothing() {
    account.loggedIn().says("cabin.door.lock.status = null");

    Result result = machine.status();

    assertEquals(0, result.code());
    assertTrue(result.out().startsWith("My i4: BMW has no data of it yet"), result.out());
    assertEquals(List.of(), machine.posted());
  }

  @Test
  void a_token_is_renewed_in_its_last_ten_minutes_and_saved_before_it_is_used() {
    account.watched();
    machine.bmw.answer(TOKEN, 200, token(2));
    account.later(Duration.ofMinutes(49));
    machine.status("--force");
    assertEquals(List.of(GET_DATA), machine.bmw.asked());

    account.later(Duration.ofMinutes(2));
    machine.bmw.answer(
        DATA,
        new MockResponse.Builder()
            .onRequestStart(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    assertEquals(4, machine.status("--force").code());

    assertEquals(List.of(POST_TOKEN, GET_DATA), machine.bmw.asked());
    assertEquals("refresh-secret-2", machine.read("token.json").path("refreshToken").asText());
  }

  @Test
  void the_refresh_form_names_the_client_in_lower_case() {
    account.watched().later(Duration.ofHours(2));
    machine.status("--force");

    assertEquals(
        "client_id=ab12cd34-0000-4444-8888-0123456789ab&grant_type=refresh_token&refresh_token=refresh-secret-1",
        machine.bmw.bodies().get(0));
  }

  @Test
  void what_a_refresh_leaves_out_is_carried_forward() {
    account.watched().later(Duration.ofHours(2));
    machine.bmw.answer(TOKEN, 200, "{\"access_token\":\"access-secret-2\",\"expires_in\":3599}");

    assertEquals(0, machine.status("--force").code());

    var token = machine.read("token.json");
    assertEquals("access-secret-2", token.path("accessToken").asText());
    assertEquals("refresh-secret-1", token.path("refreshToken").asText());
    assertEquals("account", token.path("gcid").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      400 | {"error":"invalid_request"} | 3 | HTTP 400 invalid_request
      400 | {"error":"invalid_grant"}   | 3 | HTTP 400 invalid_grant
      401 | {"error":"invalid_client"}  | 3 | HTTP 401 invalid_client
      403 | {"error":"access_denied"}   | 3 | HTTP 403 access_denied
      500 | {"fault":{"faultstring":"Invalid Access Token","detail":{"errorcode":"keymanagement.service.invalid_access_token"}}} | 4 | answered HTTP 500
      503 | ''                          | 4 | answered HTTP 503
      429 | ''                          | 4 | answered HTTP 429
      200 | <html></html>               | 4 | gave no usable answer (not valid JSON at line 1, column 1)
      200 | {}                          | 4 | gave no usable answer (it has no access_token)
      """)
  void a_refresh_that_fails_keeps_the_token_and_is_tried_again(
      int status, String body, int exit, String why) {
    account.watched().later(Duration.ofHours(2));
    var token = machine.read("token.json");
    machine.bmw.answer(TOKEN, status, body);

    Result result = machine.status();
    account.later(CRON);
    machine.status();

    assertEquals(exit, result.code());
    assertEquals(
        exit == 3
            ? "iremote: BMW refused to renew the login (%s); perhaps another computer has logged in"
                    .formatted(why)
                + " with the same client id, which ends the login here, on HOST; run: iremote login\n"
            : "iremote: BMW's login server %s; the next run tries again; unrenewed, the login ends"
                    .formatted(why)
                + " on 2026-03-16, and then only iremote login helps\n",
        machine.plain(result.err()));
    assertEquals(token, machine.read("token.json"));
    assertEquals(List.of(POST_TOKEN, POST_TOKEN), machine.bmw.asked(), "no call of the quota");

    machine.bmw.answer(TOKEN, 200, token(2));
    account.later(CRON);
    assertEquals(0, machine.status().code());
  }

  @ParameterizedTest
  @CsvSource({
    "401, CU-100, no token",
    "401, CU-101, authentication error",
    "403, CU-102, token expired",
    "403, CU-127, invalid_token",
  })
  void a_refused_token_is_renewed_once_and_both_calls_are_counted(
      int status, String code, String message) {
    account.watched();
    int before = account.kept().path("calls").size();
    machine.bmw.answer(DATA, status, error(code, message));
    machine.bmw.then(DATA, 200, "{\"telematicData\":{}}");
    machine.bmw.answer(TOKEN, 200, token(2));

    assertEquals(0, machine.status("--force").code());
    assertEquals(List.of(GET_DATA, POST_TOKEN, GET_DATA), machine.bmw.asked());
    assertEquals(before + 2, account.kept().path("calls").size());

    machine.bmw.answer(DATA, status, error(code, message));
    machine.bmw.answer(TOKEN, 200, token(3));
    Result refused = machine.status("--force");

    assertEquals(3, refused.code());
    assertEquals(
        "iremote: BMW refuses the token it has just given: %s A note., BMW's reference REF42; run:"
                .formatted(message)
            + " iremote login\n",
        refused.err());
    assertEquals(List.of(GET_DATA, POST_TOKEN, GET_DATA), machine.bmw.asked());
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
  void status_never_logs_in() {
    Result result = machine.status();

    assertEquals(3, result.code());
    assertEquals("iremote: there is no login yet; run: iremote login\n", result.err());
    assertEquals(List.of(), machine.bmw.asked());
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
