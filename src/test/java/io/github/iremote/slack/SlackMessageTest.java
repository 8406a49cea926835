package io.github.iremote.slack;

import static io.github.iremote.slack.SlackForm.PARKED;
import static io.github.iremote.slack.SlackForm.REX;
import static io.github.iremote.slack.SlackForm.form;
import static io.github.iremote.slack.SlackForm.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.json.Json;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.VehicleStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JSON that Slack gets, to the letter and in order. */
class SlackMessageTest {
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

  private static Item line(String text) {
    return new Item.Line(new Notice("9", text));
  }

  private static void assertMessage(String expected, JsonNode actual) throws IOException {
    assertEquals(Json.pretty(Json.parse(expected)), Json.pretty(actual));
  }
}
