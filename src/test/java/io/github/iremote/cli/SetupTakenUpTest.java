package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.CODE;
import static io.github.iremote.CarDataAccount.MAPPINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code setup} over CarData: slips of the hand, what is put off, and what was broken off. */
class SetupTakenUpTest {
  private static final String ID = "5f0c1c6e-0000-4000-8000-123456789abc";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;

  @BeforeEach
  void start() throws IOException {
    Files.delete(configs.resolve("config.json"));
  }

  private Result typed(String... lines) {
    machine.terminal = true;
    machine.typed = String.join("\n", lines) + "\n";
    return machine.run("setup", "--server", machine.bmw.url());
  }

  private String hook() {
    return machine.slack.url() + OwnersMachine.HOOK;
  }

  private String config() throws IOException {
    return Files.readString(configs.resolve("config.json"));
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
    Result result = typed("1", copied, "My i4", "", hook(), "n", "", "2");

    assertEquals(0, result.code(), result.toString());
    assertTrue(config().contains("\"clientId\": \"" + ID + "\""), config());
    assertTrue(config().contains("\"distance\": \"miles\""), config());
  }

  @Test
  void what_is_no_client_id_is_said_before_bmw_is_asked() {
    Result result = typed("1", "5f0c1c6e-0000-4000-8000");

    assertEquals(2, result.code());
    assertTrue(result.out().contains("such as 1a2b3c4d-"), result.out());
    assertTrue(result.out().contains("not 5f0c1c6e-0000-4000-8000"), result.out());
    assertEquals(List.of(), machine.bmw.asked());
  }

  @Test
  void the_next_setup_finds_the_login_of_one_that_was_broken_off() throws IOException {
    Result broken = typed("1", ID);
    assertEquals(
        "iremote: the input has ended before the last answer. The login is kept in"
            + " CONFIGS; iremote setup goes on from there.\n",
        machine.plain(broken.err()));
    machine.bmw.asked();

    Result result = typed("y", "My i4", "", hook(), "n", "", "");

    assertEquals(0, result.code(), result.toString());
    assertTrue(
        result.out().contains("logged in to CarData as client " + ID + ", with i4 eDrive40 (…0001"),
        result.out());
    assertEquals(List.of(), machine.bmw.asked());
    assertTrue(config().contains(ID), config());
  }

  @Test
  void who_does_not_want_the_former_login_makes_another() throws IOException {
    typed("1", ID);
    machine.bmw.asked();
    String other = ID.replace('5', '7');

    Result result = typed("n", "1", other, "My i4", "", hook(), "n", "", "");

    assertEquals(0, result.code(), result.toString());
    assertTrue(machine.bmw.asked().contains("POST " + CODE));
    assertTrue(config().contains(other), config());
  }

  @Test
  void a_former_login_that_bmw_ended_is_made_anew() {
    typed("1", ID);
    account.later(Duration.ofHours(2));
    machine.bmw.answer(CarDataAccount.TOKEN, 400, "{\"error\":\"invalid_grant\"}");
    machine.bmw.then(CarDataAccount.TOKEN, 200, CarDataAccount.token(2));

    Result result = typed("y", "", "My i4", "", hook(), "n", "", "");

    assertEquals(0, result.code(), result.toString());
    assertTrue(result.out().contains("BMW refused to renew the login"), result.out());
    assertTrue(machine.bmw.asked().contains("POST " + CODE));
  }

  @Test
  void messages_may_go_nowhere_yet_and_the_next_setup_asks_only_for_that() throws IOException {
    Result first = typed("", ID, "My i4", "nowhere", "miles");
    assertEquals(0, first.code(), first.toString());
    assertTrue(first.out().contains("Messages go nowhere yet"), first.out());
    assertFalse(config().contains("\"slack\": {"), config());
    machine.config("// { mine }\n" + config());
    machine.bmw.asked();

    Result second = typed("1", hook(), "y", "");

    assertEquals(0, second.code(), second.toString());
    assertEquals(List.of(), machine.bmw.asked());
    assertEquals(1, machine.headlines().size());
    assertTrue(config().startsWith("// { mine }\n"), config());
    var written = Json.parseWithComments(config());
    assertEquals(hook(), written.path("slack").path("webhookUrl").asText());
    assertEquals("miles", written.path("distance").asText());
    machine.terminal = false;
    assertEquals(0, machine.status("--quiet").code());
  }

  @Test
  void messages_may_go_to_every_kind_of_place_and_each_is_tried() throws IOException {
    machine.slack.answer("/", 200, "{\"id\":\"a\"}");
    machine.slack.answer("/hook", 204, "");
    String ntfy = machine.slack.url() + "/my-topic";
    List<String> answers = new ArrayList<>(List.of("", ID, "My i4"));
    answers.addAll(List.of("slack", hook(), "y"));
    answers.addAll(List.of("3", "xoxb-1", "C1", "Family", "n"));
    answers.addAll(List.of("ntfy", "no address", ""));
    answers.addAll(List.of("4", ntfy, "", "y"));
    answers.addAll(List.of("ntfy", ntfy + "2", "tk_1", "", "n"));
    answers.addAll(List.of("telegram", "123:ABC", "42", "n"));
    answers.addAll(List.of("email", "smtps://mail.example.com", "me", "pw", "me@x.org", "", "n"));
    answers.addAll(List.of("webhook", machine.slack.url() + "/hook", "y"));
    answers.addAll(List.of("command", "/bin/test", "a", "=", "a", "", "y"));
    answers.addAll(List.of("1", "miles"));

    Result result = typed(answers.toArray(String[]::new));

    assertEquals(0, result.code(), result.toString());
    assertTrue(result.out().contains("expected an address that begins with https"), result.out());
    for (String place : List.of("Slack", "ntfy", "Webhook", "Command")) {
      String tried = place + ": a test message has been posted.";
      assertTrue(result.out().contains(tried), tried + " is not in " + result.out());
    }
    assertEquals(
        List.of("POST " + OwnersMachine.HOOK, "POST /", "POST /hook"), machine.slack.asked());
    assertEquals(
        Json.parse(
            """
            [
              { "slack": { "botToken": "xoxb-1", "channel": "C1" }, "name": "Family" },
              { "ntfy": { "url": "%1$s" } },
              { "ntfy": { "url": "%1$s2", "token": "tk_1" }, "name": "ntfy 2" },
              { "telegram": { "botToken": "123:ABC", "chatId": "42" } },
              { "email": { "server": "smtps://mail.example.com", "username": "me",
                           "password": "pw", "from": "me@x.org", "to": [ "me@x.org" ] } },
              { "webhook": { "url": "%2$s/hook" } },
              { "command": [ "/bin/test", "a", "=", "a" ] }
            ]"""
                .formatted(ntfy, machine.slack.url())),
        Json.parseWithComments(config()).path("notify"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://discord.com/api/webhooks/1/secret, add /slack to its end",
    "https://outlook.office.com/webhook/secret, Microsoft Teams",
    "https://contoso.webhook.office.com/webhookb2/secret, Microsoft Teams",
    "https://prod-1.westeurope.logic.azure.com:443/workflows/secret, Microsoft Teams",
  })
  void an_address_that_takes_no_message_of_slacks_form_is_named(String address, String words) {
    Result result = typed("", ID, "My i4", "", address, "", hook(), "n", "", "");

    assertEquals(0, result.code(), result.toString());
    assertTrue(result.out().contains(words), result.out());
    assertFalse(result.out().contains("secret"), result.out());
  }

  @Test
  void what_follows_from_another_option_is_not_asked() {
    Result script = machine.run("setup", "--client-id", ID);
    machine.terminal = true;
    machine.typed = "My i4\n\n" + hook() + "\nn\n\n\n";
    Result terminal = machine.run("setup", "--client-id", ID, "--server", machine.bmw.url());

    assertEquals(
        "iremote: there is no terminal to ask questions in: give --slack-webhook\n", script.err());
    assertEquals(0, terminal.code(), terminal.toString());
    assertFalse(terminal.out().contains("two interfaces"), terminal.out());
  }

  @Test
  void a_set_up_and_two_checks_cost_few_calls() {
    typed("", ID, "My i4", "", hook(), "n", "", "");
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
