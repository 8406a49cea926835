package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.DATA;
import static io.github.iremote.CarDataAccount.ID;
import static io.github.iremote.CarDataAccount.TOKEN;
import static io.github.iremote.CarDataAccount.error;
import static io.github.iremote.CarDataAccount.token;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a run renews the login to CarData, and what is left where that fails. */
class CarDataTokensTest {
  private static final String GET_DATA = "GET " + DATA + "?containerId=" + ID;
  private static final String POST_TOKEN = "POST " + TOKEN;
  private static final Duration CRON = Duration.ofMinutes(5);
  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;

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
  void status_never_logs_in() {
    Result result = machine.status();

    assertEquals(3, result.code());
    assertEquals("iremote: there is no login yet; run: iremote login\n", result.err());
    assertEquals(List.of(), machine.bmw.asked());
  }
}
