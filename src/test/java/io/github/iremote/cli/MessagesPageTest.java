package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.PretendMailServer;
import io.github.iremote.WebServer;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of {@code docs/messages.md}, run against pretend places. */
class MessagesPageTest {
  private static final Path PAGE = Path.of("docs/messages.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```jsonc\n(.*?)```");

  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  private final Path configs = machine.configs;
  @RegisterExtension final WebServer place = new WebServer();
  @RegisterExtension final PretendMailServer mail = new PretendMailServer();

  @BeforeEach
  void start() {
    place.answer("/", 200, "{\"id\":\"a\"}");
    place.answer("/car", 200, "");
    place.answer("/bot123456:ABCx/sendMessage", 200, "{\"ok\":true,\"result\":{\"message_id\":1}}");
    place.answer("/api/chat.postMessage", 200, "{\"ok\":true,\"channel\":\"C\",\"ts\":\"1\"}");
    place.answer("/services/T0x/B0x/x", 200, "ok");
  }

  static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
    while (example.find()) {
      examples.add(example.group(1));
    }
    return examples;
  }

  /** The example with pretend servers in place of the real ones. */
  private String onLoopback(String example) throws IOException {
    Path script = Files.writeString(configs.resolve("command"), "#!/bin/sh\ncat > \"$0.got\"\n");
    assertTrue(script.toFile().setExecutable(true));
    Path password = Files.writeString(configs.resolve("password"), "secret\n");
    return example
        .replace("…", "x")
        .replace("https://ntfy.sh", place.url())
        .replace("https://example.com", place.url())
        .replace("https://hooks.slack.com", place.url())
        .replace("smtps://mail.example.com:465", mail.url())
        .replace("/etc/iremote/mail", password.toString())
        .replace("/usr/local/bin/on-car-event", script.toString())
        .replace("\"botToken\":", "\"server\": \"" + place.url() + "\", \"botToken\":");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_does_what_it_says(String example) throws IOException {
    String here = onLoopback(example);
    boolean entry = here.stripLeading().startsWith("{");
    machine.configured(entry ? "\"notify\": [" + here + "]" : here.strip());
    machine.carSays(car("i3-rex"));

    Result check = machine.run("check", "--post");

    assertTrue(!check.out().contains("notify") && check.code() != 2, check.out());
    assertEquals(entry ? places(here) : 0, arrived(), check.out());
    assertEquals(0, machine.status().code());
  }

  private static int places(String entries) {
    return (int)
        Pattern.compile("\"(ntfy|telegram|email|webhook|command|slack)\":")
            .matcher(entries)
            .results()
            .count();
  }

  private int arrived() {
    int commands = Files.exists(configs.resolve("command.got")) ? 1 : 0;
    return place.requests().size() + mail.mails().size() + commands;
  }

  /** The page's JSON has the keys that are sent, and no others. */
  @Test
  void the_json_is_as_it_is_described() throws IOException {
    String page = Files.readString(PAGE);
    String described = page.replaceFirst("(?s).*```json\n(.*?)```.*", "$1");
    List<String> keys = keys(Json.parse(described.replace("[ … ]", "[]").replace("{ … }", "{}")));
    machine.configured("\"notify\": [{\"webhook\": {\"url\": \"" + place.url() + "/car\"}}]");
    machine.carSays(car("i3-rex"));
    assertEquals(0, machine.status().code());

    assertEquals(keys, keys(Json.parse(place.bodies().get(0))));
  }

  private static List<String> keys(JsonNode json) {
    List<String> keys = new ArrayList<>();
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      keys.add(names.next());
    }
    return keys;
  }
}
