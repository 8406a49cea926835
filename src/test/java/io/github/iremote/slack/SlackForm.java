package io.github.iremote.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterWording;
import io.github.iremote.message.Message;
import io.github.iremote.message.Wording;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Messages of a car as they are sent to Slack. */
final class SlackForm {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final String REX =
      "stateOfCharge=79 electricRange=88km fuelLevel=95 fuelRange=88km rangeExtender=true"
          + " odometer=38807km position=48.1771/11.5562";
  static final Event PARKED =
      Event.of(EventName.PARKED, Item.Fact.LOCKED)
          .after(Optional.of(Distance.ofKilometres(12)), Optional.of(6.2));

  static JsonNode message(List<Event> events, String said, String now) {
    return form(Distance.Unit.KM, false, "My i3", events, Statuses.status(said), now);
  }

  static SlackMessage form(Distance.Unit unit, boolean location) {
    return new SlackMessage(new LetterWording(new Wording(unit, () -> BERLIN), location));
  }

  static JsonNode form(
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

  static String field(String title, String said, boolean location) {
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

  private SlackForm() {}
}
