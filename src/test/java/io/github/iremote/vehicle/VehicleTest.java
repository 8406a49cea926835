package io.github.iremote.vehicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small words of the vehicle room. */
class VehicleTest {

  @ParameterizedTest
  @CsvSource({
    "100, KM, KM, 100",
    "100, KM, MILES, 62.137119",
    "100, MILES, KM, 160.9344",
    "100, MILES, MILES, 100",
    "0, KM, MILES, 0"
  })
  void a_distance_in_other_units(
      double value, Distance.Unit unit, Distance.Unit wanted, double expected) {
    assertEquals(expected, new Distance(value, unit).in(wanted), 1e-6);
  }

  @Test
  void a_distance_driven_is_in_the_unit_of_its_end() {
    Distance start = Distance.ofKilometres(160.9344);
    assertEquals(
        new Distance(20, Distance.Unit.MILES), new Distance(120, Distance.Unit.MILES).minus(start));
    assertEquals(Distance.ofKilometres(20), Distance.ofKilometres(180.9344).minus(start));
  }

  @ParameterizedTest
  @CsvSource({
    "48.1, 11.5, true",
    "-90, 180, true",
    "0, 11.5, true",
    "48.1, 0, true",
    "-1, 1, true",
    "0, 0, false",
    "-1, -1, false",
    "90.1, 0, false",
    "48.1, -180.1, false",
    "NaN, 11.5, false",
    "48.1, Infinity, false"
  })
  void a_position_is_one_or_none(double latitude, double longitude, boolean plausible) {
    assertEquals(plausible, Position.plausible(latitude, longitude));
  }

  @Test
  void neither_position_nor_vin_is_spelt_out() {
    assertFalse(Statuses.status("position=48.1771/11.5562").toString().contains("48.1"));
    assertEquals("My i3 (…000123)", new Vehicle("WBY1Z4C50EV000123", "My i3", "i3").toString());
  }

  @Test
  void every_signal_is_found_by_its_own_name() {
    Set<String> names = new HashSet<>();
    for (Signal<?> signal : Signal.all()) {
      assertSame(signal, Signal.named(signal.name()));
      names.add(signal.name());
    }
    assertEquals(Signal.all().size(), names.size());
  }

  @Test
  void new_notices_are_told_by_id() {
    Notices before = new Notices(List.of(new Notice("1", "tyres")));
    Notice oil = new Notice("2", "oil");
    assertEquals(
        List.of(oil), new Notices(List.of(new Notice("1", "Tyres!"), oil)).newSince(before));
  }

  /** When it last moved, as far as it has told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "moving=false@10:00 ignition=false@11:00 odometer=1km@09:30 | 2024-03-10T11:00:00Z",
        "moving=false@10:00 ignition=false@09:00 odometer=1km@11:30 | 2024-03-10T11:30:00Z",
        "odometer=1km@11:30                                         | 2024-03-10T11:30:00Z",
        "lock=LOCKED                                                |"
      })
  void a_car_stands_since_its_last_word_on_movement(String said, String expected) {
    assertEquals(
        expected, Statuses.status(said).standingSince().map(Object::toString).orElse(null));
  }
}
