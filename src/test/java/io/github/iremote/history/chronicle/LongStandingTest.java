package io.github.iremote.history.chronicle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Derived;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Wheel;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day whose beginnings lie weeks before it, with much in between that tells nothing of them. */
class LongStandingTest {
  @TempDir Path configs;

  @Test
  void a_day_after_weeks_of_standing_comes_to_the_same_from_the_lines_around_it() {
    Diary diary = new Diary(configs);
    diary.day = "2026-03-01";
    diary
        .odometer("00:00", 1000)
        .battery("00:00", 62)
        .says("00:00", Signal.BATTERY_CAPACITY, 50.0)
        .says("00:00", Signal.TARGET_STATE_OF_CHARGE, 80.0)
        .says("00:00", Signal.CHARGING, ChargingState.NOT_CHARGING);
    for (int day = 1; day < 22; day++) {
      for (int minute = 0; minute < 60; minute++) {
        String time = String.format("2026-03-%02dT05:%02d", day, minute);
        diary.says(time, Signal.tyrePressure(Wheel.FRONT_LEFT), 200.0 + minute);
      }
    }
    diary.day = "2026-03-22";
    diary
        .says("07:00", Signal.MOVING, true)
        .odometer("07:40", 1040)
        .says("07:40", Signal.MOVING, false)
        .says("09:00", Signal.CHARGING, ChargingState.CHARGING)
        .battery("11:00", 80)
        .says("11:00", Signal.CHARGING, ChargingState.NOT_CHARGING);
    Chronicle chronicle = diary.chronicle("12:00");

    Derived few = chronicle.nearby(diary.time("00:00"), diary.time("12:00"));

    Derived whole = chronicle.between(Instant.EPOCH, diary.time("12:00"));
    assertEquals(whole.drives(), few.drives());
    assertEquals(whole.charges(), few.charges());
    assertEquals(40, few.drives().get(0).kilometres());
    assertEquals(Charge.Ending.TARGET, few.charges().get(0).ending());
    assertEquals(9.0, few.charges().get(0).energy().orElseThrow().kilowattHours());
  }
}
