package io.github.iremote.bmw.connecteddrive;

import static io.github.iremote.bmw.connecteddrive.Answered.NOW;
import static io.github.iremote.bmw.connecteddrive.Answered.car;
import static io.github.iremote.bmw.connecteddrive.Answered.json;
import static io.github.iremote.bmw.connecteddrive.Answered.mapped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.VehicleStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer does not say is neither made up nor forgotten. */
class UnsaidTest {
  /** Whatever zeros BMW sends, a car without a battery has no range on it, nor one without tank. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "\"0\"", "null", "\"INVALID\""})
  void nothing_is_invented(String zero) {
    ObjectNode petrol =
        with(
            car("petrol"),
            zero,
            "chargingLevelHv",
            "maxRangeElectric",
            "maxRangeElectricMls",
            "remainingRangeElectric",
            "remainingRangeElectricMls",
            "chargingTimeRemaining",
            "chargingStatus");
    assertFalse(mapped(petrol, "").hasBattery());
    assertFalse(mapped(petrol.put("chargingStatus", "NOT_CHARGING"), "").hasBattery());
    ObjectNode electric =
        with(
            car("i3-bev"),
            zero,
            "remainingFuel",
            "maxFuel",
            "fuelPercent",
            "remainingRangeFuel",
            "remainingRangeFuelMls");
    assertFalse(mapped(electric, "i3").hasTank());
  }

  @Test
  void a_zero_is_believed_of_a_car_known_to_have_it() {
    VehicleStatus known = mapped(car("i3-rex"), "");
    ObjectNode empty =
        with(
            car("i3-rex"),
            "0",
            "chargingLevelHv",
            "remainingRangeElectric",
            "maxRangeElectric",
            "maxRangeElectricMls",
            "remainingFuel",
            "remainingRangeFuel");
    empty.put("updateTime", "2018-03-12T09:38:57+0100");
    VehicleStatus status = Mapping.status(empty, known, "", Distance.Unit.KM, NOW);
    assertEquals("0.0", Statuses.text(status.get(Signal.STATE_OF_CHARGE).orElseThrow()));
    assertEquals("0.0 km", Statuses.text(status.get(Signal.ELECTRIC_RANGE).orElseThrow()));
    assertEquals("0.0 km", Statuses.text(status.get(Signal.FUEL_RANGE).orElseThrow()));
    assertEquals("0.0", Statuses.text(status.get(Signal.FUEL_LEVEL).orElseThrow()));
  }

  @Test
  void what_an_answer_does_not_mention_is_still_known_and_the_same_answer_is_no_news() {
    VehicleStatus known = mapped(car("i3-rex"), "");
    assertEquals(
        known, Mapping.status(car("i3-rex"), known, "", Distance.Unit.KM, NOW.plusSeconds(300)));
    ObjectNode later = json("{\"updateTime\": \"2024-03-10T11:00:00Z\", \"trunk\": \"OPEN\"}");
    assertEquals(
        Statuses.text(known).replace("trunk CLOSED", "trunk OPEN"),
        Statuses.text(Mapping.status(later, known, "", Distance.Unit.KM, NOW)));
  }

  @Test
  void an_answer_without_a_time_is_news_only_where_it_differs() {
    ObjectNode car = car("i3-bev");
    car.remove("updateTime");
    VehicleStatus known = Mapping.status(car, VehicleStatus.UNKNOWN, "", Distance.Unit.KM, NOW);
    assertEquals(known, Mapping.status(car, known, "", Distance.Unit.KM, NOW.plusSeconds(300)));
  }

  private static ObjectNode with(ObjectNode car, String value, String... fields) {
    for (String field : fields) {
      car.set(field, json("{\"value\": " + value + "}").get("value"));
    }
    return car;
  }
}
