package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.CODE;
import static io.github.iremote.CarDataAccount.CONTAINERS;
import static io.github.iremote.CarDataAccount.MAPPINGS;
import static io.github.iremote.CarDataAccount.TOKEN;
import static io.github.iremote.CarDataAccount.code;
import static io.github.iremote.CarDataAccount.error;
import static io.github.iremote.CarDataAccount.mapping;
import static io.github.iremote.CarDataAccount.token;
import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.run.RunLock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code login} through the front door. */
class LoginTest {
  private static final String LINK = "https://customer.bmwgroup.com/oneid/link?user_code=K7PM3DXA";
  private static final String PENDING = "{\"error\":\"authorization_pending\"}";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;

  private static Map<String, String> form(String body) {
    Map<String, String> form = new TreeMap<>();
    for (String field : body.split("&")) {
      String[] parts = field.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  /** All that a login says which was confirmed. */
  private static String loggedIn(String link, String... cars) {
    return """
        Open this link on any device, log in to My BMW there, and confirm the code:

          %s

          K7PM3DXA

        It lives 5 minutes, until 11:05. Waiting for you …
        Logged in.
        One car is on the account:
          %s
        BMW knows what to tell about them.
        What is next:
          iremote status            to see them, and to post to Slack for the first time
          iremote status --quiet    for cron, every 5 minutes
        """
        .formatted(link, String.join("\n  ", cars));
  }

  @Test
  void a_login_shows_link_and_code_and_ends_with_cars_and_a_container() {
    machine.bmw.answer(TOKEN, 403, PENDING);
    machine.bmw.then(TOKEN, 403, PENDING);
    machine.bmw.then(TOKEN, 200, token(1));

    Result result = machine.run("login");

    assertEquals(loggedIn(LINK, "i4 eDrive40 …000123"), result.out());
    assertEquals(new Result(0, result.out(), ""), result);
    assertEquals(
        List.of(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5)),
        machine.slept);
    assertEquals(
        List.of(
            "POST " + CODE,
            "POST " + TOKEN,
            "POST " + TOKEN,
            "POST " + TOKEN,
            "GET " + MAPPINGS,
            "GET " + CarDataAccount.CAR + "/basicData",
            "GET " + CONTAINERS,
            "POST " + CONTAINERS),
        machine.bmw.asked());
    assertEquals("access-secret-1", machine.read("token.json").path("accessToken").asText());
    assertEquals(CarDataAccount.ID, account.kept().path("container").path("id").asText());
    assertEquals(4, account.kept().path("calls").size(), "the login server's calls are free");
  }

  @Test
  void the_forms_are_those_of_a_public_client_with_pkce() throws Exception {
    machine.run("login");
    List<String> first = machine.bmw.bodies();
    machine.run("login");
    List<String> second = machine.bmw.bodies();

    Map<String, String> asked = form(first.get(0));
    Map<String, String> redeemed = form(first.get(1));
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(redeemed.get("code_verifier").getBytes(StandardCharsets.US_ASCII));
    assertEquals(
        Map.of(
            "client_id", "ab12cd34-0000-4444-8888-0123456789ab",
            "response_type", "device_code",
            "scope", "authenticate_user openid cardata:api:read cardata:streaming:read",
            "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
            "code_challenge_method", "S256"),
        asked);
    assertEquals(43, redeemed.get("code_verifier").length());
    assertEquals(
        Map.of(
            "client_id", "ab12cd34-0000-4444-8888-0123456789ab",
            "device_code", "device-secret",
            "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
            "code_verifier", redeemed.get("code_verifier")),
        redeemed);
    assertNotEquals(redeemed.get("code_verifier"), form(second.get(1)).get("code_verifier"));
  }

  @Test
  void a_link_that_is_complete_already_is_shown_as_it_is() {
    machine.bmw.answer(
        CODE, 200, code(",\"verification_uri_complete\":\"https://bmw.example/go?x=1\""));

    assertEquals(
        loggedIn("https://bmw.example/go?x=1", "i4 eDrive40 …000123"), machine.run("login").out());
  }

  @Test
  void a_terminal_shows_the_link_as_a_picture_and_the_code_in_bold() {
    machine.terminal = true;

    String out = machine.run("login").out();

    long lines = out.lines().filter(line -> line.startsWith("  \u001b[38;2;0;0;0;48")).count();
    assertEquals((33 + 4) / 2 + 1, lines, "33 dots and the margin, two to a line");
    assertEquals(
        List.of("  \u001b[1mK7PM3DXA\u001b[0m"),
        out.lines()
            .filter(line -> line.contains("\u001b[") && !line.startsWith("  \u001b[38;2"))
            .toList());
  }

  @Test
  void a_login_without_the_api_names_the_box_to_tick_and_keeps_the_old_token() {
    account.loggedIn();
    machine.bmw.answer(TOKEN, 200, token(2).replace("cardata:api:read openid", "openid"));

    Result result = machine.run("login");

    assertEquals(3, result.code());
    assertEquals(
        "iremote: BMW granted the login without access to CarData (cardata:api:read is"
            + " missing): tick \"CarData API\" for the client in the My BMW portal; if it is"
            + " ticked, delete the client, make a new one and tick it there. Wait a minute, then"
            + " run: iremote login\n",
        result.err());
    assertEquals("access-secret-1", machine.read("token.json").path("accessToken").asText());
  }

  @Test
  void only_cars_of_the_main_user_are_listed() {
    machine.bmw.answer(
        MAPPINGS,
        200,
        "[" + mapping("WBA00000000000777", "SECONDARY") + "," + mapping(VIN, "PRIMARY") + "]");

    assertEquals(loggedIn(LINK, "i4 eDrive40 …000123"), machine.run("login").out());

    machine.bmw.answer(MAPPINGS, 200, "[" + mapping(VIN, "SECONDARY") + "]");
    Result second = machine.run("login");

    assertEquals(3, second.code());
    assertEquals(
        "iremote: BMW lists no car of which this account is the main user: log in with the"
            + " account of the car's main user; run: iremote login\n",
        second.err());
  }

  @Test
  void a_configured_car_that_is_not_on_the_account_is_pointed_out() {
    machine.bmw.answer(MAPPINGS, 200, "[" + mapping("WBA00000000000777", "PRIMARY") + "]");
    machine.bmw.answer(
        "/customers/vehicles/WBA00000000000777/basicData", 500, error("CU-500", "x"));

    Result result = machine.run("login");

    assertEquals(0, result.code());
    assertEquals(
        loggedIn(LINK, "BMW …000777", "but not …000123, which config.json watches: check its vin"),
        result.out());
  }

  @Test
  void a_login_during_another_run_does_nothing() {
    RunLock lock = RunLock.tryAcquire(configs).orElseThrow();

    Result result = machine.run("login");
    lock.close();

    assertEquals(0, result.code());
    assertEquals("iremote: another run is under way; run login again in a minute\n", result.err());
    assertEquals(List.of(), machine.bmw.asked());
  }

  @Test
  void a_second_login_finds_the_container_of_the_first() {
    machine.run("login");
    String made = machine.bmw.bodies().get(5);
    String purpose = made.replaceAll(".*\"purpose\":\"([^\"]*)\".*", "$1");
    machine.bmw.answer(
        "GET " + CONTAINERS,
        200,
        "{\"containers\":["
            + CarDataAccount.container("S00I0000OTHER", "evcc.io", purpose, "ACTIVE")
            + ","
            + CarDataAccount.container(CarDataAccount.ID, "iRemote", purpose, "ACTIVE")
            + "]}");

    machine.bmw.asked();
    assertEquals(0, machine.run("login").code());
    assertEquals(
        List.of(
            "POST /gcdm/oauth/device/code",
            "POST /gcdm/oauth/token",
            "GET /customers/vehicles/mappings",
            "GET /customers/containers"),
        machine.bmw.asked());
    assertEquals(CarDataAccount.ID, account.kept().path("container").path("id").asText());
  }

  @Test
  void no_secret_is_printed_at_any_level() {
    Result result = machine.run("login", "-vv");

    assertFalse((result.out() + result.err()).contains("-secret"), result.err());
    assertFalse((result.out() + result.err()).contains(VIN), result.err());
  }

  @Test
  void connecteddrive_has_no_device_login_and_tries_the_password() {
    machine.configured();
    machine.bmw.answer(
        OwnersMachine.CARS, 200, "{\"vehicles\":[{\"vin\":\"" + VIN + "\",\"model\":\"i3\"}]}");

    Result result = machine.run("login");

    assertEquals(0, result.code());
    assertEquals(
        """
            ConnectedDrive knows no login on a device: trying username and password of \
            config.json.
            BMW accepts them. Cars on the account:
              i3 …000123
            """,
        result.out());

    machine.bmw.answer(OwnersMachine.TOKEN, 400, "{\"error\":\"invalid_grant\"}");
    assertEquals(3, machine.run("login").code());
  }
}
