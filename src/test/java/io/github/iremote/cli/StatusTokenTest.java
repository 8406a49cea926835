package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The token of {@code status} over ConnectedDrive: kept, renewed, refused, damaged. */
class StatusTokenTest {
  private static final String GET_STATUS = "GET " + OwnersMachine.STATUS;
  private static final String POST_TOKEN = "POST " + OwnersMachine.TOKEN;

  @RegisterExtension
  final OwnersMachine machine = new OwnersMachine().configured().withCar("i3-rex");

  private final Path configs = machine.configs;

  @Test
  void the_token_is_kept_for_its_life_and_renewed_when_it_ends() {
    machine.status();
    assertEquals(List.of(POST_TOKEN, GET_STATUS), machine.bmw.asked());
    assertEquals("access-secret", machine.read("token.json").path("accessToken").asText());
    assertEquals("2018-03-12T15:40:00Z", machine.read("token.json").path("expiresAt").asText());

    machine.now = machine.now.plus(Duration.ofMinutes(7 * 60 + 54));
    machine.status();
    assertEquals(List.of(GET_STATUS), machine.bmw.asked());

    machine.now = machine.now.plus(Duration.ofMinutes(2));
    machine.status();
    assertEquals(List.of(POST_TOKEN, GET_STATUS), machine.bmw.asked());
  }

  @Test
  void a_token_that_bmw_refuses_is_renewed_once() {
    machine.watched();
    machine.bmw.answer(OwnersMachine.STATUS, 401, "");

    Result result = machine.status();

    assertEquals(3, result.code());
    assertEquals(List.of(GET_STATUS, POST_TOKEN), machine.bmw.asked().subList(0, 2));
    assertEquals(
        "iremote: BMW refuses the token it has just given; check the username and password"
            + " in config.json\n",
        result.err());
  }

  @Test
  void where_the_refresh_token_is_refused_the_password_is_used() {
    machine.watched();
    machine.now = machine.now.plus(Duration.ofHours(9));
    machine.bmw.answer(OwnersMachine.TOKEN, 400, "{\"error\":\"invalid_grant\"}");

    Result result = machine.status();

    assertEquals(3, result.code());
    List<String> bodies = machine.bmw.bodies();
    assertTrue(bodies.get(0).startsWith("grant_type=refresh_token&"), bodies.get(0));
    assertTrue(bodies.get(1).startsWith("grant_type=password&"), bodies.get(1));
    assertEquals(
        "iremote: BMW refused the login (HTTP 400 invalid_grant); check username, password"
            + " and authorization in config.json\n",
        result.err());
  }

  @Test
  void a_damaged_token_is_moved_aside_and_fetched_anew() throws IOException {
    machine.watched();
    machine.write("token.json", "{\"accessToken\": \"acc");

    assertEquals(0, machine.status().code());

    assertEquals(List.of(POST_TOKEN, GET_STATUS), machine.bmw.asked());
    assertTrue(Files.exists(configs.resolve("token.json.corrupt-1520840400")));
  }
}
