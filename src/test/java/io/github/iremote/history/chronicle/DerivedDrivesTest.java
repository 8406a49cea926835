package io.github.iremote.history.chronicle;

import static io.github.iremote.vehicle.ChargingState.CHARGING;
import static io.github.iremote.vehicle.ChargingState.ENDED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.history.derived.Drive;
import io.github.iremote.history.derived.Standing;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Signal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drives and standing, as they are found in the lines of a history. */
class DerivedDrivesTest {
  @TempDir Path configs;
  private Diary diary;

  @BeforeEach
  void begin() {
    diary = Diary.ofACarThatStands(configs);
  }

  @Test
  void a_drive_of_a_car_that_says_when_it_moves() {
    diary
        .says("07:36", Signal.MOVING, true)
        .odometer("07:50", 1011)
        .odometer("08:12", 1029)
        .says("08:12", Signal.MOVING, false)
        .battery("08:13", 73);

    Drive drive = diary.onlyDrive("12:00");

    assertEquals(Optional.of(diary.time("07:36")), drive.start());
    assertEquals(diary.time("08:12"), drive.end());
    assertEquals(29, drive.kilometres());
    assertEquals(Optional.of(7.0), drive.batteryUsed());
  }

  @Test
  void a_car_that_still_says_that_it_charges_uses_its_battery_all_the_same() {
    diary
        .says("06:00", Signal.CHARGING, CHARGING)
        .says("07:36", Signal.MOVING, true)
        .odometer("08:12", 1029)
        .battery("08:12", 73)
        .says("08:12", Signal.MOVING, false);

    assertEquals(Optional.of(7.0), diary.onlyDrive("12:00").batteryUsed());
  }

  @Test
  void an_odometer_that_is_first_to_tell_of_a_drive_is_part_of_it() {
    diary.odometer("07:36", 1001).says("07:36", Signal.MOVING, true);
    diary.odometer("08:12", 1029).says("08:12", Signal.MOVING, false);

    Drive drive = diary.onlyDrive("12:00");

    assertEquals(29, drive.kilometres());
    assertEquals(Optional.of(diary.time("07:36")), drive.start());
  }

  @Test
  void what_a_drive_used_is_not_known_where_nobody_had_looked_for_long() {
    diary.unseenSince("00:05").odometer("11:40", 1090).battery("11:40", 70);
    diary.unseenSince("13:40").odometer("17:00", 1120).battery("17:00", 65);

    List<Drive> drives = diary.derived("20:00").drives();

    assertEquals(List.of(90.0, 30.0), drives.stream().map(Drive::kilometres).toList());
    assertEquals(
        List.of(Optional.empty(), Optional.of(5.0)),
        drives.stream().map(Drive::batteryUsed).toList());
  }

  @Test
  void what_came_of_a_time_in_which_nobody_looked_is_not_lost_standing() {
    diary.unseenSince("00:05").battery("11:40", 70).odometer("11:45", 1090);

    assertEquals(List.of(), diary.derived("20:00").standings());
    assertEquals(Optional.empty(), diary.onlyDrive("20:00").batteryUsed());
  }

  @Test
  void a_drive_that_no_car_could_make_began_at_a_time_that_is_not_known() {
    diary.unseenSince("00:05").says("11:40", Signal.MOVING, true);
    diary.odometer("12:10", 1300).says("12:10", Signal.MOVING, false);

    Drive drive = diary.onlyDrive("20:00");

    assertEquals(Optional.empty(), drive.start());
    assertEquals(300, drive.kilometres());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-5, 101, 250, 1e20})
  void a_level_that_cannot_be_is_no_charge_and_nothing_lost(double percent) {
    diary.battery("07:00", percent).battery("09:00", 80).battery("11:00", percent);

    assertEquals(List.of(), diary.derived("20:00").charges());
    assertEquals(List.of(), diary.derived("20:00").standings());
  }

  @Test
  void an_odometer_that_goes_back_once_adds_no_kilometre() {
    diary.odometer("07:00", 1000).odometer("08:00", 900).odometer("09:00", 1010);

    assertEquals(10, diary.onlyDrive("12:00").kilometres());
  }

  @Test
  void the_odometer_may_come_after_the_word_that_the_car_stands() {
    diary
        .says("07:36", Signal.MOVING, true)
        .says("08:12", Signal.MOVING, false)
        .odometer("08:14", 1029);

    assertEquals(29, diary.onlyDrive("12:00").kilometres());
    assertEquals(diary.time("08:12"), diary.onlyDrive("12:00").end());
  }

  @Test
  void of_what_is_told_in_one_moment_the_figures_come_first_in_whatever_order_it_was_heard() {
    diary
        .says("07:36", Signal.MOVING, true)
        .says("08:12", Signal.MOVING, false)
        .battery("08:12", 73)
        .odometer("08:12", 1029)
        .says("18:00", Signal.PLUG, PlugState.CONNECTED)
        .says("18:00", Signal.CHARGING, CHARGING)
        .battery("18:00", 72)
        .says("20:00", Signal.CHARGING, ENDED)
        .battery("20:00", 90);

    assertEquals(Optional.of(7.0), diary.onlyDrive("23:00").batteryUsed());
    assertEquals(Optional.of(72.0), diary.onlyCharge("23:00").from());
    assertEquals(Optional.of(90.0), diary.onlyCharge("23:00").to());
  }

  @Test
  void a_drive_that_only_the_odometer_tells_of_has_no_beginning() {
    diary.battery("08:38", 75).odometer("08:40", 1024).says("08:41", Signal.LOCK, LockState.LOCKED);

    Drive drive = diary.onlyDrive("12:00");

    assertEquals(Optional.empty(), drive.start());
    assertEquals(diary.time("08:40"), drive.end());
    assertEquals(24, drive.kilometres());
    assertEquals(Optional.of(5.0), drive.batteryUsed());
    assertEquals(List.of(), diary.derived("12:00").standings());
  }

  @Test
  void two_drives_with_a_stop_between_them_are_two() {
    diary
        .says("07:36", Signal.MOVING, true)
        .odometer("08:12", 1029)
        .says("08:12", Signal.MOVING, false)
        .says("08:20", Signal.MOVING, true)
        .odometer("08:30", 1040)
        .says("08:30", Signal.MOVING, false);

    List<Drive> drives = diary.derived("12:00").drives();

    assertEquals(List.of(29.0, 11.0), drives.stream().map(Drive::kilometres).toList());
  }

  @Test
  void an_ignition_that_goes_on_and_off_is_no_drive() {
    diary.says("07:36", Signal.IGNITION, true).says("07:40", Signal.IGNITION, false);

    assertEquals(List.of(), diary.derived("12:00").drives());
  }

  @Test
  void what_the_battery_loses_while_the_car_stands() {
    diary.battery("06:00", 79).battery("20:00", 77);

    List<Standing> standings = diary.derived("23:00").standings();

    assertEquals(3, standings.stream().mapToDouble(Standing::lost).sum());
  }
}
