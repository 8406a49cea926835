package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that Slack could not take at once, over runs of the whole program. */
class WaitingMessagesTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine().configured();

  @BeforeEach
  void start() {
    machine.carSays(car("i3-rex"));
    assertEquals(0, machine.status().code());
    machine.posted();
  }

  private void slackIsDown() {
    machine.slack.answer(OwnersMachine.HOOK, 500, "");
  }

  private void slackIsUp() {
    machine.slack.answer(OwnersMachine.HOOK, 200, "ok");
    machine.posted();
  }

  /** Five minutes later the car says this, with the given fields. */
  private Result poll(String reason, String... fields) {
    machine.now = machine.now.plus(Duration.ofMinutes(5));
    Instant local = machine.now.plus(Duration.ofHours(1));
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("updateReason", '"' + reason + '"'));
    all.addAll(List.of("updateTime", '"' + local.toString().replace("Z", "+0100\"")));
    machine.carSays(car("i3-rex", all.toArray(new String[0])));
    return machine.status();
  }

  private Result unlockedWithSlackDown() {
    slackIsDown();
    Result result = poll("VEHICLE_UNSECURED", "doorLockState", "\"UNLOCKED\"");
    slackIsUp();
    return result;
  }

  @ParameterizedTest
  @ValueSource(strings = {OwnersMachine.STATUS, OwnersMachine.TOKEN})
  void a_message_waits_for_slack_and_not_for_bmw(String failing) {
    assertEquals(5, unlockedWithSlackDown().code());
    machine.bmw.answer(failing, 503, "");
    machine.now =
        machine.now.plus(Duration.ofMinutes(failing.equals(OwnersMachine.TOKEN) ? 600 : 5));

    assertEquals(4, machine.status().code());

    assertEquals(1, machine.headlines().size());
    assertEquals(0, machine.savedCar().path("pending").size());
    machine.status();
    assertEquals(List.of(), machine.posted());
  }

  @Test
  void a_day_without_slack_costs_nothing_but_lateness() {
    slackIsDown();
    for (int hour = 0; hour < 24; hour++) {
      poll("VEHICLE_UNSECURED", "doorLockState", "\"UNLOCKED\"");
      poll("VEHICLE_SECURED", "doorLockState", "\"SECURED\"");
      machine.now = machine.now.plus(Duration.ofMinutes(50));
    }
    slackIsUp();
    machine.slept.clear();
    machine.now = machine.now.plus(Duration.ofMinutes(10));

    assertEquals(0, machine.status().code());

    List<String> lines = String.join("\n", machine.headlines()).lines().toList();
    List<String> expected = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      String day = hour < 16 ? ", 12 Mar 2018" : "";
      String time = "%02d".formatted((8 + hour) % 24);
      expected.add("*My i3*: Car Unlocked · 79 % · 88 km · as of " + time + ":45" + day);
      expected.add("*My i3*: Car Locked · 79 % · 88 km · as of " + time + ":50" + day);
    }
    expected.set(47, "*My i3*: Car Locked · 79 % · 88 km");
    assertEquals(expected, lines);
  }

  @Test
  void of_more_than_20_the_oldest_become_one_and_urgent_ones_stay_themselves() {
    slackIsDown();
    poll("CHARGING_INTERRUPTED");
    for (int hour = 0; hour < 15; hour++) {
      poll("VEHICLE_UNSECURED", "doorLockState", "\"UNLOCKED\"");
      poll("VEHICLE_SECURED", "doorLockState", "\"SECURED\"");
    }
    slackIsUp();
    machine.slept.clear();
    machine.now = machine.now.plus(Duration.ofHours(1));

    assertEquals(0, machine.status().code());

    List<String> headlines = machine.headlines();
    assertTrue(headlines.size() <= 20, headlines.size() + " messages");
    assertTrue(headlines.get(0).startsWith("*My i3*: Charging Interrupted"), headlines.get(0));
    assertEquals(
        """
            *My i3*: Car Unlocked · 79 % · 88 km · as of 08:50
            *My i3*: Car Locked · 79 % · 88 km · as of 08:55
            *My i3*: Car Unlocked · 79 % · 88 km · as of 09:00
            *My i3*: Car Locked · 79 % · 88 km · as of 09:05
            *My i3*: Car Unlocked · 79 % · 88 km · as of 09:10
            *My i3*: Car Locked · 79 % · 88 km · as of 09:15
            *My i3*: Car Unlocked · 79 % · 88 km · as of 09:20
            *My i3*: Car Locked · 79 % · 88 km · as of 09:25
            *My i3*: Car Unlocked · 79 % · 88 km · as of 09:30
            *My i3*: Car Locked · 79 % · 88 km · as of 09:35
            *My i3*: Car Unlocked · 79 % · 88 km · as of 09:40
            *My i3*: Car Locked · 79 % · 88 km · as of 09:45
            *My i3*: Car Unlocked · 79 % · 88 km · as of 09:50""",
        headlines.get(1));
    assertEquals(31, String.join("\n", headlines).lines().count());
    assertEquals(headlines.size() - 1, machine.slept.size());
    assertTrue(machine.slept.stream().allMatch(Duration.ofSeconds(1)::equals));
  }

  @ParameterizedTest(name = "Retry-After: {0}")
  @CsvSource({
    "9, PT9S",
    "10, ",
    "86400, ",
    "9223372036854775807, ",
    "99999999999999999999, ",
    "0, PT0S",
    "-1, ",
    "-9223372036854775808, ",
    "soon, "
  })
  void slack_says_how_long_to_wait_and_only_a_short_wait_is_waited(String header, Duration wait) {
    machine.slack.answer(
        OwnersMachine.HOOK,
        new MockResponse.Builder().code(429).setHeader("Retry-After", header).build());

    Result result = poll("VEHICLE_UNSECURED", "doorLockState", "\"UNLOCKED\"");

    assertEquals(5, result.code(), result.err());
    assertEquals(
        wait == null ? List.of() : List.of(wait, Duration.ofSeconds(1)), // and between two messages
        machine.slept);
    assertEquals(wait == null ? 1 : 2, machine.posted().size());
    assertEquals(1, machine.savedCar().path("pending").size());
  }

  @Test
  void one_bad_message_does_not_block_those_behind_it() throws IOException {
    unlockedWithSlackDown();
    machine.slack.answer(OwnersMachine.HOOK, 400, "invalid_payload");

    Result result = poll("VEHICLE_MOVING", "doorLockState", "\"LOCKED\"");

    assertEquals(5, result.code());
    assertEquals(4, machine.posted().size());
    assertEquals(0, machine.savedCar().path("pending").size());
    assertEquals(2, refused().size());
    slackIsUp();
    assertEquals(0, poll("VEHICLE_SHUTDOWN_SECURED").code());
    assertEquals(1, machine.posted().size());
  }

  @Test
  void however_many_are_refused_all_are_kept_whole() throws IOException {
    machine.slack.answer(OwnersMachine.HOOK, 400, "invalid_payload");
    for (int hour = 0; hour < 15; hour++) {
      poll("VEHICLE_UNSECURED", "doorLockState", "\"UNLOCKED\"");
      poll("VEHICLE_SECURED", "doorLockState", "\"SECURED\"");
    }
    assertEquals(30, refused().size());
    slackIsUp();

    assertEquals(0, poll("VEHICLE_MOVING", "doorLockState", "\"LOCKED\"").code());

    List<String> refused = refused();
    assertEquals(30, refused.size());
    List<String> told = new ArrayList<>();
    for (String line : refused) {
      told.add(Json.parse(line).path("messages").path(0).path("events").toString());
    }
    assertEquals(
        Collections.nCopies(15, "[{\"name\":\"UNLOCKED\"}] [{\"name\":\"LOCKED\"}]").stream()
            .flatMap(pair -> Stream.of(pair.split(" ")))
            .toList(),
        told);
    assertFalse(machine.savedCar().has("refused"), "they must not fill the car's own file");
  }

  private List<String> refused() throws IOException {
    return Files.readAllLines(machine.configs.resolve("refused-" + OwnersMachine.VIN + ".jsonl"));
  }

  /** Earlier versions kept them in the event file. */
  @Test
  void those_that_were_refused_before_stay_where_they_are() throws IOException {
    ObjectNode saved = (ObjectNode) machine.savedCar();
    unlockedWithSlackDown();
    saved.set("refused", machine.savedCar().path("pending"));
    machine.write("event-" + OwnersMachine.VIN + ".json", saved.toString());
    slackIsUp();

    assertEquals(0, poll("VEHICLE_MOVING", "doorLockState", "\"LOCKED\"").code());

    assertEquals(1, machine.savedCar().path("refused").size());
  }

  @Test
  void a_refused_message_is_not_written_through_a_link() throws IOException {
    Path file = machine.configs.resolve("refused-" + OwnersMachine.VIN + ".jsonl");
    Path target = Files.createFile(machine.configs.resolve("theirs"));
    Files.createSymbolicLink(file, target);
    machine.slack.answer(OwnersMachine.HOOK, 400, "invalid_payload");

    Result result = poll("VEHICLE_UNSECURED", "doorLockState", "\"UNLOCKED\"");

    assertEquals(2, result.code(), result.err());
    assertEquals(0, Files.size(target));
    assertEquals(1, machine.savedCar().path("pending").size());
  }

  @Test
  void a_message_of_the_programs_own_that_slack_refuses_is_reported() throws IOException {
    machine.bmw.answer(OwnersMachine.STATUS, 401, "");
    machine.bmw.answer(OwnersMachine.TOKEN, 401, "{\"error\":\"invalid_client\"}");
    machine.slack.answer(OwnersMachine.HOOK, 400, "invalid_payload");

    Result result = machine.status();

    assertEquals(3, result.code());
    assertEquals(
        """
            iremote: BMW refused the login (HTTP 401 invalid_client); check username, password \
            and authorization in config.json
            iremote: Slack refused a message in every form; it is kept in refused.jsonl
            """,
        result.err());
    assertEquals(0, machine.read("run.json").path("run").path("pending").size());
    assertEquals(1, Files.readAllLines(machine.configs.resolve("refused.jsonl")).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {OwnersMachine.STATUS, OwnersMachine.TOKEN})
  void no_request_is_repeated_at_a_servers_word(String path) {
    machine.now = machine.now.plus(Duration.ofHours(9));
    machine.bmw.answer(
        path, new MockResponse.Builder().code(503).setHeader("Retry-After", "0").build());
    machine.bmw.asked();

    assertEquals(4, machine.status().code());

    assertEquals(1, machine.bmw.asked().stream().filter(line -> line.endsWith(path)).count());
  }

  @Test
  void no_message_is_repeated_at_a_servers_word() {
    machine.slack.answer(
        OwnersMachine.HOOK,
        new MockResponse.Builder().code(503).setHeader("Retry-After", "0").build());

    assertEquals(5, poll("VEHICLE_UNSECURED", "doorLockState", "\"UNLOCKED\"").code());

    assertEquals(1, machine.posted().size());
  }
}
