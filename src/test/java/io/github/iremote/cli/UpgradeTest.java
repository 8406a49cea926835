package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.OwnersMachine;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A directory that version 1 has left: its messages were in Slack's form before they were saved.
 */
class UpgradeTest {
  private static final String EVENT_FILE = "event-" + OwnersMachine.VIN + ".json";
  private static final String UNLOCKED =
      """
      {"text": "*My i3*: Car Unlocked &amp; open · 79 % · 88 km",
       "attachments": [{"color": "#2eb67d", "fallback": "My i3: Car Unlocked &amp; open",
         "fields": [{"title": "Update Event", "value": "Car Unlocked", "short": true}],
         "ts": 1520840400}]}""";
  private static final String ALARM = "{\"text\": \"*My i3*: Alarm · 79 % · 88 km\"}";

  @RegisterExtension final OwnersMachine machine = new OwnersMachine().configured();
  private final Path configs = machine.configs;

  @BeforeEach
  void start() {
    machine.carSays(car("i3-rex"));
    assertEquals(0, machine.status().code());
    machine.posted();
  }

  /** The event file as version 1 would have written it, with these messages waiting. */
  private String version1(String... messages) throws IOException {
    ObjectNode file = ((ObjectNode) machine.savedCar()).put("version", 1);
    file.remove("samples");
    file.putObject("event")
        .put("name", "PARKED")
        .put("title", "Car Parked and Locked")
        .put("at", "2018-03-12T07:30:00Z");
    for (String message : messages) {
      file.withArray("pending")
          .addObject()
          .put("at", machine.now.toString())
          .put("urgent", message.contains("Alarm"))
          .set("message", Json.parse(message));
    }
    String text = Json.pretty(file);
    machine.write(EVENT_FILE, text);
    return text;
  }

  @Test
  void its_messages_arrive_once_and_as_they_were() throws IOException {
    String before = version1(UNLOCKED, ALARM);
    machine.now = machine.now.plus(Duration.ofMinutes(5));

    assertEquals(0, machine.status().code());

    assertEquals(List.of(Json.parse(UNLOCKED), Json.parse(ALARM)), machine.posted());
    assertEquals(0, machine.status().code());
    assertEquals(List.of(), machine.posted());
    assertEquals(2, machine.savedCar().path("version").asInt());
    assertEquals(before, Files.readString(configs.resolve(EVENT_FILE + ".version1")));
  }

  @Test
  void a_late_one_says_from_when_it_is() throws IOException {
    version1(ALARM);
    machine.now = machine.now.plus(Duration.ofHours(2));

    assertEquals(0, machine.status().code());

    assertEquals(List.of("*My i3*: Alarm · 79 % · 88 km · as of 08:40"), machine.headlines());
  }

  @Test
  void those_that_must_wait_on_are_kept_whole() throws IOException {
    version1(UNLOCKED);
    machine.slack.answer(OwnersMachine.HOOK, 500, "");
    assertEquals(5, machine.status().code());
    machine.slack.answer(OwnersMachine.HOOK, 200, "ok");
    machine.posted();

    assertEquals(0, machine.status().code());

    assertEquals(List.of(Json.parse(UNLOCKED)), machine.posted());
  }

  @Test
  void an_unchanged_car_leaves_the_file_as_it_is() throws IOException {
    String before = version1();

    assertEquals(0, machine.status().code());

    assertEquals(List.of(), machine.posted());
    assertEquals(before, Files.readString(configs.resolve(EVENT_FILE)));
    assertFalse(Files.exists(configs.resolve(EVENT_FILE + ".version1")));
  }
}
