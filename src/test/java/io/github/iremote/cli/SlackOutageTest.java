package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static io.github.iremote.WebServer.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.ConnectedDriveCar;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Slack is away or refuses, over runs of the whole program: nothing is lost, nothing comes twice.
 */
class SlackOutageTest {
  @RegisterExtension
  final OwnersMachine machine =
      new OwnersMachine().configured("\"timeoutSeconds\": 1").withCar("i3-rex");

  private final Path configs = machine.configs;

  static Stream<Arguments> slackAnswers() {
    return Stream.of(
        Arguments.of(
            "403",
            saying(403, "invalid_token"),
            "Slack refuses the webhook (HTTP 403 invalid_token); messages are kept: check"
                + " slack.webhookUrl in config.json; if it is as it was given, make a new webhook"
                + " and put its address there"),
        Arguments.of(
            "404",
            saying(404, "no_service"),
            "Slack refuses the webhook (HTTP 404 no_service); messages are kept: check"
                + " slack.webhookUrl in config.json; if it is as it was given, make a new webhook"
                + " and put its address there"),
        Arguments.of(
            "410",
            saying(410, "channel_is_archived"),
            "Slack refuses the webhook (HTTP 410 channel_is_archived); messages are kept:"
                + " check slack.webhookUrl in config.json; if it is as it was given, make a new"
                + " webhook and put its address there"),
        Arguments.of(
            "429",
            saying(429, "").setHeader("Retry-After", "30"),
            "Slack answered HTTP 429; the next run sends the message"),
        Arguments.of(
            "500",
            saying(500, "rollup_error"),
            "Slack answered HTTP 500; the next run sends the message"),
        Arguments.of(
            "redirect",
            saying(302, "").setHeader("Location", "/x"),
            "Slack answered HTTP 302; the next run sends the message"),
        Arguments.of(
            "a page of another server",
            saying(200, "<html>Welcome</html>"),
            "the webhook answered HTTP 200 with a web page, as hotel networks do; the next"
                + " run sends the message. If it goes on, check slack.webhookUrl in config.json"),
        Arguments.of(
            "another server",
            saying(200, "{\"ok\":false}"),
            "the webhook answered HTTP 200 but not as Slack does; the next run sends the"
                + " message. If it goes on, check slack.webhookUrl in config.json"),
        Arguments.of(
            "taken for later",
            saying(202, "ok"),
            "the webhook answered HTTP 202 but not as Slack does; the next run sends the"
                + " message. If it goes on, check slack.webhookUrl in config.json"),
        Arguments.of(
            "nothing",
            saying(200, ""),
            "the webhook answered HTTP 200 but not as Slack does; the next run sends the"
                + " message. If it goes on, check slack.webhookUrl in config.json"),
        Arguments.of(
            "no content",
            saying(204, ""),
            "the webhook answered HTTP 204 but not as Slack does; the next run sends the"
                + " message. If it goes on, check slack.webhookUrl in config.json"),
        Arguments.of(
            "a proxy's page",
            saying(400, "<html>Bad Request</html>"),
            "Slack answered HTTP 400; the next run sends the message"),
        Arguments.of(
            "a proxy without a page",
            saying(400, ""),
            "Slack answered HTTP 400; the next run sends the message"),
        Arguments.of(
            "a word of another's",
            saying(400, "bad_request"),
            "Slack answered HTTP 400; the next run sends the message"),
        Arguments.of(
            "dropped before the answer",
            saying(200, "ok").onResponseStart(new SocketEffect.CloseSocket()),
            "Slack is not reachable (localhost: unexpected end of stream on"
                + " http://localhost/...); the next run sends the message"),
        Arguments.of(
            "never answers",
            saying(200, "ok").headersDelay(5, TimeUnit.SECONDS),
            "Slack is not reachable (localhost: no complete answer in time); the next run"
                + " sends the message"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slackAnswers")
  void a_message_that_slack_does_not_take_is_kept_and_sent_by_the_next_run(
      String name, MockResponse.Builder answer, String expected) {
    machine.watched();
    machine.carSays(ConnectedDriveCar.unlocked());
    machine.slack.answer(OwnersMachine.HOOK, answer.build());

    Result result = machine.status();

    assertEquals(5, result.code(), result.err());
    assertEquals("iremote: " + expected + "\n", machine.plain(result.err()));
    assertEquals(1, machine.posted().size());
    assertEquals(1, machine.savedCar().path("pending").size());

    machine.slack.answer(OwnersMachine.HOOK, 200, "ok");
    assertEquals(0, machine.status().code());
    assertEquals(List.of("*My i3*: Car Unlocked · 79 % · 88 km"), machine.headlines());
    assertEquals(0, machine.savedCar().path("pending").size());
    assertEquals(0, machine.status().code());
    assertEquals(List.of(), machine.posted());
  }

  @Test
  void a_short_wait_that_slack_asks_for_is_waited() {
    machine.watched();
    machine.carSays(ConnectedDriveCar.unlocked());
    machine.slack.answer(OwnersMachine.HOOK, saying(429, "").setHeader("Retry-After", "3").build());

    assertEquals(5, machine.status().code());

    assertEquals(List.of(Duration.ofSeconds(3), Duration.ofSeconds(1)), machine.slept);
    assertEquals(2, machine.posted().size());
  }

  @Test
  void a_message_that_slack_finds_malformed_is_tried_as_plain_text_and_then_set_aside()
      throws IOException {
    machine.watched();
    machine.carSays(ConnectedDriveCar.unlocked());
    machine.slack.answer(OwnersMachine.HOOK, 400, "invalid_payload");

    Result result = machine.status();

    assertEquals(5, result.code());
    assertEquals(
        "iremote: Slack refused a message in every form; it is kept in"
            + " refused-…000123.jsonl\n",
        result.err());
    var posted = machine.posted();
    assertEquals(2, posted.size());
    assertEquals("{\"text\":\"*My i3*: Car Unlocked · 79 % · 88 km\"}", posted.get(1).toString());
    assertEquals(0, machine.savedCar().path("pending").size());
    assertEquals(
        1, Files.readAllLines(configs.resolve("refused-" + OwnersMachine.VIN + ".jsonl")).size());
    machine.slack.answer(OwnersMachine.HOOK, 200, "ok");
    assertEquals(0, machine.status().code());
    assertEquals(List.of(), machine.posted());
  }

  @Test
  void messages_that_waited_arrive_in_order_and_say_from_when_they_are() {
    machine.watched();
    machine.slack.answer(OwnersMachine.HOOK, 500, "");
    machine.carSays(ConnectedDriveCar.unlocked());
    machine.status();
    machine.now = machine.now.plus(Duration.ofMinutes(5));
    machine.carSays(
        car(
            "i3-rex",
            "updateTime",
            "\"2018-03-12T08:46:00+0100\"",
            "updateReason",
            "\"VEHICLE_MOVING\"",
            "doorLockState",
            "\"LOCKED\""));
    machine.status();
    machine.posted();
    machine.slack.answer(OwnersMachine.HOOK, 200, "ok");
    machine.now = machine.now.plus(Duration.ofHours(6));

    assertEquals(0, machine.status().code());

    assertEquals(
        List.of(
            "*My i3*: Car Unlocked · 79 % · 88 km · as of 08:40",
            "*My i3*: Car Moving · 79 % · 88 km · as of 08:45"),
        machine.headlines());
    assertEquals(List.of(Duration.ofSeconds(1)), machine.slept);
  }
}
