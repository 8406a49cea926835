package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.WebServer;
import io.github.iremote.run.RunLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ping at the end of a {@code status} run. */
class HealthcheckTest {
  private static final String PING = "/ping-secret";

  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  private final Path configs = machine.configs;
  @RegisterExtension final WebServer watchdog = new WebServer();

  @BeforeEach
  void start() {
    pinging(watchdog.url() + PING);
    machine.carSays(car("i3-rex"));
    watchdog.answer(PING, 200, "OK");
  }

  private void pinging(String url) {
    machine.configured("\"healthcheckUrl\": \"" + url + "\"");
  }

  @Test
  void a_run_that_went_well_pings_once() {
    assertEquals(0, machine.status().code());

    assertEquals(List.of("GET " + PING), watchdog.asked());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          BMW refuses the login,       token, 400, 3, /ping-secret/fail
          the login server is down,    token, 503, 4, /ping-secret
          the webhook is gone,         hook,  404, 5, /ping-secret/fail
          Slack is down,               hook,  500, 5, /ping-secret
          """)
  void what_only_a_person_can_mend_is_a_fail(
      String trouble, String where, int answer, int code, String pinged) {
    if (where.equals("token")) {
      machine.bmw.answer(OwnersMachine.TOKEN, answer, "{\"error\":\"invalid_grant\"}");
    } else {
      machine.slack.answer(OwnersMachine.HOOK, answer, "no_service");
    }

    assertEquals(code, machine.status("--quiet").code(), trouble);
    assertEquals(List.of("GET " + pinged), watchdog.asked(), trouble);
  }

  @Test
  void a_config_without_slack_is_a_fail() throws IOException {
    machine.config(
        java.nio.file.Files.readString(configs.resolve("config.json"))
            .replaceAll("\"slack\".*\n", ""));

    assertEquals(2, machine.status().code());
    assertEquals(List.of("GET " + PING + "/fail"), watchdog.asked());
  }

  @Test
  void the_fail_goes_before_a_query() {
    pinging(watchdog.url() + PING + "?create=1");
    machine.bmw.answer(OwnersMachine.TOKEN, 400, "{\"error\":\"invalid_grant\"}");

    machine.status();

    assertEquals(List.of("GET " + PING + "/fail?create=1"), watchdog.asked());
  }

  @Test
  void a_dry_run_and_a_run_that_finds_another_do_not_ping() {
    machine.status("--dry-run");
    RunLock lock = RunLock.tryAcquire(configs).orElseThrow();
    machine.status();
    lock.close();

    assertEquals(List.of(), watchdog.asked());
  }

  @Test
  void a_watchdog_that_cannot_be_reached_fails_no_run_and_is_told_only_in_detail()
      throws IOException {
    int closedPort;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closedPort = socket.getLocalPort();
    }
    pinging("http://127.0.0.1:" + closedPort + PING);

    assertEquals(new Result(0, "", ""), machine.status("--quiet"));

    Result detailed = machine.status("-v");
    assertEquals(0, detailed.code());
    assertEquals(
        "INFO the health check was not reached: 127.0.0.1: Failed to connect to" + " /127.0.0.1\n",
        machine.plain(detailed.err()));
  }

  @Test
  void an_address_that_no_request_can_have_fails_no_run() {
    pinging("https://127.0.0.1:99999" + PING);

    assertEquals(new Result(0, "", ""), machine.status("--quiet"));
  }

  @Test
  void its_address_is_never_printed() {
    Result well = machine.status("-vv");
    watchdog.answer(PING, 500, "");
    Result badly = machine.status("-vv");

    String all = well.out() + well.err() + badly.out() + badly.err();
    assertEquals(
        List.of(
            "DEBUG GET http://localhost/...",
            "DEBUG GET http://localhost/... answered 200, 2 characters",
            "INFO the health check answered HTTP 200"),
        machine.plain(well.err()).lines().skip(7).toList());
    assertFalse(all.contains("ping-secret"), all);
  }
}
