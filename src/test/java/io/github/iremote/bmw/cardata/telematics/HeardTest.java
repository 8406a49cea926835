package io.github.iremote.bmw.cardata.telematics;

import static io.github.iremote.bmw.cardata.telematics.Telemetry.at;
import static io.github.iremote.bmw.cardata.telematics.Telemetry.data;
import static io.github.iremote.bmw.cardata.telematics.Telemetry.heard;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.notation.StatusJson;
import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a car after it has been heard of piece by piece. */
class HeardTest {
  private static final String WHERE = "cabin.infotainment.navigation.currentLocation.";

  @ParameterizedTest(name = "{0}: {2} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      latitude alone is no new place  | currentLocation.latitude = 48.1 @ 07:00, currentLocation.longitude = 11.5 @ 07:00 / currentLocation.latitude = 49.9 @ 08:00 | position | 48.1 11.5
      longitude follows               | currentLocation.latitude = 48.1 @ 07:00, currentLocation.longitude = 11.5 @ 07:00 / currentLocation.latitude = 49.9 @ 08:00 / currentLocation.longitude = 12.0 @ 08:00:02 | position | 49.9 12.0
      the other lock key              | cabin.door.lock.status = SECURED @ 07:00 / cabin.door.status = UNLOCKED @ 08:00 | lock | UNLOCKED
      the other lock key is older     | cabin.door.lock.status = SECURED @ 07:00 / cabin.door.status = UNLOCKED @ 06:00 | lock | SECURED
      tilt without slide              | cabin.sunroof.status = CLOSED @ 07:00, cabin.sunroof.tiltStatus = CLOSED @ 07:00 / cabin.sunroof.tiltStatus = OPEN @ 08:00 | sunroof | OPEN
      slide shut, tilt still open     | cabin.sunroof.status = OPEN @ 07:00, cabin.sunroof.tiltStatus = OPEN @ 07:00 / cabin.sunroof.status = CLOSED @ 08:00 | sunroof | OPEN
      tilt shut after slide           | cabin.sunroof.status = OPEN @ 07:00, cabin.sunroof.tiltStatus = OPEN @ 07:00 / cabin.sunroof.status = CLOSED @ 08:00 / cabin.sunroof.tiltStatus = CLOSED @ 08:01 | sunroof | CLOSED
      BMW's sum is stale              | cabin.sunroof.overallStatus = CLOSED @ 07:00, cabin.sunroof.status = CLOSED @ 07:00 / cabin.sunroof.status = OPEN @ 08:00 | sunroof | OPEN
      BMW's sum is newer              | cabin.sunroof.overallStatus = CLOSED @ 07:00, cabin.sunroof.tiltStatus = OPEN @ 07:00 / cabin.sunroof.overallStatus = CLOSED @ 08:00 | sunroof | CLOSED
      total range without electric    | drivetrain.fuelSystem.level = 80 @ 07:00, drivetrain.electricEngine.kombiRemainingElectricRange = 30 @ 07:00, drivetrain.lastRemainingRange = 530 @ 07:00 / drivetrain.lastRemainingRange = 520 @ 07:05 | fuelRange | 490.0 km
      a stream without units          | vehicle.travelledDistance = 100 [mi] @ 07:00 / vehicle.travelledDistance = 110 @ 08:00 | odometer | 110.0 miles
      pieces out of order             | cabin.door.row1.driver.isOpen = CLOSED @ 08:00 / cabin.door.row1.driver.isOpen = OPEN @ 07:59 | driverDoor | CLOSED
      """)
  void what_keys_say_together_is_decided_over_all_that_is_known(
      String what, String pieces, String signal, String expected) {
    Known known = Known.NOTHING;
    for (String piece : pieces.split(" / ")) {
      String[] entries = piece.replace("currentLocation.", WHERE).split(", ");
      known = heard(data(entries), at("09:00")).addTo(known);
    }
    var json = StatusJson.write(known.status()).path(signal);
    String shown =
        json.has("latitude")
            ? json.path("latitude").asText() + " " + json.path("longitude").asText()
            : (json.path("value").asText() + " " + json.path("unit").asText()).trim();
    assertEquals(expected, shown);
  }

  @Test
  void a_streams_typed_values_become_the_same_text_as_a_polls() {
    ObjectNode stream = Json.object();
    typed(stream, "drivetrain.batteryManagement.header").put("value", 80);
    typed(stream, "vehicle.travelledDistance").put("value", 48003.30).put("unit", "km");
    typed(stream, "isMoving").put("value", false);
    typed(stream, "cabin.door.status").put("value", "SECURED");

    Samples poll =
        SampleReader.read(
            data(
                "drivetrain.batteryManagement.header = 80 @ 07:00",
                "vehicle.travelledDistance = 48003.3 [km] @ 07:00",
                "isMoving = false @ 07:00",
                "cabin.door.status = SECURED @ 07:00"),
            at("07:01"));

    assertEquals(poll, SampleReader.read(stream, at("07:01")));
  }

  private static ObjectNode typed(ObjectNode data, String key) {
    return data.putObject("vehicle." + key).put("timestamp", at("07:00").toString());
  }

  @Test
  void an_owners_own_keys_are_kept_and_nobody_elses() {
    Samples samples =
        SampleReader.read(data("own.key = 5 [V] @ 07:00", "stray.key = 6 @ 07:00"), at("07:01"));
    KeptKeys kept = new KeptKeys(List.of("vehicle.own.key"), false);

    Known known = new Heard(samples, false, kept, "", at("07:01")).addTo(Known.NOTHING);

    assertEquals(List.of("vehicle.own.key"), List.copyOf(known.samples().byKey().keySet()));
    assertEquals("5", known.samples().get("vehicle.own.key").get().value());
  }

  @Test
  void places_are_dropped_unless_the_owner_wants_them() {
    ObjectNode data =
        data(
            WHERE + "latitude = 48.1 @ 07:00",
            WHERE + "longitude = 11.5 @ 07:00",
            "own.gpsTrack = 48.1 @ 07:00",
            "cabin.door.status = SECURED @ 07:00");
    List<String> own = List.of("vehicle.own.gpsTrack");
    Samples samples = SampleReader.read(data, at("07:01"));

    Known with = new Heard(samples, false, new KeptKeys(own, true), "", NOW).addTo(Known.NOTHING);
    Known without = new Heard(samples, false, new KeptKeys(own, false), "", NOW).addTo(with);

    assertEquals(4, with.samples().byKey().size());
    assertEquals(1, without.samples().byKey().size(), "also those that were kept before");
  }

  private static final Instant NOW = at("12:00");
  private static final String WASHER = "[{\"id\":164,\"text\":\"The washer fluid level is low.\"}]";

  private static Known poll(Known known, String time, String... entries) {
    return heard(data(entries), at(time)).addTo(known);
  }

  @Test
  void no_check_control_messages_are_known_to_be_none() {
    String lock = "cabin.door.lock.status = SECURED @ 07:00";
    Known none = poll(Known.NOTHING, "08:00", lock, "status.checkControlMessages = null");
    assertEquals(
        Optional.of(at("08:00")), none.status().reading(Signal.CHECK_CONTROL).map(r -> r.at()));
    assertTrue(none.status().get(Signal.CHECK_CONTROL).get().list().isEmpty());
    assertEquals(Optional.of(at("07:00")), none.status().at(), "the car has not spoken");

    Known again = poll(none, "08:30", lock, "status.checkControlMessages = null");
    assertTrue(again.unchangedSince(none), "a poll of a sleeping car changes nothing");

    Known low = poll(again, "09:00", lock, "status.checkControlMessages = " + WASHER + " @ 08:59");
    assertEquals(1, low.status().get(Signal.CHECK_CONTROL).get().list().size());

    Known mended = poll(low, "09:30", lock, "status.checkControlMessages = null");
    assertTrue(mended.status().get(Signal.CHECK_CONTROL).get().list().isEmpty());
  }

  @Test
  void a_message_that_was_on_its_way_when_there_was_none_is_not_lost() {
    String lock = "cabin.door.lock.status = SECURED @ 07:00";
    Known none = poll(Known.NOTHING, "08:00", lock, "status.checkControlMessages = null");

    String late = "status.checkControlMessages = " + WASHER + " @ 07:59";
    Known low = poll(none, "08:30", lock, late);
    assertEquals(1, low.status().get(Signal.CHECK_CONTROL).get().list().size());
    assertTrue(poll(low, "09:00", lock, late).unchangedSince(low));
  }

  @Test
  void a_message_that_was_mended_does_not_come_back_with_its_old_time() {
    String lock = "cabin.door.lock.status = SECURED @ 07:00";
    String low = "status.checkControlMessages = " + WASHER + " @ 07:00";
    Known mended =
        poll(
            poll(Known.NOTHING, "08:00", lock, low),
            "09:00",
            lock,
            "status.checkControlMessages = null");

    Known stale = poll(mended, "09:30", lock, low);
    assertTrue(stale.status().get(Signal.CHECK_CONTROL).get().list().isEmpty());
  }

  @Test
  void an_answer_of_nothing_but_nulls_does_not_even_say_that_there_is_no_message() {
    Known known =
        poll(
            Known.NOTHING,
            "08:00",
            "cabin.door.lock.status = SECURED @ 07:00",
            "status.checkControlMessages = " + WASHER + " @ 07:00");

    Known nulls =
        poll(known, "09:00", "cabin.door.lock.status = null", "status.checkControlMessages = null");

    assertTrue(nulls.unchangedSince(known));
    assertFalse(nulls.status().get(Signal.CHECK_CONTROL).get().list().isEmpty());
  }
}
