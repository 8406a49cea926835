package io.github.iremote.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.pace.habits.Diary;
import io.github.iremote.pace.habits.Drives;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LessonTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant EIGHT = Instant.parse("2026-11-23T07:00:00Z");
  private static final VehicleStatus PARKED =
      of(Signal.ODOMETER, Distance.ofKilometres(100), EIGHT.minusSeconds(50_000))
          .with(Signal.LOCK, reading(LockState.SECURED, EIGHT.minusSeconds(50_000)));

  @Test
  void a_drive_that_is_found_under_way_is_known_from_its_first_hand_to_its_end() {
    Rhythm met = learn(Rhythm.unknown(EIGHT), PARKED, false, 0);
    VehicleStatus unlocked = PARKED.with(Signal.LOCK, reading(LockState.UNLOCKED, at(10)));
    Rhythm off = learn(met, unlocked, true, 15);
    Rhythm there = learn(off, arrived(unlocked, 32), false, 35);
    assertEquals(List.of(22), there.drives().minutes());
    assertTrue(there.drives().heard());
    assertEquals(List.of(4 * 60 + 10), there.diary().days().get(TODAY));
    assertEquals(at(32), there.outlook().began());
  }

  @Test
  void a_drive_of_which_only_the_end_is_known_began_some_time_before() {
    Rhythm met = learn(Rhythm.unknown(EIGHT), PARKED, false, 0);
    VehicleStatus there = arrived(PARKED, 40).with(Signal.LOCK, reading(LockState.SECURED, at(41)));
    Rhythm found = learn(met, there, false, 45);
    assertEquals(List.of(4 * 60 + 40 - 18), found.diary().days().get(TODAY));
    assertEquals(List.of(), found.drives().minutes());
    assertEquals(1, found.drives().missed());
  }

  @Test
  void of_a_car_that_tells_only_of_ends_it_is_these_that_are_expected() {
    Drives unseen = Drives.NONE.with(0, false).with(0, false).with(0, false);
    Rhythm met = learn(Rhythm.unknown(EIGHT), PARKED, false, 0);
    Rhythm known = new Rhythm(met.rest(), met.diary(), unseen, met.chargesAt(), met.outlook(), 0);
    VehicleStatus there = arrived(PARKED, 40).with(Signal.LOCK, reading(LockState.SECURED, at(41)));
    assertEquals(List.of(4 * 60 + 40), learn(known, there, false, 45).diary().days().get(TODAY));
  }

  @Test
  void the_first_answer_is_of_times_before() {
    Rhythm met = learn(Rhythm.unknown(EIGHT), PARKED, false, 0);
    assertEquals(List.of(), met.diary().days().get(TODAY));
    assertEquals(Drives.NONE, met.drives());
  }

  @Test
  void a_car_that_waits_for_its_hour_to_charge_is_looked_at_then() {
    Rhythm met = learn(Rhythm.unknown(EIGHT), PARKED, false, 0);
    Rhythm charged = learn(met, charging(ChargingState.CHARGING, 30, 200), false, 210);
    assertEquals(Optional.of(LocalTime.of(11, 20)), charged.chargesAt());
    VehicleStatus waits = charging(ChargingState.PREPARING, 1400, 1401);
    Rhythm next = learn(charged, waits, false, 1410);
    assertEquals(Optional.of(at(1440 + 202)), next.outlook().appointment());
    Optional<Instant> news = Optional.of(at(1500));
    assertEquals(news, lesson(charged, waits, 1410).learnt(false, news).outlook().appointment());
    assertTrue(
        learn(charged, waits, false, 700).outlook().appointment().isEmpty(), "another night");
  }

  @Test
  void a_car_that_charges_when_it_is_plugged_in_has_no_hour() {
    Rhythm met = learn(Rhythm.unknown(EIGHT), PARKED, false, 0);
    Rhythm charges = learn(met, charging(ChargingState.CHARGING, 30, 32), false, 35);
    assertFalse(charges.chargesAt().isPresent());
  }

  private static Lesson lesson(Rhythm before, VehicleStatus status, int minutes) {
    return new Lesson(before, status, BERLIN, at(minutes));
  }

  private static Rhythm learn(Rhythm before, VehicleStatus status, boolean driving, int minutes) {
    Rhythm known =
        before.diary().days().isEmpty()
            ? new Rhythm(
                before.rest(),
                new Diary(Map.of(TODAY, List.of(), TODAY.plusDays(1), List.of())),
                before.drives(),
                before.chargesAt(),
                before.outlook(),
                0)
            : before;
    return lesson(known, status, minutes).learnt(driving, Optional.empty());
  }

  private static VehicleStatus arrived(VehicleStatus status, int minutes) {
    return status.with(Signal.ODOMETER, reading(Distance.ofKilometres(110), at(minutes)));
  }

  private static VehicleStatus charging(ChargingState state, int plugged, int since) {
    return PARKED
        .with(Signal.PLUG, reading(PlugState.CONNECTED, at(plugged)))
        .with(Signal.CHARGING, reading(state, at(since)));
  }

  private static Instant at(int minutes) {
    return EIGHT.plus(Duration.ofMinutes(minutes));
  }

  private static <T> VehicleStatus of(Signal<T> signal, T value, Instant at) {
    return VehicleStatus.UNKNOWN.with(signal, reading(value, at));
  }

  private static <T> Reading<T> reading(T value, Instant at) {
    return new Reading<>(value, at, at);
  }
}
