package io.github.iremote.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.json.Json;
import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterWording;
import io.github.iremote.message.Message;
import io.github.iremote.message.Wording;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON that Slack gets, to the letter and in order. */
class SlackMessageTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String REX =
      "stateOfCharge=79 electricRange=88km fuelLevel=95 fuelRange=88km rangeExtender=true"
          + " odometer=38807km position=48.1771/11.5562";
  private static final Event PARKED =
      Event.of(EventName.PARKED, Item.Fact.LOCKED)
          .after(Optional.of(Distance.ofKilometres(12)), Optional.of(6.2));

  @Test
  void an_i3_with_range_extender() throws IOException {
    assertMessage(
        """
        {
          "text": "*My i3*: Car Parked and Locked · 79 % · 88 km",
          "attachments": [
            {
              "color": "#2eb67d",
              "fallback": "My i3: Car Parked and Locked · 79 % · 88 km",
              "fields": [
                {"title": "Update Event", "value": "Car Parked and Locked", "short": true},
                {"title": "Changes", "value": "12 km driven, 6 % of the battery used\\nCar Opened: trunk", "short": false},
                {"title": "Electric Range", "value": "88 km : 79%", "short": true},
                {"title": "REX Range", "value": "88 km : 95%", "short": true},
                {"title": "Current Mileage", "value": "38807 km", "short": true}
              ],
              "ts": 1710072000
            }
          ]
        }
        """,
        message(
            List.of(PARKED, Event.of(EventName.OPENED, new Item.Part(Opening.TRUNK))),
            REX,
            "12:00"));
  }

  @Test
  void the_same_in_miles_with_the_place_charging() throws IOException {
    VehicleStatus status =
        Statuses.status(REX + " charging=CHARGING plug=CONNECTED chargeTimeRemaining=332min");
    assertMessage(
        """
        {
          "text": "*My i3*: Charging Started · 79 % · 55 miles",
          "attachments": [
            {
              "color": "#2eb67d",
              "fallback": "My i3: Charging Started · 79 % · 55 miles",
              "fields": [
                {"title": "Update Event", "value": "Charging Started", "short": true},
                {"title": "Electric Range", "value": "55 miles : 79%", "short": true},
                {"title": "REX Range", "value": "55 miles : 95%", "short": true},
                {"title": "Current Mileage", "value": "24113 miles", "short": true},
                {"title": "Charge Time Remaining", "value": "05:32", "short": true},
                {"title": "Location", "value": "https://www.google.com/maps?q=48.1771,11.5562", "short": false}
              ],
              "ts": 1710072000
            }
          ]
        }
        """,
        form(
            Distance.Unit.MILES,
            true,
            "My i3",
            List.of(Event.of(EventName.CHARGING_STARTED)),
            status,
            "12:00"));
  }

  @Test
  void an_electric_car() throws IOException {
    assertMessage(
        """
        {
          "text": "*My i3*: Charging Interrupted · 42 % · 93 km",
          "attachments": [
            {
              "color": "#e01e5a",
              "fallback": "My i3: Charging Interrupted · 42 % · 93 km",
              "fields": [
                {"title": "Update Event", "value": "Charging Interrupted", "short": true},
                {"title": "Electric Range", "value": "93 km : 42%", "short": true},
                {"title": "Current Mileage", "value": "21529 km", "short": true}
              ],
              "ts": 1710072000
            }
          ]
        }
        """,
        message(
            List.of(Event.of(EventName.CHARGING_INTERRUPTED)),
            "stateOfCharge=41.6 electricRange=92.8km odometer=21529km charging=ENDED",
            "12:00"));
  }

  @Test
  void a_petrol_car() throws IOException {
    assertMessage(
        """
        {
          "text": "*My i3*: Check Control Message: Tyre pressure · 9 % · 60 km",
          "attachments": [
            {
              "color": "#ecb22e",
              "fallback": "My i3: Check Control Message: Tyre pressure · 9 % · 60 km",
              "fields": [
                {"title": "Update Event", "value": "Check Control Message: Tyre pressure", "short": true},
                {"title": "Changes", "value": "Car Locked", "short": false},
                {"title": "Fuel Range", "value": "60 km : 9%", "short": true},
                {"title": "Current Mileage", "value": "41544 km", "short": true}
              ],
              "ts": 1710072000
            }
          ]
        }
        """,
        message(
            List.of(
                Event.of(EventName.CHECK_CONTROL, line("Tyre pressure")),
                Event.of(EventName.LOCKED)),
            "fuelLevel=9 fuelRange=60km odometer=41544km",
            "12:00"));
  }

  @Test
  void a_car_that_says_next_to_nothing_in_characters_that_slack_would_take_for_markup()
      throws IOException {
    assertMessage(
        """
        {
          "text": "*&lt;!channel&gt; &amp; Co*: Check Control Message: 1 &lt; 2 &amp;amp; 3",
          "attachments": [
            {
              "color": "#ecb22e",
              "fallback": "&lt;!channel&gt; &amp; Co: Check Control Message: 1 &lt; 2 &amp;amp; 3",
              "fields": [
                {"title": "Update Event", "value": "Check Control Message: 1 &lt; 2 &amp;amp; 3", "short": true}
              ],
              "ts": 1710072000
            }
          ]
        }
        """,
        form(
            Distance.Unit.KM,
            true,
            "<!channel> & Co",
            List.of(Event.of(EventName.CHECK_CONTROL, line("1 < 2 &amp; 3"))),
            Statuses.status("lock=LOCKED"),
            "12:00"));
  }

  @Test
  void the_programs_own_news() throws IOException {
    assertMessage(
        """
        {
          "text": "*iRemote*: Login Required · run: iremote login &lt;now&gt;",
          "attachments": [
            {
              "color": "#e01e5a",
              "fallback": "iRemote: Login Required · run: iremote login &lt;now&gt;",
              "fields": [
                {"title": "Update Event", "value": "Login Required", "short": true},
                {"title": "What to do", "value": "run: iremote login &lt;now&gt;", "short": false}
              ],
              "ts": 1710072000
            }
          ]
        }
        """,
        form(Distance.Unit.KM, false)
            .of(
                Letter.of(
                    "slack",
                    Message.ofProgram(
                        EventName.LOGIN_REQUIRED,
                        "run: iremote login <now>",
                        Statuses.at("12:00"))),
                Statuses.at("12:00")));
  }

  @Test
  void changes_fit_where_messages_go() {
    Event locked = Event.of(EventName.LOCKED);
    Event longOne = Event.of(EventName.CHECK_CONTROL, line("x".repeat(3000)));
    String cut = changes(List.of(locked, longOne));
    assertEquals(1000, cut.length());
    assertEquals("Check Control Message: x", cut.substring(0, 24));
    List<Event> many = new ArrayList<>(List.of(locked, longOne));
    many.addAll(Collections.nCopies(40, Event.of(EventName.UNLOCKED)));
    assertEquals(cut + "\n40 more changes", changes(many));
  }

  private static String changes(List<Event> events) {
    return message(events, "lock=LOCKED", "12:00").at("/attachments/0/fields/1/value").asText();
  }

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

  private static JsonNode message(List<Event> events, String said, String now) {
    return form(Distance.Unit.KM, false, "My i3", events, Statuses.status(said), now);
  }

  private static Item line(String text) {
    return new Item.Line(new Notice("9", text));
  }

  private static SlackMessage form(Distance.Unit unit, boolean location) {
    return new SlackMessage(new LetterWording(new Wording(unit, () -> BERLIN), location));
  }

  private static JsonNode form(
      Distance.Unit unit,
      boolean location,
      String name,
      List<Event> events,
      VehicleStatus status,
      String now) {
    Vehicle car = new Vehicle("WBY1Z4C50EV000123", name, "i3");
    Message message = Message.of(car, events, status, Statuses.at(now));
    return form(unit, location).of(Letter.of("slack", message), Statuses.at(now));
  }

  private static String field(String title, String said, boolean location) {
    JsonNode message =
        form(
            Distance.Unit.KM,
            location,
            "My i3",
            List.of(Event.of(EventName.LOCKED)),
            Statuses.status(said),
            "12:00");
    for (JsonNode field : message.at("/attachments/0/fields")) {
      if (field.path("title").asText().equals(title)) {
        return field.path("value").asText();
      }
    }
    return null;
  }

  private static void assertMessage(String expected, JsonNode actual) throws IOException {
    assertEquals(Json.pretty(Json.parse(expected)), Json.pretty(actual));
  }
}
