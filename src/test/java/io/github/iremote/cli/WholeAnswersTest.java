package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** CarData's answers as they are, with all their keys, nulls, and lists within strings. */
class WholeAnswersTest {
  private static final String WASHER_FLUID =
      """
      status.checkControlMessages = [{"id":164,"text":"The washer fluid level is low.",\
      "title":null,"status":"NULL","date":null,"messageType":"CCM",\
      "unitOfLengthRemaining":"19590"}] @ 10:20""";

  private static final String SERVICES =
      """
      status.conditionBasedServices = [{"id":1,"title":"Engine oil","status":"PENDING",\
      "date":"2027-05","unitOfLengthRemaining":"1900","text":"-"},{"id":3,\
      "title":"Brake fluid","status":"OVERDUE","date":"2026-02","unitOfLengthRemaining":"-",\
      "text":"-"}] @ 10:20""";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;

  /** What is posted half an hour later. */
  private List<JsonNode> poll(String car, String... entries) {
    account.later(Duration.ofMinutes(30)).saysAll(car, entries);
    assertEquals(0, machine.status("--force").code());
    return machine.posted();
  }

  /** The card without its last line: chance has a part in the next look. */
  private String card() {
    return machine.status("--force").out().replaceFirst(" {2}next look .*\n", "");
  }

  @Test
  void a_petrol_car_is_shown_whole() throws IOException {
    account.loggedIn().saysAll("petrol");

    assertEquals(
        """
        My i4: Watching: locked
          car         i4 eDrive40 …000123
          lock        locked
          open        nothing
          fuel        48 % · 389 km
          range       389 km
          driven      19590 km
          as of       07:52, 3 hours ago
        """,
        card());
    assertEquals(
        Json.parse(
            """
            {"text": "*My i4*: Watching: locked · 48 % · 389 km · as of 07:52",
             "attachments": [{
               "color": "#2eb67d",
               "fallback": "My i4: Watching: locked · 48 % · 389 km · as of 07:52",
               "fields": [
                 {"title": "Update Event", "value": "Watching: locked", "short": true},
                 {"title": "Fuel Range", "value": "389 km : 48%", "short": true},
                 {"title": "Current Mileage", "value": "19590 km", "short": true}],
               "ts": 1772434330}]}"""),
        machine.posted().get(0));
  }

  @Test
  void an_electric_car_is_shown_whole() throws IOException {
    String standing =
        "Watching: locked, rear driver-side window open, 12 V battery: replacement recommended,"
            + " Charging cable locked. Unlock the car to remove it., Brake fluid pending (2026-04),"
            + " Vehicle check overdue (2026-01), Front brake pads pending (1900 km)";
    account.loggedIn().saysAll("electric");

    assertEquals(
        """
        My i4: %s
          car         i4 eDrive40 …000123
          lock        locked
          open        rear driver-side window
          battery     63 %% · 271 km
          range       271 km
          charging    not plugged in
          driven      12004 km
          warnings    12 V battery: replacement recommended, Charging cable locked. Unlock the car \
        to remove it., Brake fluid pending (2026-04), Vehicle check overdue (2026-01), \
        Front brake pads pending (1900 km)
          as of       07:52, 3 hours ago
        """
            .formatted(standing),
        card());
    assertEquals(
        Json.parse(
            """
            {"text": "*My i4*: %1$s · 63 %% · 271 km · as of 07:52",
             "attachments": [{
               "color": "#2eb67d",
               "fallback": "My i4: %1$s · 63 %% · 271 km · as of 07:52",
               "fields": [
                 {"title": "Update Event", "value": "%1$s", "short": true},
                 {"title": "Electric Range", "value": "271 km : 63%%", "short": true},
                 {"title": "Current Mileage", "value": "12004 km", "short": true}],
               "ts": 1772434330}]}"""
                .formatted(standing)),
        machine.posted().get(0));
  }

  @Test
  void a_message_and_services_are_told_whole_and_no_silence_mends_them() throws IOException {
    account.saysAll("petrol").watched();

    String headline = "Check Control Message: The washer fluid level is low.";
    assertEquals(
        List.of(
            Json.parse(
                """
                {"text": "*My i4*: %1$s · 48 %% · 389 km",
                 "attachments": [{
                   "color": "#ecb22e",
                   "fallback": "My i4: %1$s · 48 %% · 389 km",
                   "fields": [
                     {"title": "Update Event", "value": "%1$s", "short": true},
                     {"title": "Changes", "value": "Service Due: Engine oil pending (1900 km, \
                2027-05), Brake fluid overdue (2026-02)", "short": false},
                     {"title": "Fuel Range", "value": "389 km : 48%%", "short": true},
                     {"title": "Current Mileage", "value": "19590 km", "short": true}],
                   "ts": 1772446800}]}"""
                    .formatted(headline))),
        poll("petrol", WASHER_FLUID, SERVICES));
    assertEquals(List.of(), poll("petrol", "status.conditionBasedServices = null"));
    assertEquals(List.of(), poll("petrol", SERVICES), "its message is mended, and no news");
    assertEquals(1, poll("petrol", WASHER_FLUID.replace("10:20", "11:50"), SERVICES).size());
  }
}
