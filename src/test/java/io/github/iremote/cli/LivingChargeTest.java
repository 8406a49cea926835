package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.CarDataAccount;
import io.github.iremote.WebServer;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A charge as one message that changes, at the places that can do that. */
class LivingChargeTest {
  private static final String POST = "/api/chat.postMessage";
  private static final String UPDATE = "/api/chat.update";
  private static final String SEND = "/bot42:x/sendMessage";
  private static final String EDIT = "/bot42:x/editMessageText";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final Path configs = account.machine.configs;
  @RegisterExtension final WebServer place = new WebServer();

  @BeforeEach
  void start() {
    place.answer(POST, 200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.5\"}");
    place.answer(UPDATE, 200, "{\"ok\":true}");
    place.answer(SEND, 200, "{\"ok\":true,\"result\":{\"message_id\":7}}");
    place.answer(EDIT, 200, "{\"ok\":true,\"result\":{\"message_id\":7}}");
    place.answer("/", 200, "{\"id\":\"a\",\"sequence_id\":\"s-1\"}");
  }

  /** The car is seen before the charge; the place is told of it. */
  private void with(String entry) throws IOException {
    with(entry, false);
  }

  private void with(String entry, boolean history) throws IOException {
    String config = Files.readString(configs.resolve("config.json"));
    account.machine.config(
        config.replace(
            "\"timezone\"",
            "\"history\": " + history + ", \"notify\": [" + entry + "], \"timezone\""));
    says("NOCHARGING", 40, "10:00");
    account.watched();
    place.requests();
  }

  private static String bot(WebServer place) {
    return ("{\"name\":\"bot\",\"slack\":{\"server\":\"%s\",\"botToken\":\"xoxb-1\",\"channel\":\"C1\"}}")
        .formatted(place.url());
  }

  private void says(String charging, int level, String at) {
    account.says(
        "drivetrain.electricEngine.charging.hvStatus = " + charging + " @ " + at,
        "body.chargingPort.status = CONNECTED @ 09:00",
        "powertrain.electric.battery.stateOfCharge.target = 80 @ 09:00",
        "drivetrain.batteryManagement.header = " + level + " @ " + at);
  }

  private void poll(String charging, int level, int minutes) {
    account.later(Duration.ofMinutes(minutes));
    String at = account.machine.now.toString().substring(11, 16);
    says(charging, level, at);
    assertEquals(0, account.machine.status("--force", "--quiet").code());
  }

  /** What the place was asked, as {@code path text}, the text up to the second dot. */
  private List<String> asked() throws IOException {
    List<String> asked = new ArrayList<>();
    for (RecordedRequest request : place.requests()) {
      JsonNode body = Json.parse(request.getBody().utf8());
      String text =
          body.path(body.has("text") ? "text" : "title").asText().lines().findFirst().get();
      asked.add(request.getUrl().encodedPath() + " " + text);
    }
    return asked;
  }

  @Test
  void a_bot_edits_one_message_and_ends_it_in_its_thread() throws IOException {
    with(bot(place));
    poll("CHARGING", 41, 10);
    assertEquals(List.of(POST + " *My i4*: Charging Started · 41 %"), asked());

    poll("CHARGING", 44, 3); // neither five minutes nor five percent
    assertEquals(List.of(), asked());
    poll("CHARGING", 46, 1);
    assertEquals(List.of(UPDATE + " *My i4*: Charging · 46 %"), asked());
    poll("CHARGING", 47, 5);
    assertEquals(List.of(UPDATE + " *My i4*: Charging · 47 %"), asked());
    poll("CHARGING", 47, 30); // nothing else to say
    assertEquals(List.of(), asked());

    poll("CHARGING_ENDED", 80, 60);
    List<RecordedRequest> requests = place.requests();
    JsonNode end = Json.parse(requests.get(0).getBody().utf8());
    assertEquals(POST, requests.get(0).getUrl().encodedPath());
    assertEquals("1.5", end.path("thread_ts").asText());
    assertTrue(end.path("reply_broadcast").asBoolean());
    assertTrue(end.path("text").asText().startsWith("*My i4*: Charging Completed · 80 %"));
    JsonNode edited = Json.parse(requests.get(1).getBody().utf8());
    assertEquals("1.5", edited.path("ts").asText());
    poll("CHARGING_ENDED", 79, 30);
    assertEquals(List.of(), asked());
    assertEquals("{}", Json.line(account.machine.read("run.json").path("livingCharges")));
  }

  /**
   * Drawn by another Java, and sent when the text is there; without letters to draw there is none.
   */
  @Test
  void the_end_of_a_charge_comes_with_its_picture() throws IOException {
    place.answer(
        "/api/files.getUploadURLExternal",
        200,
        "{\"ok\":true,\"upload_url\":\"%s/upload\",\"file_id\":\"F1\"}".formatted(place.url()));
    place.answer("/upload", 200, "OK - 1");
    place.answer("/api/files.completeUploadExternal", 200, "{\"ok\":true}");
    with(bot(place), true);
    poll("CHARGING", 41, 10);
    place.requests();
    poll("CHARGING_ENDED", 80, 60);

    List<RecordedRequest> requests = place.requests();
    List<String> paths = requests.stream().map(r -> r.getUrl().encodedPath()).toList();
    assertEquals(List.of(POST, UPDATE), paths.subList(0, 2));
    assumeTrue(paths.size() > 2, "this machine has no letters");
    assertEquals("/upload", paths.get(3), paths.toString());
    assertEquals("PNG", requests.get(3).getBody().substring(1, 4).utf8());
    JsonNode complete = Json.parse(requests.get(4).getBody().utf8());
    assertEquals(
        "{\"channel_id\":\"C1\",\"files\":[{\"id\":\"F1\"}],\"thread_ts\":\"1.5\"}",
        Json.line(complete));
  }

  @Test
  void an_edit_that_fails_is_not_queued_and_one_that_is_gone_is_a_new_message() throws IOException {
    with(bot(place));
    poll("CHARGING", 41, 10);
    place.answer(UPDATE, 500, "");
    poll("CHARGING", 46, 10);
    asked();
    assertEquals(0, account.machine.savedCar().path("pending").size());
    poll("CHARGING", 47, 2);
    assertEquals(List.of(), asked(), "not tried again at once");

    place.answer(UPDATE, 200, "{\"ok\":false,\"error\":\"message_not_found\"}");
    place.answer(POST, 200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"2.5\"}");
    poll("CHARGING", 60, 10);
    assertEquals(
        List.of(UPDATE + " *My i4*: Charging · 60 %", POST + " *My i4*: Charging · 60 %"), asked());
    place.answer(UPDATE, 200, "{\"ok\":true}");
    poll("CHARGING", 70, 10);
    assertEquals("2.5", Json.parse(place.requests().get(0).getBody().utf8()).path("ts").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "message is not modified: specified new message content is exactly the same | false",
        "message to edit not found   | true",
        "message can't be edited     | true",
        "MESSAGE_ID_INVALID          | true"
      })
  void telegrams_word_tells_whether_the_message_is_gone(String word, boolean gone)
      throws IOException {
    with(
        "{\"telegram\":{\"server\":\"%s\",\"botToken\":\"42:x\",\"chatId\":1}}"
            .formatted(place.url()));
    poll("CHARGING", 41, 10);
    asked();
    place.answer(EDIT, 400, "{\"ok\":false,\"description\":\"Bad Request: " + word + "\"}");

    poll("CHARGING", 50, 10);

    List<String> edited = new ArrayList<>(List.of(EDIT + " <b>My i4: Charging</b>"));
    edited.addAll(gone ? List.of(SEND + " <b>My i4: Charging</b>") : List.of());
    assertEquals(edited, asked());
  }

  @Test
  void an_end_whose_beginning_is_gone_stands_alone() throws IOException {
    with(bot(place));
    poll("CHARGING", 41, 10);
    asked();
    place.answer(POST, 200, "{\"ok\":false,\"error\":\"thread_not_found\"}");
    place.then(POST, 200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"3.5\"}");
    place.answer(UPDATE, 200, "{\"ok\":false,\"error\":\"message_not_found\"}");

    poll("CHARGING_ENDED", 80, 60);

    List<RecordedRequest> requests = place.requests();
    JsonNode alone = Json.parse(requests.get(1).getBody().utf8());
    assertEquals(POST, requests.get(1).getUrl().encodedPath());
    assertTrue(alone.path("text").asText().startsWith("*My i4*: Charging Completed"));
    assertTrue(alone.path("thread_ts").isMissingNode());
    assertEquals(0, account.machine.savedCar().path("pending").size());
  }

  @Test
  void telegram_edits_and_answers() throws IOException {
    with(
        "{\"telegram\":{\"server\":\"%s\",\"botToken\":\"42:x\",\"chatId\":1}}"
            .formatted(place.url()));
    poll("CHARGING", 41, 10);
    poll("CHARGING", 50, 10);
    assertEquals(
        List.of(SEND + " <b>My i4: Charging Started</b>", EDIT + " <b>My i4: Charging</b>"),
        asked());
    poll("CHARGING_ENDED", 80, 60);
    JsonNode end = Json.parse(place.requests().get(0).getBody().utf8());
    assertEquals(7, end.at("/reply_parameters/message_id").asInt());
  }

  @Test
  void ntfy_takes_the_same_sequence_again_where_it_can() throws IOException {
    with("{\"ntfy\":{\"url\":\"%s/t\"}}".formatted(place.url()));
    poll("CHARGING", 41, 10);
    place.requests();
    poll("CHARGING", 50, 10);
    JsonNode edit = Json.parse(place.requests().get(0).getBody().utf8());
    assertEquals("s-1", edit.path("sequence_id").asText());
    assertEquals(1, edit.path("priority").asInt());
  }

  @Test
  void an_ntfy_server_that_cannot_edit_gets_start_and_end_alone() throws IOException {
    place.answer("/", 200, "{\"id\":\"a\"}");
    with("{\"ntfy\":{\"url\":\"%s/t\"}}".formatted(place.url()));
    poll("CHARGING", 41, 10);
    poll("CHARGING", 50, 10);
    poll("CHARGING_ENDED", 80, 60);
    assertEquals(List.of("/ My i4: Charging Started", "/ My i4: Charging Completed"), asked());
  }

  @Test
  void over_a_webhook_it_stays_as_it_is() throws IOException {
    with(bot(place));
    poll("CHARGING", 41, 10);
    poll("CHARGING", 50, 10);
    poll("CHARGING_ENDED", 80, 60);
    assertEquals(2, account.machine.posted().size());
  }
}
