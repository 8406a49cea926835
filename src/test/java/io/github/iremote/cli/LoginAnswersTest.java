package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.CODE;
import static io.github.iremote.CarDataAccount.TOKEN;
import static io.github.iremote.CarDataAccount.code;
import static io.github.iremote.CarDataAccount.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code login} makes of the answers that a login server can give. */
class LoginAnswersTest {
  private static final String PENDING = "{\"error\":\"authorization_pending\"}";

  private static final String AGAIN =
      "If it happens again, delete the client in the My BMW portal, make a new one, tick CarData API,"
          + " wait a minute, tick CarData Streaming, wait a minute (do not press \"Authenticate"
          + " device\"), put its id into cardata.clientId, and log in once more.";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;

  @Test
  void slow_down_makes_every_further_wait_longer() {
    machine.bmw.answer(TOKEN, 400, "{\"error\":\"slow_down\"}");
    machine.bmw.then(TOKEN, 403, PENDING);
    machine.bmw.then(TOKEN, 200, token(1));

    assertEquals(0, machine.run("login").code());
    assertEquals(List.of(5L, 10L, 10L), machine.slept.stream().map(Duration::toSeconds).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      403 | {"error":"authorization_pending"}
      400 | {"error":"authorization_pending"}
      403 | <html>Forbidden</html>
      403 | ''
      503 | <html>Service Unavailable</html>
      502 | ''
      500 | {"fault":{"faultstring":"Gateway Timeout"}}
      429 | {"error":"too_many"}
      200 | {"half":
      200 | {}
      """)
  void an_answer_that_may_change_is_waited_out(int status, String body) {
    machine.bmw.answer(TOKEN, status, body);
    machine.bmw.then(TOKEN, 200, token(1));

    assertEquals(0, machine.run("login").code());
  }

  @Test
  void a_broken_connection_is_waited_out_and_said_once() {
    machine.bmw.answer(
        TOKEN,
        new MockResponse.Builder()
            .onRequestStart(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    machine.bmw.then(TOKEN, 503, "");
    machine.bmw.then(TOKEN, 400, "nonsense");
    machine.bmw.then(TOKEN, 200, token(1));

    Result result = machine.run("login");

    assertEquals(0, result.code());
    assertEquals(2, result.out().split("still trying", -1).length);
  }

  @ParameterizedTest(name = "{0} {1}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      403 | {"error":"access_denied","error_description":"The user has declined authorization"} | 3 | BMW says that the login was declined (access_denied), which it often says when it was not: wait 5 minutes, use a private browser window without ad blocker, finish the BMW login there, type the code by hand; run: iremote login. AGAIN
      400 | {"error":"access_denied"} | 3 | BMW says that the login was declined (access_denied), which it often says when it was not: wait 5 minutes, use a private browser window without ad blocker, finish the BMW login there, type the code by hand; run: iremote login. AGAIN
      401 | {"error":"expired_token"} | 3 | the code has expired before it was confirmed; run: iremote login
      400 | {"error":"expired_token"} | 3 | the code has expired before it was confirmed; run: iremote login
      400 | {"error":"invalid_grant","error_description":"The provided access grant is invalid"} | 3 | BMW refused the login (HTTP 400 invalid_grant); run: iremote login. AGAIN
      400 | {"error":"invalid_request"} | 3 | BMW refused the login (HTTP 400 invalid_request); run: iremote login. AGAIN
      401 | {"error":"invalid_client"} | 3 | BMW does not know the client (invalid_client): check cardata.clientId in config.json; BMW deletes clients now and then, then make a new one in the My BMW portal; run: iremote login
      500 | {"fault":{"faultstring":"Invalid Access Token","detail":{"errorcode":"keymanagement.service.invalid_access_token"}}} | 3 | BMW's login server has spoilt this code (a known fault of its gateway); run: iremote login for a new one. AGAIN
      """)
  void an_answer_that_is_final_says_what_helps(int status, String body, int code, String words) {
    machine.bmw.answer(TOKEN, status, body);

    Result result = machine.run("login");

    assertEquals(code, result.code());
    assertEquals("iremote: " + words.replace("AGAIN", AGAIN) + "\n", result.err());
    assertFalse(Files.exists(configs.resolve("token.json")), "nothing half done is left");
    assertFalse(Files.exists(configs.resolve("run.json")));
    assertEquals(1, machine.slept.size());
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      400 | {"error":"invalid_request"} | 3 | BMW's login server answered HTTP 400 invalid_request; check cardata.clientId: it must be a client in the My BMW portal, with CarData API ticked; BMW deletes clients now and then, then make a new one
      401 | {"error":"invalid_client"} | 3 | BMW's login server answered HTTP 401 invalid_client; check cardata.clientId: it must be a client in the My BMW portal, with CarData API ticked; BMW deletes clients now and then, then make a new one
      503 | '' | 4 | BMW's login server answered HTTP 503; in a while, run: iremote login
      429 | '' | 4 | BMW's login server answered HTTP 429; in a while, run: iremote login
      200 | {"user_code":"A"} | 4 | BMW's login server gave no usable answer (it has no device_code); run: iremote login
      200 | <html></html> | 4 | BMW's login server gave no usable answer (not valid JSON at line 1, column 1); run: iremote login
      302 | '' | 4 | BMW's login server answered HTTP 302; in a while, run: iremote login
      400 | <html>Log in to our network</html> | 4 | BMW's login server answered HTTP 400; in a while, run: iremote login
      """)
  void no_code_no_login(int status, String body, int code, String words) {
    machine.bmw.answer(CODE, status, body);

    Result result = machine.run("login");

    assertEquals(code, result.code());
    assertEquals("iremote: " + words + "\n", result.err());
    assertEquals("", result.out());
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 503})
  void an_unconfirmed_code_ends_with_its_life(int status) {
    machine.bmw.answer(TOKEN, status, status == 403 ? PENDING : "");
    machine.turnsWhileAsleep = true;

    Result result = machine.run("login");

    boolean said = status == 403;
    assertEquals(said ? 3 : 4, result.code());
    assertEquals(
        said
            ? "iremote: the code has expired before it was confirmed; run: iremote login\n"
            : "iremote: BMW's login server did not answer until the code expired; run: iremote"
                + " login\n",
        result.err());
    assertEquals(60, machine.slept.size(), "300 seconds, every 5");
  }
}
