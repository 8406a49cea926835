package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.DATA;
import static io.github.iremote.CarDataAccount.ID;
import static io.github.iremote.CarDataAccount.TOKEN;
import static io.github.iremote.CarDataAccount.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What BMW's errors and answers over CarData come to. */
class CarDataAnswersTest {
  private static final String GET_DATA = "GET " + DATA + "?containerId=" + ID;
  private static final String POST_TOKEN = "POST " + TOKEN;
  private static final Duration CRON = Duration.ofMinutes(5);
  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;

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
}
