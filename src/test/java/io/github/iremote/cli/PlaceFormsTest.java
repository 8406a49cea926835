package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.OwnersMachine;
import io.github.iremote.WebServer;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form in which each kind of place gets a message: the whole request, a place a row. */
class PlaceFormsTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  @RegisterExtension final WebServer place = new WebServer();

  private static final List<String> HEADERS =
      List.of("Authorization", "X-Sequence-ID", "Idempotency-Key");

  @ParameterizedTest
  @ValueSource(strings = {"ntfy", "telegram", "webhook", "bot"})
  void the_whole_request(String kind) throws IOException {
    for (String path : List.of("/", "/hook", Places.TELEGRAM, Places.BOT)) {
      place.answer(
          path,
          200,
          "{\"ok\":true,\"id\":\"a\",\"channel\":\"C1\",\"ts\":\"1.2\",\"result\":{\"message_id\":7}}");
    }
    machine.configured("\"notify\": [" + Places.entry(kind, place.url()) + "]");
    machine.carSays(car("i3-rex"));
    machine.status();
    place.requests();
    machine.now = machine.now.plus(Duration.ofMinutes(5));
    machine.carSays(car("i3-rex", "doorLockState", "\"UNLOCKED\""));

    assertEquals(0, machine.status().code());

    assertEquals(List.of(kept(kind)), place.requests().stream().map(PlaceFormsTest::text).toList());
  }

  /** The request line, the headers that are ours, and the body. */
  private static String text(RecordedRequest request) {
    StringBuilder text = new StringBuilder();
    text.append(request.getMethod()).append(' ').append(request.getTarget()).append('\n');
    for (String header : HEADERS) {
      String value = request.getHeaders().get(header);
      text.append(value == null ? "" : header + ": " + value + "\n");
    }
    try {
      return text + "\n" + Json.pretty(Json.parse(request.getBody().utf8()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String kept(String kind) throws IOException {
    try (var in = PlaceFormsTest.class.getResourceAsStream("/places/" + kind + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
