package io.github.iremote.history.chronicle;

import static io.github.iremote.vehicle.ChargingState.CHARGING;
import static io.github.iremote.vehicle.ChargingState.ENDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Energy;
import io.github.iremote.history.derived.Tariff;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Signal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charges, as they are found in the lines of a history. */
class DerivedChargesTest {
  @TempDir Path configs;
  private Diary diary;

  @BeforeEach
  void begin() {
    diary = Diary.ofACarThatStands(configs);
  }

  @Test
  void a_charge_with_its_energy_from_charge_and_capacity() {
    diary.capacity = Optional.of(40.0);
    diary.says("18:00", Signal.TARGET_STATE_OF_CHARGE, 100.0);
    charge("18:04", 80, "20:04", 90);

    Charge charge = diary.onlyCharge("23:00");

    assertEquals(Optional.of(diary.time("18:04")), charge.start());
    assertEquals(diary.time("20:04"), charge.end());
    assertEquals(Optional.of(new Energy(4, Energy.Found.CAPACITY)), charge.energy());
    assertEquals(Optional.of(2.0), charge.averagePower());
    assertEquals(Charge.Ending.INTERRUPTED, charge.ending());
    assertEquals(Optional.of(1000.0), charge.odometer());
  }

  private void charge(String start, double from, String end, double to) {
    diary
        .says(start, Signal.PLUG, PlugState.CONNECTED)
        .says(start, Signal.CHARGING, CHARGING)
        .battery(end, to)
        .says(end, Signal.CHARGING, ENDED);
  }

  @Test
  void a_charge_ends_as_the_car_says_where_its_target_is_not_known() {
    diary
        .battery("07:00", 50)
        .says("08:00", Signal.CHARGING, ChargingState.CHARGING)
        .battery("09:00", 70)
        .says("09:00", Signal.CHARGING, ChargingState.ENDED)
        .says("09:00", Signal.CHARGE_END_REASON, "CHARGING_GOAL_REACHED");

    assertEquals(Charge.Ending.TARGET, diary.onlyCharge("12:00").ending());
  }

  @Test
  void two_charges_in_a_row_are_two() {
    diary
        .battery("07:00", 50)
        .says("08:00", Signal.CHARGING, ChargingState.CHARGING)
        .battery("09:00", 60)
        .says("09:00", Signal.CHARGING, ChargingState.ENDED)
        .says("09:20", Signal.CHARGING, ChargingState.CHARGING)
        .battery("10:00", 70)
        .says("10:00", Signal.CHARGING, ChargingState.ENDED);

    assertEquals(
        List.of("50.0 to 60.0", "60.0 to 70.0"),
        diary.derived("12:00").charges().stream()
            .map(charge -> charge.from().get() + " to " + charge.to().get())
            .toList());
  }

  @Test
  void a_charge_without_capacity_or_power_has_no_energy() {
    charge("18:04", 80, "20:04", 90);

    assertEquals(Optional.empty(), diary.onlyCharge("23:00").energy());
  }

  @Test
  void power_tells_the_energy_where_it_is_known_all_along() {
    diary.capacity = Optional.of(40.0);
    diary
        .says("18:00", Signal.PLUG, PlugState.CONNECTED)
        .says("18:00", Signal.CHARGING, CHARGING)
        .says("18:00", Signal.CHARGING_POWER, 11.0)
        .says("18:15", Signal.CHARGING_POWER, 11.5)
        .battery("18:30", 94)
        .says("18:30", Signal.CHARGING, ENDED);

    assertEquals(
        Optional.of(new Energy(5.625, Energy.Found.POWER)), diary.onlyCharge("23:00").energy());
  }

  @Test
  void a_charge_that_only_its_result_tells_of_has_no_beginning() {
    diary.battery("07:00", 95);

    Charge charge = diary.onlyCharge("23:00");

    assertEquals(Optional.empty(), charge.start());
    assertEquals(Optional.of(15.0), charge.gained());
    assertEquals(Charge.Ending.UNKNOWN, charge.ending());
  }

  @Test
  void a_charge_that_only_its_result_tells_of_may_follow_a_drive_of_the_same_kind() {
    diary.odometer("07:00", 1020).battery("07:00", 50);
    diary.day = "2026-11-25";
    diary.battery("07:00", 75);

    assertEquals(Optional.of(25.0), diary.onlyCharge("23:00").gained());
    assertEquals(1, diary.derived("23:00").drives().size());
  }

  @Test
  void a_battery_that_warms_up_is_no_charge() {
    diary.battery("07:00", 82);

    assertEquals(List.of(), diary.derived("23:00").charges());
  }

  @Test
  void a_charge_under_way_is_told_as_far_as_it_has_come() {
    diary.says("18:04", Signal.CHARGING, CHARGING).battery("19:00", 90);

    Charge charge = diary.onlyCharge("19:10");

    assertEquals(Charge.Ending.UNDER_WAY, charge.ending());
    assertEquals(Optional.of(10.0), charge.gained());
  }

  @Test
  void a_night_across_the_end_of_a_month_is_one_charge_of_the_next() {
    diary.capacity = Optional.of(40.0);
    diary.day = "2026-11-30";
    diary
        .says("22:00", Signal.PLUG, PlugState.CONNECTED)
        .says("22:00", Signal.CHARGING, CHARGING)
        .battery("23:00", 85);
    diary.day = "2026-12-01";
    diary.battery("04:00", 100).says("04:00", Signal.CHARGING, ENDED);

    Charge charge = diary.onlyCharge("2026-12-05T12:00");

    assertEquals(Optional.of(diary.time("2026-11-30T22:00")), charge.start());
    assertEquals(Optional.of(20.0), charge.gained());
    var months =
        diary
            .chronicle("2026-12-05T12:00")
            .totalsOfMonths(Instant.EPOCH, diary.time("2030-01-01T00:00"));
    assertEquals(1, months.get(java.time.YearMonth.of(2026, 12)).charges());
    assertTrue(months.getOrDefault(java.time.YearMonth.of(2026, 11), new Totals()).isEmpty());
  }

  @Test
  void a_tariff_by_hours_tells_what_a_charge_cost() {
    diary.capacity = Optional.of(40.0);
    LocalDate january = LocalDate.of(2026, 1, 1);
    Tariff.Hours night = new Tariff.Hours(LocalTime.of(20, 0), LocalTime.of(6, 0));
    diary.tariff =
        Optional.of(
            new Tariff(
                "EUR",
                List.of(
                    new Tariff.Price(january, Optional.empty(), 0.40),
                    new Tariff.Price(january, Optional.of(night), 0.20),
                    new Tariff.Price(LocalDate.of(2027, 1, 1), Optional.empty(), 9.0))));
    charge("19:00", 80, "21:00", 90);

    double cost = diary.chronicle("23:00").cost(diary.onlyCharge("23:00")).orElseThrow();

    assertEquals(4 * 0.30, cost, 1e-9);
  }
}
