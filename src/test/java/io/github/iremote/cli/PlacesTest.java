package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static io.github.iremote.cli.Places.BOT;
import static io.github.iremote.cli.Places.TELEGRAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.WebServer;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of place, over runs of the whole program: what its answers mean. */
class PlacesTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  private final Path configs = machine.configs;
  @RegisterExtension final WebServer place = new WebServer();

  /** The car was seen and told of; then it is unlocked, with these entries of notify. */
  private Result unlockedWith(String... notify) {
    machine.configured("\"notify\": [" + String.join(",", notify) + "]");
    machine.carSays(car("i3-rex"));
    machine.status();
    place.requests();
    machine.posted();
    machine.now = machine.now.plus(Duration.ofMinutes(5));
    machine.carSays(car("i3-rex", "doorLockState", "\"UNLOCKED\""));
    return machine.status();
  }

  private JsonNode body(RecordedRequest request) throws IOException {
    return Json.parse(request.getBody().utf8());
  }

  private String entry(String kind) {
    return Places.entry(kind, place.url());
  }

  private Path script(String text) throws IOException {
    Path script = configs.resolve("on-car-event");
    Files.writeString(script, "#!/bin/sh\n" + text + "\n");
    assertTrue(script.toFile().setExecutable(true));
    return script;
  }

  @Test
  void a_command_gets_one_line_and_nothing_of_our_environment() throws IOException {
    machine.environment.put("WORD", "environment-secret");
    Path script =
        script("cd \"${0%/*}\"; cat > got.json; env > got.env; printf '%s' \"$*\" > got.args");

    Result result = unlockedWith("{\"command\":[\"" + script + "\",\"--x\",\"a b; $HOME\"]}");

    assertEquals(0, result.code(), result.err());
    List<String> lines = Files.readAllLines(configs.resolve("got.json"));
    assertEquals(1, lines.size());
    assertEquals("My i3: Car Unlocked", Json.parse(lines.get(0)).path("title").asText());
    assertEquals("--x a b; $HOME", Files.readString(configs.resolve("got.args")));
    List<String> names =
        Files.readAllLines(configs.resolve("got.env")).stream()
            .map(line -> line.substring(0, line.indexOf('=')))
            .filter(name -> !List.of("PWD", "OLDPWD", "SHLVL", "_").contains(name)) // the shell's
            .sorted()
            .toList();
    assertEquals(List.of("IREMOTE_ID", "LANG", "PATH"), names);
  }

  @ParameterizedTest
  @CsvSource({
    "exit 3, ended with exit code 3; messages are kept",
    "exec sleep 60, did not end within 1 seconds; messages are kept"
  })
  void a_command_that_fails_is_tried_again(String text, String said) throws IOException {
    Path script = script(text);
    machine.configured("\"timeoutSeconds\": 1", "\"notify\": [{\"command\":[\"" + script + "\"]}]");
    machine.carSays(car("i3-rex"));

    Result result = machine.status();

    assertEquals(5, result.code());
    assertEquals(List.of("iremote: Command " + said), result.failures());
    script("exit 0");
    assertEquals(0, machine.status().code());
    assertEquals(0, machine.savedCar().path("pending").size());
    assertEquals(1, machine.posted().size());
  }

  /** What a place's answer means: 0 it is told, 5 it waits, "refused" it is set aside. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ntfy     | 200 | {\"id\":\"a\"}                                   | told",
        "ntfy     | 200 | <html>hotel</html>                               | waits",
        "ntfy     | 413 | {\"code\":41301,\"http\":413}                    | refused",
        "ntfy     | 403 | {\"code\":40301,\"http\":403}                    | waits",
        "ntfy     | 507 | {\"code\":50701}                                 | waits",
        "telegram | 200 | {\"ok\":true,\"result\":{\"message_id\":1}}      | told",
        "telegram | 200 | {\"ok\":false}                                   | waits",
        "telegram | 400 | {\"ok\":false,\"description\":\"Bad Request: message is too long\"} | refused",
        "telegram | 400 | {\"ok\":false,\"description\":\"Bad Request: chat not found\"}      | waits",
        "telegram | 401 | {\"ok\":false,\"description\":\"Unauthorized\"}  | waits",
        "telegram | 403 | {\"ok\":false,\"description\":\"Forbidden: bot was blocked by the user\"} | waits",
        "bot      | 200 | {\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.2\"}  | told",
        "bot      | 200 | {\"ok\":false,\"error\":\"msg_too_long\"}        | refused",
        "bot      | 200 | {\"ok\":false,\"error\":\"channel_not_found\"}   | waits",
        "bot      | 200 | ok                                               | waits",
        "bot      | 500 | {\"ok\":false,\"error\":\"fatal_error\"}         | waits",
        "webhook  | 202 | ''                                               | told",
        "webhook  | 302 | ''                                               | waits",
        "webhook  | 404 | ''                                               | waits",
        "webhook  | 422 | ''                                               | refused",
        "webhook  | 500 | ''                                               | waits"
      })
  void a_places_answer_has_a_meaning(String kind, int code, String answer, String meaning)
      throws IOException {
    place.answer("/", code, answer);
    place.answer("/hook", code, answer);
    place.answer(TELEGRAM, code, answer);
    place.answer(BOT, code, answer);

    Result result = unlockedWith(entry(kind));

    assertEquals(meaning.equals("told") ? 0 : 5, result.code(), result.err());
    assertEquals(meaning.equals("refused") ? 2 : 0, refused(), "refused");
    assertEquals(meaning.equals("waits") ? 2 : 0, machine.savedCar().path("pending").size());
    assertEquals(1, machine.posted().size(), "the other place");
    assertFalse(result.err().contains("secret"), result.err());
  }

  @Test
  void a_group_that_has_become_a_supergroup_is_followed() throws IOException {
    place.answer(TELEGRAM, 200, "{\"ok\":true,\"result\":{\"message_id\":1}}");
    place.then(
        TELEGRAM,
        400,
        "{\"ok\":false,\"description\":\"Bad Request: group chat was upgraded to a supergroup chat\","
            + "\"parameters\":{\"migrate_to_chat_id\":-100123}}");
    place.then(TELEGRAM, 200, "{\"ok\":true,\"result\":{\"message_id\":1}}");

    assertEquals(0, unlockedWith(entry("telegram")).code());

    List<RecordedRequest> sent = place.requests();
    assertEquals(2, sent.size());
    assertEquals("-100123", Json.parse(sent.get(1).getBody().utf8()).path("chat_id").asText());
  }

  @ParameterizedTest
  @CsvSource({"telegram, 9, true", "telegram, 600, false", "ntfy, 9, true", "bot, 600, false"})
  void a_place_says_how_long_to_wait_and_only_a_short_wait_is_waited(
      String kind, int seconds, boolean waited) {
    MockResponse later =
        new MockResponse.Builder()
            .code(429)
            .setHeader("Retry-After", Integer.toString(seconds))
            .body("{\"ok\":false,\"parameters\":{\"retry_after\":" + seconds + "}}")
            .build();
    for (String path : List.of("/", TELEGRAM, BOT)) {
      place.answer(path, later);
      place.then(path, 200, "{\"ok\":true,\"id\":\"a\",\"channel\":\"C1\",\"ts\":\"1\"}");
    }
    machine.configured("\"notify\": [" + entry(kind) + "]");
    machine.carSays(car("i3-rex"));

    assertEquals(waited ? 0 : 5, machine.status().code());

    assertEquals(
        waited ? List.of(Duration.ofSeconds(seconds), Duration.ofSeconds(1)) : List.of(),
        machine.slept);
    machine.now = machine.now.plus(Duration.ofMinutes(5));
    assertEquals(waited ? 0 : 5, machine.status().code(), "ten minutes are not over");
    machine.now = machine.now.plus(Duration.ofMinutes(5));
    assertEquals(0, machine.status().code());
  }

  @Test
  void what_telegram_cannot_read_is_sent_once_more_as_plain_text() throws IOException {
    place.answer(
        TELEGRAM, 400, "{\"ok\":false,\"description\":\"Bad Request: can't parse entities: x\"}");
    place.then(TELEGRAM, 200, "{\"ok\":true,\"result\":{\"message_id\":1}}");
    machine.configured("\"notify\": [" + entry("telegram") + "]");
    machine.carSays(car("i3-rex"));

    assertEquals(0, machine.status().code());

    List<RecordedRequest> requests = place.requests();
    assertEquals(2, requests.size());
    assertFalse(body(requests.get(1)).has("parse_mode"));
    assertTrue(body(requests.get(1)).path("text").asText().startsWith("My i3: Watching"));
  }

  @Test
  void messages_are_german_where_the_owner_wants_that() throws IOException {
    place.answer("/hook", 204, "");
    machine.configured(
        "\"language\": \"de\"",
        "\"words\": { \"UNLOCKED\": \"Offen!\" }",
        "\"notify\": [" + entry("webhook") + "]");
    machine.carSays(car("i3-rex"));
    machine.status();
    machine.carSays(car("i3-rex", "doorLockState", "\"UNLOCKED\""));
    machine.now = machine.now.plus(Duration.ofMinutes(5));

    Result result = machine.status();

    assertEquals(0, result.code(), result.err());
    assertEquals(
        """
            My i3: Car Unlocked
              car         …000123
              lock        UNLOCKED
              open        nothing
              battery     79 % · 88 km
              fuel        95 % · 88 km
              charging    not plugged in
              driven      38807 km
              as of       08:38, 6 minutes ago
            """,
        result.out());
    List<JsonNode> posted = machine.posted();
    assertTrue(
        posted.get(0).path("text").asText().startsWith("*My i3*: Wird beobachtet: verriegelt"),
        posted.toString());
    assertEquals("*My i3*: Offen! · 79 % · 88 km", posted.get(1).path("text").asText());
    assertEquals("Kilometerstand", posted.get(1).at("/attachments/0/fields/3/title").asText());
    assertEquals("38.807 km", posted.get(1).at("/attachments/0/fields/3/value").asText());
    assertEquals("My i3: Offen!", body(place.requests().get(1)).path("title").asText());
  }

  @Test
  void what_waits_while_the_language_is_changed_arrives_in_the_new_one() {
    place.answer("/hook", 503, "");
    assertEquals(5, unlockedWith(entry("webhook")).code());
    place.requests();
    machine.configured("\"language\": \"de\", \"notify\": [" + entry("webhook") + "]");
    place.answer("/hook", 204, "");
    machine.now = machine.now.plus(Duration.ofMinutes(10));

    assertEquals(0, machine.status().code());

    List<String> titles = new ArrayList<>();
    for (RecordedRequest request : place.requests()) {
      titles.add(request.getBody().utf8().replaceAll(".*\"title\":\"(My i3: [^\"]*)\".*", "$1"));
    }
    assertEquals(
        List.of(
            "My i3: Wird beobachtet: verriegelt",
            "My i3: Auto entriegelt",
            "My i3: Auto nicht verriegelt"),
        titles);
  }

  /** How many messages are set aside, for the owner to look at. */
  private int refused() throws IOException {
    Path file = machine.configs.resolve("refused-" + OwnersMachine.VIN + ".jsonl");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }
}
