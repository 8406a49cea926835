package io.github.iremote.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.Wheel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {
  private static final Wording KM = new Wording(Distance.Unit.KM, () -> ZoneId.of("UTC"));
  private static final Wording MILES = new Wording(Distance.Unit.MILES, () -> ZoneId.of("UTC"));
  private static final Instant NOW = Statuses.at("12:00");

  static List<Arguments> events() {
    Optional<Distance> driven = Optional.of(Distance.ofKilometres(12.4));
    return List.of(
        Arguments.of(Event.of(EventName.LOCKED), "Car Locked"),
        Arguments.of(
            Event.of(EventName.OPENED, part(Opening.DRIVER_DOOR), part(Opening.TRUNK)),
            "Car Opened: driver door, trunk"),
        Arguments.of(
            Event.of(EventName.CHARGING_FINISHED, Item.Fact.TIME_PASSED),
            "Charging Completed as its time has passed; the car has not said so"),
        Arguments.of(
            Event.of(EventName.PARKED).after(driven, Optional.of(5.6)),
            "Car Parked, 12 km driven, 6 % of the battery used"),
        Arguments.of(
            Event.of(EventName.PARKED, Item.Fact.LOCKED).after(driven, empty()),
            "Car Parked and Locked, 12 km driven"),
        Arguments.of(
            Event.of(EventName.LEFT_OPEN, part(Opening.TRUNK)).since(Statuses.at("10:03")),
            "Car Left Open: trunk, since 10:03"),
        Arguments.of(
            Event.of(EventName.LEFT_UNLOCKED).since(Statuses.at("23:03").minusSeconds(86_400)),
            "Car Left Unlocked, since 23:03, 9 Mar 2024"),
        Arguments.of(
            Event.of(EventName.WATCHING, Item.Fact.LOCKED, part(Opening.HOOD)),
            "Watching: locked, hood open"),
        Arguments.of(
            Event.of(EventName.TYRE_PRESSURE, new Item.Tyre(Wheel.REAR_LEFT, 40.4)),
            "Tyre Pressure Low: rear left 40 kPa under target"),
        Arguments.of(
            Event.of(EventName.CHECK_CONTROL, new Item.Line(new Notice("9", "Tyre pressure"))),
            "Check Control Message: Tyre pressure"),
        Arguments.of(
            Event.of(EventName.UPDATE, new Item.Reason("NO_CYCLIC_RECHARGING")),
            "No Cyclic Recharging"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_is_a_sentence(Event event, String expected) {
    assertEquals(expected, KM.sentence(event, NOW));
  }

  /** What iRemote-PHP's users know. */
  @ParameterizedTest
  @CsvSource({
    "PARKED, Car Parked",
    "UNLOCKED, Car Unlocked",
    "LOCKED, Car Locked",
    "DRIVING, Car Moving",
    "CHARGING_STARTED, Charging Started",
    "CHARGING_FINISHED, Charging Completed",
    "CHARGE_TIME, Charging Time Update"
  })
  void the_words_are_those_of_the_first_iremote(EventName name, String words) {
    assertEquals(words, KM.headline(Event.of(name)));
  }

  @ParameterizedTest
  @EnumSource
  void every_event_has_words(EventName name) {
    assertEquals(false, KM.headline(Event.of(name)).isBlank());
  }

  @Test
  void distances_are_in_the_owners_unit() {
    assertEquals("100 km", KM.distance(Distance.ofKilometres(100)));
    assertEquals("62 miles", MILES.distance(Distance.ofKilometres(100)));
    assertEquals("161 km", KM.distance(new Distance(100, Distance.Unit.MILES)));
    assertEquals("100 miles", MILES.distance(new Distance(100, Distance.Unit.MILES)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stateOfCharge=79 electricRange=88km fuelLevel=95 fuelRange=300km | 79 %, 88 km",
        "fuelLevel=95 fuelRange=300km | 95 %, 300 km",
        "stateOfCharge=79             | 79 %",
        "electricRange=88km           | 88 km",
        "odometer=88km                | ''"
      })
  void levels_are_of_the_battery_where_there_is_one(String said, String expected) {
    assertEquals(expected, String.join(", ", KM.levels(Statuses.status(said))));
  }

  @ParameterizedTest
  @CsvSource({"UTC, 12:00", "Europe/Berlin, 13:00", "America/New_York, 08:00"})
  void times_are_the_owners(String zone, String expected) {
    assertEquals(expected, new Wording(Distance.Unit.KM, () -> ZoneId.of(zone)).time(NOW, NOW));
  }

  private static Item part(Opening opening) {
    return new Item.Part(opening);
  }

  private static Optional<Double> empty() {
    return Optional.empty();
  }
}
