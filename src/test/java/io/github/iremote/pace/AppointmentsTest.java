package io.github.iremote.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.event.Thresholds;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final VehicleStatus LOCKED = locked(LockState.SECURED, NOON.minusSeconds(36_000));

  /** The expected end plus what BMW lags; then the moment a silent end is taken for one. */
  @ParameterizedTest
  @CsvSource({"20, PT21M30S", "0, PT1M30S", "-2, PT14M30S", "-5, PT11M30S"})
  void a_charge_is_asked_after_at_its_expected_end(int minutesLeft, Duration wait) {
    assertEquals(NOON.plus(wait), first(charging(ChargingState.CHARGING, minutesLeft), NOON));
  }

  @ParameterizedTest
  @CsvSource({"CHARGING, -60", "FULL, 20", "NOT_CHARGING, 20"})
  void a_charge_that_is_over_is_no_appointment(ChargingState state, int minutesLeft) {
    assertEquals(Instant.MAX, first(charging(state, minutesLeft), NOON));
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "9, 10", "10, 120", "119, 120"})
  void a_car_left_open_is_asked_when_that_becomes_true(int minutesOpen, int threshold) {
    VehicleStatus open = open(LOCKED, NOON);
    Instant now = NOON.plusSeconds(60L * minutesOpen);
    assertEquals(NOON.plusSeconds(60L * threshold), first(open, now));
  }

  @Test
  void a_car_left_unlocked_is_asked_when_that_becomes_true() {
    VehicleStatus unlocked = locked(LockState.UNLOCKED, NOON);
    assertEquals(NOON.plus(Thresholds.DEFAULT.leftUnlocked()), first(unlocked, NOON));
    assertEquals(Instant.MAX, first(unlocked, NOON.plusSeconds(7200)));
  }

  @Test
  void what_was_open_on_the_road_is_left_open_from_when_the_car_was_parked() {
    VehicleStatus open = open(LOCKED, NOON.minusSeconds(3600));
    VehicleStatus parked = open.with(Signal.IGNITION, new Reading<>(false, NOON));
    assertEquals(NOON.plusSeconds(600), first(parked, NOON));
    Appointments onTheRoad = new Appointments(Thresholds.DEFAULT, NOON);
    assertEquals(Instant.MAX, onTheRoad.first(open, true));
  }

  private static Instant first(VehicleStatus status, Instant now) {
    return new Appointments(Thresholds.DEFAULT, now).first(status, false);
  }

  private static VehicleStatus charging(ChargingState state, int minutesLeft) {
    Duration remaining = Duration.ofMinutes(30 + minutesLeft);
    return LOCKED
        .with(Signal.CHARGING, new Reading<>(state, NOON.minusSeconds(3600)))
        .with(Signal.CHARGE_TIME_REMAINING, new Reading<>(remaining, NOON.minusSeconds(1800)));
  }

  private static VehicleStatus open(VehicleStatus status, Instant at) {
    return status.with(Signal.of(Opening.SUNROOF), new Reading<>(OpeningState.OPEN, at));
  }

  private static VehicleStatus locked(LockState lock, Instant at) {
    return VehicleStatus.UNKNOWN.with(Signal.LOCK, new Reading<>(lock, at));
  }
}
