package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.TOKEN;
import static io.github.iremote.CarDataAccount.token;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was killed between BMW's new token and its place in {@code token.json}. */
class LeftTokenTest {
  private static final String LEFT =
      """
      {"accessToken": "access-secret-2", "refreshToken": "refresh-secret-2",
       "expiresAt": "2026-03-02T11:00:00Z", "issuedAt": "2026-03-02T10:30:00Z"}
      """;

  @RegisterExtension
  final CarDataAccount account = new CarDataAccount().watched().later(Duration.ofHours(2));

  private final OwnersMachine machine = account.machine;

  private void spentByTheRunThatWasKilled() {
    machine.bmw.answer(TOKEN, 400, "{\"error\":\"invalid_request\"}");
    machine.bmw.then(TOKEN, 200, token(3));
  }

  private List<String> refreshed() {
    return machine.bmw.bodies().stream()
        .filter(body -> body.contains("refresh_token="))
        .map(body -> body.replaceAll(".*refresh_token=([^&]*).*", "$1"))
        .toList();
  }

  @Test
  void the_new_token_it_left_is_tried_before_the_login_is_called_lost() {
    machine.write(".token.json.tmp", LEFT);
    spentByTheRunThatWasKilled();

    assertEquals(0, machine.status("--force").code());

    assertEquals(List.of("refresh-secret-1", "refresh-secret-2"), refreshed());
    assertEquals("refresh-secret-3", machine.read("token.json").path("refreshToken").asText());
    assertEquals(List.of(), machine.posted());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"accessToken\": \"access-secret-2\", \"refreshTok",
        "[]",
        "{\"accessToken\": \"a\", \"refreshToken\": \"refresh-secret-1\","
            + " \"expiresAt\": \"2026-03-02T11:00:00Z\"}"
      })
  void half_a_token_or_the_same_one_is_not(String left) {
    machine.write(".token.json.tmp", left);
    spentByTheRunThatWasKilled();

    assertEquals(3, machine.status("--force").code());

    assertEquals(List.of("refresh-secret-1"), refreshed());
  }

  @Test
  void one_that_is_refused_as_well_is_tried_again_by_the_next_run() {
    machine.write(".token.json.tmp", LEFT);
    machine.bmw.answer(TOKEN, 400, "{\"error\":\"invalid_request\"}");

    assertEquals(3, machine.status("--force").code());
    machine.bmw.asked();
    spentByTheRunThatWasKilled();

    assertEquals(0, machine.status("--force").code());
    assertEquals(List.of("refresh-secret-1", "refresh-secret-2"), refreshed());
  }
}
