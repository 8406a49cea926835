package io.github.iremote.vehicle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of BMW's values are news. */
class ReportTest {
  private static final Instant NOW = Statuses.at("12:00");

  /** A lock known to be LOCKED since 09:00, last heard at 10:00; an answer; what is known then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UNLOCKED | 10:30   | UNLOCKED since 10:30 at 10:30",
        "LOCKED   | 10:30   | LOCKED since 09:00 at 10:30",
        // older
        "UNLOCKED | 09:59   | LOCKED since 09:00 at 10:00",
        "LOCKED   | 09:30   | LOCKED since 09:00 at 10:00",
        // of the same moment
        "UNLOCKED | 10:00   | UNLOCKED since 10:00 at 10:00",
        "LOCKED   | 10:00   | LOCKED since 09:00 at 10:00",
        // without a time
        "UNLOCKED |         | UNLOCKED since 12:00 at 12:00",
        "LOCKED   |         | LOCKED since 09:00 at 10:00",
        // clocks differ a little, but no car is a day ahead
        "UNLOCKED | 12:04   | UNLOCKED since 12:04 at 12:04",
        "UNLOCKED | 12:05   | UNLOCKED since 12:00 at 12:00",
        "UNLOCKED | 12:00+1 | UNLOCKED since 12:00 at 12:00",
        "LOCKED   | 12:00+1 | LOCKED since 09:00 at 10:00"
      })
  void a_value_and_its_time(LockState lock, String at, String expected) {
    VehicleStatus known = known(new Reading<>(LockState.LOCKED, at("09:00"), at("10:00")));
    Report report = new Report(known, NOW);
    report.add(Signal.LOCK, lock, Optional.ofNullable(at).map(Statuses::at));
    assertEquals(expected, text(report.status()));
  }

  /** What was saved while our own clock was a day ahead. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UNLOCKED | 11:00 | UNLOCKED since 11:00 at 11:00",
        "LOCKED   | 11:00 | LOCKED since 11:00 at 11:00",
        "UNLOCKED |       | UNLOCKED since 12:00 at 12:00"
      })
  void a_saved_time_from_the_future_gives_way(LockState lock, String at, String expected) {
    VehicleStatus known = known(new Reading<>(LockState.LOCKED, at("10:00+1")));
    Report report = new Report(known, NOW);
    report.add(Signal.LOCK, lock, Optional.ofNullable(at).map(Statuses::at));
    assertEquals(expected, text(report.status()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"10:30 | 10:30", "| 12:00", "12:00+1 | 12:00", "12:04 | 12:04"})
  void the_first_word_on_something(String at, String expected) {
    Report report = new Report(VehicleStatus.UNKNOWN, NOW);
    report.add(Signal.LOCK, LockState.LOCKED, Optional.ofNullable(at).map(Statuses::at));
    assertEquals("LOCKED since " + expected + " at " + expected, text(report.status()));
  }

  @Test
  void what_is_absent_changes_nothing() {
    VehicleStatus known = known(new Reading<>(LockState.LOCKED, at("10:00")));
    Report report = new Report(known, NOW);
    report.add(Signal.LOCK, Optional.empty(), Optional.of(NOW));
    report.add(Signal.MOVING, Optional.empty(), Optional.of(NOW));
    assertEquals(known, report.status());
  }

  /** Known, last heard so many hours ago; said now; believed or not. */
  @ParameterizedTest
  @CsvSource({
    "48000km, 1, 48012km, true",
    "48000km, 1, 47999km, true", // rounding
    "48000km, 1, 47998km, false",
    "48000km, 167, 47000km, false",
    "48000km, 169, 47000km, true", // after a week it has been replaced
    "48000km, 1, 50000km, true",
    "48000km, 1, 50001km, false", // faster than the car
    "48000km, 24, 51121km, false",
    "48000km, 24, 51120km, true",
    "48000km, 1, 29826km, false", // miles, called kilometres
    "48000km, 1, 29826miles, true", // the same distance
    "48000km, 1, 48000miles, false", // kilometres, called miles
    "29826miles, 1, 48000miles, false",
    "29826miles, 1, 29840miles, true",
    "29826miles, 1, 48012km, true"
  })
  void an_odometer_does_not_go_back_nor_faster_than_the_car(
      String before, int hours, String said, boolean believed) {
    Instant last = NOW.minusSeconds(3600L * hours);
    VehicleStatus known =
        Statuses.after(VehicleStatus.UNKNOWN, Statuses.said("odometer=" + before, last), last);
    VehicleStatus status =
        Statuses.after(known, Statuses.said("odometer=" + said, NOW.minusSeconds(60)), NOW);
    assertEquals(
        Statuses.text(Statuses.status("odometer=" + (believed ? said : before))),
        Statuses.text(status));
  }

  private static VehicleStatus known(Reading<LockState> lock) {
    return VehicleStatus.UNKNOWN.with(Signal.LOCK, lock);
  }

  private static Instant at(String time) {
    return Statuses.at(time);
  }

  private static String text(VehicleStatus status) {
    Reading<LockState> lock = status.reading(Signal.LOCK).orElseThrow();
    return (lock.value() + " since " + lock.since() + " at " + lock.at())
        .replaceAll("2024-03-10T(..:..):00Z", "$1")
        .replaceAll("2024-03-11T(..:..):00Z", "$1+1");
  }
}
