package io.github.iremote.slack;

import static io.github.iremote.slack.SlackForm.PARKED;
import static io.github.iremote.slack.SlackForm.REX;
import static io.github.iremote.slack.SlackForm.field;
import static io.github.iremote.slack.SlackForm.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the single fields of a message for Slack, and its colour. */
class SlackFieldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12:59   | *My i3*: Car Locked · 79 %",
        "13:00   | *My i3*: Car Locked · 79 %",
        "13:01   | *My i3*: Car Locked · 79 % · as of 13:00",
        "13:01+1 | *My i3*: Car Locked · 79 % · as of 13:00, 10 Mar 2024"
      })
  void a_word_that_is_old_is_said_to_be(String now, String expected) {
    JsonNode message = message(List.of(Event.of(EventName.LOCKED)), "stateOfCharge=79", now);
    assertEquals(expected, message.path("text").asText());
    assertEquals(1710072000, message.path("attachments").path(0).path("ts").asLong());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "charging=CHARGING chargeTimeRemaining=5min     | 00:05",
        "charging=CHARGING chargeTimeRemaining=6000min  | 100:00",
        "charging=CHARGING@11:50 chargeTimeRemaining=332min@11:46 | 05:32",
        "charging=PAUSED chargeTimeRemaining=332min     |",
        "charging=ENDED chargeTimeRemaining=332min      |",
        "chargeTimeRemaining=332min                     |",
        "charging=CHARGING                              |",
        // of the last charge; and of a car that is still said to charge, unplugged
        "charging=CHARGING@11:00 chargeTimeRemaining=5min@09:00 |",
        "charging=CHARGING@09:00 chargeTimeRemaining=5min@09:00 plug=DISCONNECTED@11:00 |",
        // a plug that has not been heard of since
        "charging=CHARGING@11:00 chargeTimeRemaining=5min@11:00 plug=DISCONNECTED@09:00 | 00:05"
      })
  void the_time_to_full_is_said_only_while_charging(String said, String expected) {
    assertEquals(expected, field("Charge Time Remaining", said, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Electric Range  | electricRange=88km stateOfCharge=79   | 88 km : 79%",
        "Electric Range  | electricRange=87.5km                  | 88 km",
        "Electric Range  | stateOfCharge=79.4                    | 79%",
        "Electric Range  | electricRange=0km stateOfCharge=0     | 0 km : 0%",
        "Electric Range  | electricRange=54.7miles               | 88 km",
        "Electric Range  | fuelLevel=50 fuelRange=400km          |",
        "Fuel Range      | fuelLevel=50 fuelRange=400km          | 400 km : 50%",
        "Fuel Range      | fuelLevel=50                          | 50%",
        "Fuel Range      | stateOfCharge=79                      |",
        "Fuel Range      | fuelLevel=50 rangeExtender=true       |",
        "REX Range       | fuelLevel=50 rangeExtender=true       | 50%",
        "REX Range       | stateOfCharge=50 rangeExtender=true   |",
        "Current Mileage | odometer=238.6km                      | 238 km",
        "Current Mileage | odometer=100miles                     | 160 km",
        "Location        | position=48.1771/11.5562              | https://www.google.com/maps?q=48.1771,11.5562",
        "Location        | position=51.4779/-0.0005              | https://www.google.com/maps?q=51.4779,-0.0005",
        "Changes         | odometer=1km                          |"
      })
  void a_field_says_what_is_known(String title, String said, String expected) {
    assertEquals(expected, field(title, said, true));
  }

  @Test
  void the_place_is_private_unless_it_is_wanted() {
    assertEquals(null, field("Location", REX, false));
    assertEquals(false, message(List.of(PARKED), REX, "12:00").toString().contains("48.1"));
  }

  @Test
  void a_place_that_the_car_has_left_is_not_shown() {
    String here = "position=48.1771/11.5562@10:00 odometer=100km@";
    assertEquals(
        "https://www.google.com/maps?q=48.1771,11.5562", field("Location", here + "09:50", true));
    assertEquals(null, field("Location", here + "10:20", true));
  }

  @ParameterizedTest
  @CsvSource({
    "LOCKED, #2eb67d",
    "PARKED LOCKED, #2eb67d",
    "UPDATE BATTERY_LOW, #ecb22e",
    "SERVICE_DUE, #ecb22e",
    "LOCKED BATTERY_LOW ALARM, #e01e5a",
    "LEFT_OPEN, #e01e5a",
    "TROUBLE, #e01e5a",
    "RECOVERED, #2eb67d"
  })
  void the_gravest_event_gives_the_colour(String names, String expected) {
    List<Event> events =
        List.of(names.split(" ")).stream()
            .map(EventName::valueOf)
            .map(name -> Event.of(name))
            .toList();
    assertEquals(
        expected, message(events, "lock=LOCKED", "12:00").at("/attachments/0/color").asText());
  }
}
