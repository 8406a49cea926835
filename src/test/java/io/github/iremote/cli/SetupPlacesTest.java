package io.github.iremote.cli;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where messages go is asked by {@code setup}, and tried, and may be put off. */
class SetupPlacesTest {
  private static final String ID = "5f0c1c6e-0000-4000-8000-123456789abc";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;

  @BeforeEach
  void start() throws IOException {
    Files.delete(configs.resolve("config.json"));
  }

  private String config() throws IOException {
    return Files.readString(configs.resolve("config.json"));
  }

  @Test
  void messages_may_go_nowhere_yet_and_the_next_setup_asks_only_for_that() throws IOException {
    Result first = machine.setUp("", ID, "My i4", "nowhere", "miles");
    assertEquals(0, first.code(), first.toString());
    assertEquals(
        """
          Written: CONFIGS/config.json
          Messages go nowhere yet. When you know where: iremote setup
          """,
        new Dialogue(machine, first).ending());
    assertFalse(machine.config().has("slack"), config());
    machine.config("// { mine }\n" + config());
    machine.bmw.asked();

    Result second = machine.setUp("1", machine.hook(), "y", "");

    assertEquals(0, second.code(), second.toString());
    assertEquals(List.of(), machine.bmw.asked());
    assertEquals(1, machine.headlines().size());
    assertTrue(config().startsWith("// { mine }\n"), config());
    assertEquals(machine.hook(), machine.config().path("slack").path("webhookUrl").asText());
    assertEquals("miles", machine.config().path("distance").asText());
    machine.terminal = false;
    assertEquals(0, machine.status("--quiet").code());
  }

  @Test
  void messages_may_go_to_every_kind_of_place_and_each_is_tried() throws IOException {
    machine.slack.answer("/", 200, "{\"id\":\"a\"}");
    machine.slack.answer("/hook", 204, "");
    String ntfy = machine.slack.url() + "/my-topic";
    List<String> answers = new ArrayList<>(List.of("", ID, "My i4"));
    answers.addAll(List.of("slack", machine.hook(), "y"));
    answers.addAll(List.of("3", "xoxb-1", "C1", "Family", "n"));
    answers.addAll(List.of("ntfy", "no address", ""));
    answers.addAll(List.of("4", ntfy, "", "y"));
    answers.addAll(List.of("ntfy", ntfy + "2", "tk_1", "", "n"));
    answers.addAll(List.of("telegram", "123:ABC", "42", "n"));
    answers.addAll(List.of("email", "smtps://mail.example.com", "me", "pw", "me@x.org", "", "n"));
    answers.addAll(List.of("webhook", machine.slack.url() + "/hook", "y"));
    answers.addAll(List.of("command", "/bin/test", "a", "=", "a", "", "y"));
    answers.addAll(List.of("1", "miles"));

    Result result = machine.setUp(answers.toArray(String[]::new));

    assertEquals(0, result.code(), result.toString());
    assertEquals(
        """
          A few questions, then CONFIGS/config.json is written.
          Enter takes what is in [brackets]. Ctrl-C ends it; a login that is made by then is \
          kept.

          BMW has two interfaces.
          Which one, by number or name [1]:\s
          CarData needs a client of your own, made in the My BMW portal in a browser:
            1. Log in at https://www.bmw.com (or your country's), open your vehicle, then BMW \
          CarData.
            2. Click "Create CarData client", and copy the client id at once.
            3. Tick "CarData API", wait a minute, tick "CarData Streaming", wait another minute.
          Do NOT press "Authenticate device" there: that is done here, in a moment.
          Client id: Open this link on any device, log in to My BMW there, and confirm the code:

            https://customer.bmwgroup.com/oneid/link?user_code=K7PM3DXA


            \u001b[1mK7PM3DXA\u001b[0m

          It lives 5 minutes, until 10:05. Waiting for you …
          Logged in.
          One car is on the account:
            i4 eDrive40 …000123
          BMW knows what to tell about them.
          What do you call the i4 eDrive40 (…000123)? (- leaves it out) [i4 eDrive40]:\s
          Where should messages go?
          Which one, by number or name [1]:\s
          Slack needs an incoming webhook, which is an address to post to: at \
          https://api.slack.com/apps
          Create New App, From scratch; then Incoming Webhooks, On; Add New Webhook; choose the \
          channel.
          Webhook address, https://… (is not shown): Send a test message there [Y/n]: Slack: a \
          test message has been posted.

          Where else?
          Which one, by number or name [1]:\s
          The bot is a Slack app: at https://api.slack.com/apps Create New App, From scratch; \
          then OAuth &
          Permissions, bot scopes chat:write and files:write; Install to Workspace; /invite it \
          to the channel.
          Bot token, xoxb-… (is not shown): Id of the channel, C…: What is this place to be \
          called [slack 2]: Send a test message there [Y/n]:\s
          Where else?
          Which one, by number or name [1]: Address of the topic, https://ntfy.sh/…: Access \
          token; Enter: none (is not shown):   setup: notify[1].ntfy.url expected an address \
          that begins with https:// (http:// only for this machine)

          Where else?
          Which one, by number or name [1]: Address of the topic, https://ntfy.sh/…: Access \
          token; Enter: none (is not shown): Send a test message there [Y/n]: ntfy: a test \
          message has been posted.

          Where else?
          Which one, by number or name [1]: Address of the topic, https://ntfy.sh/…: Access \
          token; Enter: none (is not shown): What is this place to be called [ntfy 2]: Send a \
          test message there [Y/n]:\s
          Where else?
          Which one, by number or name [1]: Token from BotFather (is not shown): Id of the chat: \
          Send a test message there [Y/n]:\s
          Where else?
          Which one, by number or name [1]: Server, smtps://HOST:465 or smtp://HOST:587: \
          Username there; Enter: none: Password there (is not shown): From which address: To \
          which address [me@x.org]: Send a test message there [Y/n]:\s
          Where else?
          Which one, by number or name [1]: Address, https://… (is not shown): Send a test \
          message there [Y/n]: Webhook: a test message has been posted.

          Where else?
          Which one, by number or name [1]: Program, with its whole path: Argument; Enter: no \
          more: Argument; Enter: no more: Argument; Enter: no more: Argument; Enter: no more: \
          Send a test message there [Y/n]: Command: a test message has been posted.

          Where else?
          Which one, by number or name [1]:\s
          Distances are told in
          Which one, by number or name [1]: Written: CONFIGS/config.json
          To have cron run it every 5 minutes, add this line (crontab -e):
          */5 * * * * iremote status --quiet --configs CONFIGS # iremote
          To see your cars, and to post for the first time: iremote status
          """,
        new Dialogue(machine, result).talk());
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
        machine.config().path("notify"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          discord.com/api/webhooks/1/secret                       | Discord, which takes Slack's messages only where it ends in /slack: add /slack to its end
          outlook.office.com/webhook/secret                       | Microsoft Teams, which does not take Slack's messages: give one of Slack, Mattermost, Rocket.Chat or Discord
          contoso.webhook.office.com/webhookb2/secret             | Microsoft Teams, which does not take Slack's messages: give one of Slack, Mattermost, Rocket.Chat or Discord
          prod-1.westeurope.logic.azure.com:443/workflows/secret  | Microsoft Teams, which does not take Slack's messages: give one of Slack, Mattermost, Rocket.Chat or Discord
          """)
  void an_address_that_takes_no_message_of_slacks_form_is_named(String address, String words) {
    Result result =
        machine.setUp("", ID, "My i4", "", "https://" + address, "", machine.hook(), "n", "", "");

    assertEquals(0, result.code(), result.toString());
    assertEquals(
        List.of("slack.webhookUrl is an address of " + words),
        new Dialogue(machine, result).complaints());
    assertFalse(result.out().contains("secret"), result.out());
  }
}
