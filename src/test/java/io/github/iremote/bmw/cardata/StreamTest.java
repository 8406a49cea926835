package io.github.iremote.bmw.cardata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.bmw.cardata.telematics.Heard;
import io.github.iremote.bmw.cardata.telematics.KeptKeys;
import io.github.iremote.bmw.cardata.telematics.SampleReader;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Vehicle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages of the stream come to. */
class StreamTest {
  private static final Instant NOW = Instant.parse("2026-07-27T12:37:00Z");
  private static final String VIN = "WBY71AW060FM00123";
  private static final KeptKeys KEPT =
      new KeptKeys(List.of("vehicle.vehicle.preConditioning.activity"), false);

  private static Optional<StreamMessage> read(String payload) {
    return StreamMessage.read("gcid/" + VIN, payload.getBytes(StandardCharsets.UTF_8), KEPT, NOW);
  }

  private static String message(String key, String value) {
    return """
        {"vin":"%s","entityId":"17219bcd-b729-4c2a-873a-6b34209d701b","topic":"%s",
         "timestamp":"2026-07-27T12:36:57.974Z",
         "data":{"vehicle.%s":{"timestamp":"2026-07-27T12:36:57Z","value":%s}}}"""
        .formatted(VIN, VIN, key, value);
  }

  /** As recorded from cars: typed or as text. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "vehicle.travelledDistance, \"81623,\"\"unit\"\":\"\"km\"\"\", 81623, km",
        "drivetrain.electricEngine.kombiRemainingElectricRange, 225, 225,",
        "drivetrain.electricEngine.kombiRemainingElectricRange, \"\"\"225\"\"\", 225,",
        "drivetrain.batteryManagement.header, 61.5, 61.5,",
        "cabin.door.row1.driver.isOpen, true, true,",
        "cabin.door.row1.driver.isOpen, \"\"\"ASN_isTrue\"\"\", ASN_isTrue,",
        "vehicle.preConditioning.activity, \"\"\"INACTIVE\"\"\", INACTIVE,"
      })
  void a_message_holds_one_sample(String key, String value, String text, String unit) {
    StreamMessage message = read(message(key, value)).orElseThrow();
    assertEquals(VIN, message.vin());
    assertEquals(List.of("vehicle." + key), List.copyOf(message.samples().byKey().keySet()));
    var sample = message.samples().get("vehicle." + key).orElseThrow();
    assertEquals(text, sample.value());
    assertEquals(Optional.ofNullable(unit), sample.unit());
    assertEquals(Optional.of(Instant.parse("2026-07-27T12:36:57Z")), sample.at());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "{",
        "[]",
        "7",
        "{\"vin\":\"WBY71AW060FM00123\"}",
        "{\"vin\":\"WBY71AW060FM00123\",\"data\":[]}",
        "{\"vin\":7,\"data\":{\"vehicle.isMoving\":true}}",
        "{\"vin\":\"WBY71AW060FM00123\",\"data\":{\"vehicle.isMoving\":{\"value\":null}}}",
        "{\"vin\":\"WBY71AW060FM00123\",\"data\":{\"vehicle.isMoving\":{\"value\":\"INVALID\"}}}"
      })
  void what_is_no_message_says_nothing(String payload) {
    assertEquals(Optional.empty(), read(payload));
  }

  @Test
  void what_is_not_read_and_places_that_may_not_be_kept_are_left_out() {
    assertEquals(Optional.empty(), read(message("powertrain.unheardOf", "1")));
    String latitude = "cabin.infotainment.navigation.currentLocation.latitude";
    assertEquals(Optional.empty(), read(message(latitude, "48.1")));
  }

  @Test
  void megabytes_and_deep_nests_say_nothing() {
    assertEquals(Optional.empty(), read(message("isMoving", "\"" + "x".repeat(3_000_000) + "\"")));
    assertEquals(
        Optional.empty(), read(message("isMoving", "[".repeat(5_000) + "]".repeat(5_000))));
    assertEquals(Optional.empty(), read(message("isMoving", "9".repeat(200_000))));
  }

  @Test
  void a_relay_that_leaves_the_vin_to_the_topic_is_understood() {
    String bare = "{\"data\":{\"vehicle.isMoving\":{\"value\":true}}}";
    assertEquals(VIN, read(bare).orElseThrow().vin());
  }

  @Test
  void only_an_alarm_is_urgent() {
    String alarm = "vehicle.antiTheftAlarmSystem.alarm.isOn";
    assertTrue(read(message(alarm, "true")).orElseThrow().alarm());
    assertEquals(false, read(message(alarm, "false")).orElseThrow().alarm());
    assertEquals(false, read(message("isMoving", "true")).orElseThrow().alarm());
  }

  /** Over all that is known: a lone tilt does not hide that the roof is slid open. */
  @Test
  void a_lone_message_is_mapped_with_all_that_is_known() {
    Known known = heard(Known.NOTHING, message("cabin.sunroof.status", "\"OPEN\""));
    known = heard(known, message("cabin.sunroof.tiltStatus", "\"CLOSED\""));
    known = heard(known, message("cabin.door.status", "\"LOCKED\""));
    Signal<OpeningState> roof = Signal.of(Opening.SUNROOF);
    assertEquals(Optional.of(OpeningState.OPEN), known.status().get(roof));
    assertEquals(Optional.of(LockState.LOCKED), known.status().get(Signal.LOCK));
  }

  @Test
  void duplicates_and_older_stamps_change_nothing() {
    String newer = message("isMoving", "true");
    Known known = heard(Known.NOTHING, newer);
    assertEquals(known, heard(known, newer));
    String older = message("isMoving", "false").replace("12:36:57Z", "12:36:50Z");
    assertEquals(known, heard(known, older));
  }

  private static Known heard(Known known, String payload) {
    Samples samples = read(payload).orElseThrow().samples();
    return new Heard(samples, false, KEPT, new Vehicle(VIN, "i4").model(), NOW).addTo(known);
  }

  /** What a poll says as text and the stream as numbers is the same. */
  @Test
  void a_poll_after_a_message_that_says_the_same_is_no_news() throws Exception {
    Known known = heard(Known.NOTHING, message("drivetrain.batteryManagement.header", "61.50"));
    JsonNode poll =
        Json.parse(
            """
            {"vehicle.drivetrain.batteryManagement.header":
               {"timestamp":"2026-07-27T12:36:57Z","unit":null,"value":"61.5"}}""");
    Samples samples = SampleReader.read(poll, NOW);
    assertEquals(known, new Heard(samples, false, KEPT, "i4", NOW).addTo(known));
  }
}
