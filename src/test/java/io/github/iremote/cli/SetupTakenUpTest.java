package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.MAPPINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code setup} over CarData: slips of the hand, and what was broken off. */
class SetupTakenUpTest {
  private static final String ID = "5f0c1c6e-0000-4000-8000-123456789abc";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;

  @BeforeEach
  void start() throws IOException {
    Files.delete(configs.resolve("config.json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "5f0c1c6e-0000-4000-8000-123456789abc"
          “5f0c1c6e-0000-4000-8000-123456789abc”
          Client ID: 5f0c1c6e-0000-4000-8000-123456789abc
          client-id=5f0c1c6e-0000-4000-8000-123456789abc
          """)
  void a_client_id_is_taken_however_it_was_copied(String copied) throws IOException {
    Result result = machine.setUp("1", copied, "My i4", "", machine.hook(), "n", "", "2");

    assertEquals(0, result.code(), result.toString());
    assertEquals(ID, machine.config().path("cardata").path("clientId").asText());
    assertEquals("miles", machine.config().path("distance").asText());
  }

  @Test
  void what_is_no_client_id_is_said_before_bmw_is_asked() {
    Result result = machine.setUp("1", "5f0c1c6e-0000-4000-8000");

    assertEquals(2, result.code());
    assertEquals(
        List.of(
            "--client-id expected the client id from the My BMW portal, such as"
                + " 1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d, not 5f0c1c6e-0000-4000-8000"),
        new Dialogue(machine, result).complaints());
    assertEquals(List.of(), machine.bmw.asked());
  }

  @Test
  void the_next_setup_finds_the_login_of_one_that_was_broken_off() throws IOException {
    Result broken = machine.setUp("1", ID);
    assertEquals(
        "iremote: the input has ended before the last answer. The login is kept in"
            + " CONFIGS; iremote setup goes on from there.\n",
        machine.plain(broken.err()));
    machine.bmw.asked();

    Result result = machine.setUp("y", "My i4", "", machine.hook(), "n", "", "");

    assertEquals(0, result.code(), result.toString());
    assertEquals(
        """
          A few questions, then CONFIGS/config.json is written.
          Enter takes what is in [brackets]. Ctrl-C ends it; a login that is made by then is \
          kept.
          You are logged in to CarData as client 5f0c1c6e-0000-4000-8000-123456789abc, with i4 \
          eDrive40 (…000123); go on with that? [Y/n]: Logged in already.
          One car is on the account:
            i4 eDrive40 …000123
          What do you call the i4 eDrive40 (…000123)? (- leaves it out) [i4 eDrive40]:\s
          Where should messages go?
          Which one, by number or name [1]:\s
          Slack needs an incoming webhook, which is an address to post to: at \
          https://api.slack.com/apps
          Create New App, From scratch; then Incoming Webhooks, On; Add New Webhook; choose the \
          channel.
          Webhook address, https://… (is not shown): Send a test message there [Y/n]:\s
          Where else?
          Which one, by number or name [1]:\s
          Distances are told in
          Which one, by number or name [1]: Written: CONFIGS/config.json
          To have cron run it every 5 minutes, add this line (crontab -e):
          */5 * * * * iremote status --quiet --configs CONFIGS # iremote
          To see your cars, and to post for the first time: iremote status
          """,
        new Dialogue(machine, result).talk());
    assertEquals(List.of(), machine.bmw.asked());
    assertEquals(ID, machine.config().path("cardata").path("clientId").asText());
  }

  @Test
  void who_does_not_want_the_former_login_makes_another() throws IOException {
    machine.setUp("1", ID);
    machine.bmw.asked();
    String other = ID.replace('5', '7');

    Result result = machine.setUp("n", "1", other, "My i4", "", machine.hook(), "n", "", "");

    assertEquals(0, result.code(), result.toString());
    assertEquals(CarDataAccount.LATER_LOGIN, machine.bmw.asked());
    assertEquals(other, machine.config().path("cardata").path("clientId").asText());
  }

  @Test
  void a_former_login_that_bmw_ended_is_made_anew() {
    machine.setUp("1", ID);
    account.later(Duration.ofHours(2));
    machine.bmw.asked();
    machine.bmw.answer(CarDataAccount.TOKEN, 400, "{\"error\":\"invalid_grant\"}");
    machine.bmw.then(CarDataAccount.TOKEN, 200, CarDataAccount.token(2));

    Result result = machine.setUp("y", "", "My i4", "", machine.hook(), "n", "", "");

    assertEquals(0, result.code(), result.toString());
    assertEquals(
        List.of(
            "BMW refused to renew the login (HTTP 400 invalid_grant); perhaps another computer has"
                + " logged in with the same client id, which ends the login here, on HOST; run:"
                + " iremote login"),
        new Dialogue(machine, result).complaints());
    assertEquals(
        List.of(
            "POST /gcdm/oauth/token",
            "POST /gcdm/oauth/device/code",
            "POST /gcdm/oauth/token",
            "GET /customers/vehicles/mappings",
            "GET /customers/containers",
            "POST /customers/containers"),
        machine.bmw.asked());
  }

  @Test
  void what_follows_from_another_option_is_not_asked() {
    Result script = machine.run("setup", "--client-id", ID);
    machine.terminal = true;
    machine.typed = "My i4\n\n" + machine.hook() + "\nn\n\n\n";
    Result terminal = machine.run("setup", "--client-id", ID, "--server", machine.bmw.url());

    assertEquals(
        "iremote: there is no terminal to ask questions in: give --slack-webhook\n", script.err());
    assertEquals(0, terminal.code(), terminal.toString());
    assertEquals(
        """
          A few questions, then CONFIGS/config.json is written.
          Enter takes what is in [brackets]. Ctrl-C ends it; a login that is made by then is \
          kept.

          """,
        new Dialogue(machine, terminal).beforeTheLogin());
  }

  @Test
  void a_set_up_and_two_checks_cost_few_calls() {
    machine.setUp("", ID, "My i4", "", machine.hook(), "n", "", "");
    machine.terminal = false;
    machine.run("check");
    machine.run("vehicles");
    machine.run("check");

    List<String> calls =
        machine.bmw.asked().stream().filter(call -> call.contains("/customers/")).toList();

    assertEquals(
        List.of(
            "GET " + MAPPINGS,
            "GET " + CarDataAccount.CAR + "/basicData",
            "GET " + CarDataAccount.CONTAINERS,
            "POST " + CarDataAccount.CONTAINERS),
        calls);
  }
}
