package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.WebServer;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A place that takes no messages, beside one that does, over runs of the whole program. */
class DeadPlacesTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  @RegisterExtension final WebServer hook = new WebServer();
  private boolean locked = true;

  @BeforeEach
  void start() {
    hook.answer("/hook", 204, "");
    configure("");
    machine.carSays(car("i3-rex"));
    assertEquals(0, machine.status().code());
    machine.posted();
    hook.requests();
  }

  private void configure(String more) {
    String entry = "{\"name\":\"garage\",\"webhook\":{\"url\":\"%s/hook\"} %s}";
    machine.configured(
        "\"thresholds\": { \"leftUnlockedMinutes\": 10000 }",
        "\"notify\": [" + entry.formatted(hook.url(), more) + "]");
  }

  /** After these minutes the lock has turned. */
  private Result poll(int minutes) {
    locked = !locked;
    return quietPoll(minutes);
  }

  private Result quietPoll(int minutes) {
    machine.now = machine.now.plus(Duration.ofMinutes(minutes));
    String state = locked ? "\"SECURED\"" : "\"UNLOCKED\"";
    machine.carSays(car("i3-rex", "doorLockState", state));
    return machine.status();
  }

  private List<String> titles() {
    List<String> titles = new ArrayList<>();
    for (String body : hook.bodies()) {
      try {
        titles.add(Json.parse(body).path("title").asText());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return titles;
  }

  @Test
  void it_neither_delays_nor_repeats_what_goes_to_the_other() {
    hook.answer("/hook", 500, "");
    for (int i = 0; i < 6; i++) {
      Result result = poll(5);
      assertEquals(5, result.code());
      assertEquals(1, machine.posted().size());
    }
    hook.answer("/hook", 204, "");
    titles();

    machine.now = machine.now.plus(Duration.ofHours(1));
    assertEquals(0, machine.status().code());

    assertEquals(
        List.of("Unlocked", "Locked", "Unlocked", "Locked", "Unlocked", "Locked"),
        titles().stream().map(title -> title.replace("My i3: Car ", "")).toList());
    assertEquals(List.of(), machine.posted());
    assertEquals(0, machine.savedCar().path("pending").size());
  }

  @Test
  void it_is_tried_again_with_growing_pauses_up_to_an_hour() {
    hook.answer("/hook", 500, "");
    poll(5);
    List<Integer> tries = new ArrayList<>();
    for (int minute = 5; minute <= 6 * 60; minute += 5) {
      hook.requests();
      assertEquals(5, quietPoll(5).code());
      if (!hook.requests().isEmpty()) {
        tries.add(minute);
      }
    }
    assertEquals(List.of(5, 10, 15, 25, 40, 60, 90, 135, 195, 255, 315), tries);
  }

  @Test
  void what_is_urgent_is_tried_at_once() {
    hook.answer("/hook", 500, "");
    poll(5);
    for (int hour = 0; hour < 5; hour++) {
      quietPoll(60);
    }
    hook.requests();
    quietPoll(5);
    assertEquals(0, hook.requests().size());

    machine.now = machine.now.plus(Duration.ofMinutes(5));
    machine.carSays(
        car(
            "i3-rex",
            "updateReason",
            "\"CHARGING_INTERRUPTED\"",
            "updateTime",
            "\"" + time() + "\""));
    machine.status();

    assertEquals(1, hook.requests().size());
  }

  private String time() {
    return machine.now.plus(Duration.ofHours(1)).toString().replace("Z", "+0100");
  }

  @Test
  void the_others_are_told_after_an_hour_once_and_when_it_is_back() {
    hook.answer("/hook", 500, "");
    poll(5);
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      quietPoll(5);
      machine.headlines().stream().filter(line -> line.contains("iRemote")).forEach(told::add);
    }
    assertEquals(
        List.of(
            "*iRemote*: Trouble · Garage has taken no messages since 08:45; they are kept."
                + " Garage answered HTTP 500; messages are kept"),
        told);

    hook.answer("/hook", 204, "");
    machine.now = machine.now.plus(Duration.ofHours(1));
    titles();
    assertEquals(0, machine.status().code());

    assertEquals(
        List.of("*iRemote*: Working Again · Garage takes messages again"), machine.headlines());
    assertEquals(List.of("My i3: Car Unlocked"), titles(), "not of itself");
    machine.status();
    assertEquals(List.of(), machine.posted());
    assertEquals("{}", Json.line(machine.read("run.json").path("places")));
  }

  @Test
  void days_without_it_are_folded_and_bounded() {
    hook.answer("/hook", 500, "");
    for (int i = 0; i < 40; i++) {
      poll(180);
      machine.posted();
    }
    assertTrue(machine.savedCar().path("pending").size() <= 20);
    hook.answer("/hook", 204, "");
    hook.requests();
    quietPoll(60);
    assertTrue(hook.bodies().size() <= 20);
    assertEquals(0, machine.savedCar().path("pending").size());
  }

  @Test
  void what_waits_for_a_place_that_is_no_longer_configured_is_dropped_with_a_line() {
    hook.answer("/hook", 500, "");
    poll(5);
    poll(5);
    machine.configured();
    hook.requests();

    Result result = quietPoll(5);

    assertEquals(0, result.code());
    assertEquals(
        "WARN 2 messages for garage are dropped: it is no longer configured\n",
        machine.plain(result.err()));
    assertEquals(0, machine.savedCar().path("pending").size());
    assertEquals("", quietPoll(5).err());
  }

  @Test
  void quiet_hours_are_the_places_own() {
    configure(", \"quietHours\": { \"from\": \"08:00\", \"to\": \"10:00\" }");

    poll(5);
    poll(5);

    assertEquals(2, machine.posted().size());
    assertEquals(List.of(), titles());
    machine.now = machine.now.plus(Duration.ofHours(2));
    machine.status();
    assertEquals(List.of("My i3: 2 messages"), titles());
  }

  @Test
  void each_place_is_told_what_its_route_lets_pass() {
    configure(", \"events\": [\"LOCKED\"], \"cars\": [\"My i3\"]");
    poll(5);
    poll(5);
    assertEquals(2, machine.posted().size());
    assertEquals(List.of("My i3: Car Locked"), titles());
  }

  @Test
  void a_place_without_slack_beside_it_is_enough() {
    String config = machine.read("config.json").toString();
    machine.config(config.replaceFirst("\"slack\":\\{[^}]*},", ""));
    assertEquals(0, poll(5).code());
    assertEquals(1, titles().size());
    assertEquals(List.of(), machine.posted());
  }

  @Test
  void check_looks_at_every_place_and_posts_to_every_place() {
    Result check = machine.run("check");
    assertEquals(
        List.of(
            "ok  Slack       the webhook is alive; to see a message arrive: iremote check"
                + " --post",
            "ok  Garage      only a message shows whether it takes one; to see a message"
                + " arrive: iremote check --post"),
        check.about("Slack", "Garage"));
    assertEquals(List.of(), titles());

    machine.posted();
    Result posted = machine.run("check", "--post");
    assertEquals(
        List.of(
            "ok  Slack       a test message has been posted",
            "ok  Garage      a test message has been posted"),
        posted.about("Slack", "Garage"));
    assertEquals(List.of("iRemote: Test Message"), titles());

    hook.answer("/hook", 404, "");
    Result failed = machine.run("check", "--post");
    assertEquals(5, failed.code());
    assertEquals(
        List.of(
            "ok  Slack       a test message has been posted",
            "!!  Garage      Garage refuses (HTTP 404); messages are kept: check notify in"
                + " config.json"),
        failed.about("Slack", "Garage"));
  }
}
