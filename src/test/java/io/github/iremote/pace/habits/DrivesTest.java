package io.github.iremote.pace.habits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrivesTest {
  @Test
  void the_longer_a_time_the_fewer_drives_take_longer() {
    double[] longer = Drives.NONE.longerThan(41);
    assertEquals(1, longer[0], 0.02);
    assertEquals(0, longer[40], 0.001);
    for (int step = 1; step < longer.length; step++) {
      assertTrue(longer[step] < longer[step - 1]);
    }
    assertEquals((longer[2] + longer[3]) / 2, Drives.longerThan(12.5, longer), 1e-9);
    assertEquals(0, Drives.longerThan(1000, longer));
  }

  @Test
  void an_owner_who_always_drives_three_quarters_of_an_hour_is_not_expected_before() {
    Drives drives = Drives.NONE;
    for (int day = 0; day < 20; day++) {
      drives = drives.with(45, true);
    }
    assertTrue(Drives.NONE.longerThan(41)[6] < 0.4);
    assertTrue(drives.longerThan(41)[6] > 0.8);
    assertEquals(45, drives.typicalMinutes());
  }

  @Test
  void what_is_no_drives_time_is_not_learnt() {
    Drives drives = Drives.NONE.with(3, true).with(180, true).with(-20, false).with(4, true);
    assertEquals(List.of(4), drives.minutes());
    assertEquals(18, Drives.NONE.typicalMinutes());
  }

  @Test
  void the_last_drives_count() {
    Drives drives = Drives.NONE;
    for (int drive = 0; drive < 30; drive++) {
      drives = drives.with(10 + drive, true);
    }
    assertEquals(24, drives.minutes().size());
    assertEquals(16, drives.minutes().get(0));
  }

  @Test
  void the_way_back_is_expected_to_take_as_long_as_the_way_there() {
    Drives drives = Drives.NONE;
    for (int drive = 0; drive < 4; drive++) {
      drives = drives.with(15, true).with(50, true);
    }
    double afterLong = drives.longerThan(41)[6];
    double afterShort = drives.with(50, true).with(15, true).longerThan(41)[6];
    assertTrue(afterLong > afterShort + 0.1, afterLong + " " + afterShort);
  }

  @Test
  void a_car_that_was_never_found_on_the_road_cannot_be() {
    Drives twice = Drives.NONE.with(0, false).with(0, false);
    assertFalse(twice.unseen());
    assertTrue(twice.with(0, false).unseen());
    assertFalse(twice.with(0, false).with(20, true).unseen());
  }

  @Test
  void they_are_read_as_they_were_written() {
    Drives drives = Drives.NONE.with(20, true).with(35, false).driving();
    Drives read = Drives.fromJson(drives.toJson());
    assertEquals(drives.minutes(), read.minutes());
    assertEquals(1, read.seen());
    assertEquals(1, read.missed());
    assertTrue(read.heard());
  }
}
