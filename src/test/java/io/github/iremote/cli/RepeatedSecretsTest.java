package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that repeat the secrets they were sent, in every spelling JSON has for them. */
class RepeatedSecretsTest {
  private static final String ACCESS = "a/b+c==secret";
  private static final String REFRESH = "r3freshsecret";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;

  @BeforeEach
  void start() {
    machine.bmw.answer(
        CarDataAccount.TOKEN,
        200,
        CarDataAccount.token(1)
            .replace("access-secret-1", ACCESS)
            .replace("refresh-secret-1", REFRESH));
    account.watched();
  }

  private void keptSecret(Result result) {
    String all = result.out() + result.err() + machine.posted();
    assertFalse(all.contains("secret"), all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b+c==secret",
        "a\\/b+c==secret",
        "a/b+c\\u003d\\u003Dsecret",
        "\\u0061\\/b\\u002bc=\\u003d\\u0073ecret"
      })
  void an_access_token_in_an_error_text_is_not_printed(String spelling) {
    account.later(Duration.ofMinutes(5));
    machine.bmw.answer(
        CarDataAccount.DATA, 403, CarDataAccount.error("CU-127", "Bearer " + spelling + " is bad"));

    Result result = machine.status("--force", "-vv");

    assertEquals(
        List.of(
            "iremote: BMW answered CU-127: Bearer … is bad A note., BMW's reference REF42;"
                + " the next run tries again"),
        result.failures());
    keptSecret(result);
  }

  @Test
  void an_access_token_in_place_of_the_code_is_not_printed() {
    machine.bmw.answer(CarDataAccount.DATA, 403, CarDataAccount.error(ACCESS, "no"));

    keptSecret(machine.status("--force", "-vv"));
  }

  private static String refused(String answer) {
    return "iremote: BMW refused to renew the login (HTTP "
        + answer
        + "); perhaps another computer has logged in with the same client id, which ends the login"
        + " here, on HOST; run: iremote login";
  }

  @ParameterizedTest
  @CsvSource({"400", "401", "403"})
  void a_refresh_token_in_place_of_the_error_is_neither_printed_nor_posted(int status) {
    account.later(Duration.ofHours(2));
    machine.bmw.answer(CarDataAccount.TOKEN, status, "{\"error\":\"" + REFRESH + "\"}");

    Result result = machine.status("--force", "-vv");

    assertEquals(3, result.code());
    assertEquals(List.of(refused(status + " an unknown error")), machine.plain(result).failures());
    keptSecret(result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_request", "invalid_grant", "invalid_client", "invalid_token"})
  void an_error_that_is_known_is_told_by_its_name(String error) {
    account.later(Duration.ofHours(2));
    machine.bmw.answer(CarDataAccount.TOKEN, 400, "{\"error\":\"" + error + "\"}");

    assertEquals(refused("400 " + error) + "\n", machine.plain(machine.status("--force").err()));
  }

  @ParameterizedTest
  @CsvSource({
    "400, <html>Bad Request</html>",
    "400, ''",
    "401, <html>Log in to our network</html>"
  })
  void an_answer_that_cannot_be_read_asks_for_no_login(int status, String body) {
    account.later(Duration.ofHours(2));
    machine.bmw.answer(CarDataAccount.TOKEN, status, body);

    assertEquals(4, machine.status("--force").code());
    assertEquals(List.of(), machine.posted());
  }
}
