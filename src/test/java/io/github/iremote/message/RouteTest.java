package io.github.iremote.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Weight;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of a message's events a place is told. */
class RouteTest {
  private static final Vehicle CAR = new Vehicle("WBY1Z4C50EV000123", "My i3", "i3");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // events            | only             | mute     | urgent | cars              | told
        "LOCKED              |                  |          | false |                    | LOCKED",
        "LOCKED+OPENED       | OPENED           |          | false |                    | OPENED",
        "LOCKED+OPENED       | ALARM            |          | false |                    |",
        "LOCKED+OPENED       |                  | OPENED   | false |                    | LOCKED",
        "LOCKED+OPENED       | OPENED           | OPENED   | false |                    |",
        "LEFT_OPEN+LOCKED    |                  |          | true  |                    | LEFT_OPEN",
        "BATTERY_LOW         |                  |          | true  |                    |",
        "PLUG_IN_REMINDER    |                  |          | true  |                    |",
        "LOCKED              |                  |          | false | My i3              | LOCKED",
        "LOCKED              |                  |          | false | my I3              | LOCKED",
        "LOCKED              |                  |          | false | WBY1Z4C50EV000123  | LOCKED",
        "LOCKED              |                  |          | false | My i4              |",
        "LOCKED              |                  |          | false | My i4+My i3        | LOCKED",
        // an arrival is a way to park, and a departure to drive
        "ARRIVED             | PARKED           |          | false |                    | ARRIVED",
        "ARRIVED             |                  | PARKED   | false |                    |",
        "DEPARTED            |                  | DRIVING  | false |                    |",
        "PARKED              | ARRIVED          |          | false |                    |",
        "PARKED              |                  | ARRIVED  | false |                    | PARKED",
      })
  void a_place_tells_only_what_passes(
      String events, String only, String mute, boolean urgentOnly, String cars, String told) {
    Route route = new Route(names(only), names(mute), urgentOnly, split(cars));
    List<Event> all = split(events).stream().map(n -> Event.of(EventName.valueOf(n))).toList();
    Message message = Message.of(CAR, all, VehicleStatus.UNKNOWN, Statuses.at("12:00"));

    Optional<Message> passing = route.passing(message);

    assertEquals(
        told == null ? "" : told,
        passing.stream()
            .flatMap(m -> m.events().stream())
            .map(e -> e.name().name())
            .collect(Collectors.joining("+")));
  }

  @Test
  void what_is_left_has_the_weight_of_what_is_left() {
    List<Event> all = List.of(Event.of(EventName.ALARM), Event.of(EventName.LOCKED));
    Message message = Message.of(CAR, all, VehicleStatus.UNKNOWN, Statuses.at("12:00"));
    Route route = new Route(Set.of(EventName.LOCKED), Set.of(), false, List.of());
    assertEquals(Weight.ORDINARY, route.passing(message).orElseThrow().weight());
    assertEquals(message.id(), route.passing(message).orElseThrow().id());
  }

  @Test
  void the_programs_own_news_are_no_single_cars() {
    Message news = Message.ofProgram(EventName.TROUBLE, "no answer", Statuses.at("12:00"));
    Route route = new Route(Set.of(), Set.of(), true, List.of("My i4"));
    assertEquals(Optional.of(news), route.passing(news));
  }

  private static Set<EventName> names(String text) {
    Set<EventName> names = EnumSet.noneOf(EventName.class);
    split(text).forEach(name -> names.add(EventName.valueOf(name)));
    return names;
  }

  private static List<String> split(String text) {
    return text == null ? List.of() : Arrays.asList(text.split("\\+"));
  }
}
