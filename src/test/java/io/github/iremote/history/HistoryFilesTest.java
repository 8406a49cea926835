package io.github.iremote.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.iremote.event.EventName;
import io.github.iremote.history.chronicle.Diary;
import io.github.iremote.history.derived.Drive;
import io.github.iremote.history.derived.Tariff;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Signal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a history: what is written, and what becomes of it. */
class HistoryFilesTest {
  @TempDir Path configs;
  private Diary diary;
  private Path november;

  @BeforeEach
  void begin() {
    diary = new Diary(configs);
    november = configs.resolve("history/" + Diary.VIN + "-2026-11.jsonl");
  }

  private List<String> written() throws IOException {
    return Files.readAllLines(november);
  }

  @Test
  void a_line_for_each_reading_that_changed_with_the_cars_time_and_ours() throws IOException {
    diary.battery("07:00", 80).battery("07:10", 79);

    assertEquals(2, written().size());
    String line = written().get(1).replaceFirst("\"id\":\"\\w+\"", "\"id\":\"…\"");
    assertEquals(
        "{\"heard\":\"2026-11-24T07:10:00Z\",\"id\":\"…\",\"signal\":\"stateOfCharge\","
            + "\"value\":79.0,\"at\":\"2026-11-24T07:10:00Z\"}",
        line);
  }

  @Test
  void a_value_that_is_only_stamped_anew_has_no_line_unless_rules_ask_for_its_time()
      throws IOException {
    diary.battery("07:00", 80).battery("07:10", 80);
    diary.says("07:20", Signal.CHARGING, ChargingState.CHARGING);
    diary.says("07:30", Signal.CHARGING, ChargingState.CHARGING);

    assertEquals(3, written().size());
  }

  @Test
  void what_did_not_change_is_not_written() throws IOException {
    diary.battery("07:00", 80);
    String before = Files.readString(november) + Files.getLastModifiedTime(november);

    diary.happens("07:05");

    assertEquals(before, Files.readString(november) + Files.getLastModifiedTime(november));
  }

  @Test
  void a_key_that_the_owner_has_asked_for_is_kept_as_it_came() throws IOException {
    diary.extra("07:00", "1").extra("07:10", "1").extra("07:20", "2");

    assertEquals(2, written().size());
    String line = written().get(1).replaceFirst("\"id\":\"\\w+\"", "\"id\":\"…\"");
    assertEquals(
        "{\"heard\":\"2026-11-24T07:20:00Z\",\"id\":\"…\",\"key\":\"vehicle.extra\","
            + "\"value\":\"2\",\"unit\":\"W\",\"at\":\"2026-11-24T07:20:00Z\"}",
        line);
    assertEquals(2, diary.lines().size());
  }

  @Test
  void positions_are_not_kept_without_leave() {
    diary.says("07:00", Signal.POSITION, new Position(48.1, 11.5));

    assertEquals(List.of(), diary.lines());
  }

  @Test
  void the_folder_and_its_files_are_the_owners_alone() throws IOException {
    diary.battery("07:00", 80);

    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(november.getParent())));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(november)));
  }

  @Test
  void half_a_last_line_is_cut_by_the_next() throws IOException {
    diary.battery("07:00", 80).battery("07:10", 79);
    String whole = Files.readString(november);
    Files.writeString(november, whole.substring(0, whole.length() - 20));

    assertEquals(1, diary.lines().size());
    diary.battery("07:20", 78);

    assertEquals(2, written().size());
    assertEquals(2, diary.lines().size());
  }

  @Test
  void a_damaged_line_loses_itself_and_no_other() throws IOException {
    diary.battery("07:00", 80);
    Files.writeString(november, "{\"heard\":\"2026-1\u0000\n", StandardOpenOption.APPEND);
    diary.battery("07:10", 79);

    assertEquals(2, diary.lines().size());
  }

  @Test
  void a_damaged_compressed_file_hides_nothing_of_the_plain_one_beside_it() throws IOException {
    diary.battery("07:00", 80).battery("07:10", 79);
    Files.writeString(november.resolveSibling(november.getFileName() + ".gz"), "not compressed");

    assertEquals(2, diary.lines().size());
  }

  @Test
  void a_line_that_was_written_twice_is_read_once() throws IOException {
    diary.battery("07:00", 80).happens("07:05", EventName.LOCKED);
    Files.write(november, Files.readAllBytes(november), StandardOpenOption.APPEND);

    assertEquals(2, diary.lines().size());
  }

  @Test
  void a_new_month_begins_with_all_that_is_known_and_compresses_the_last() throws IOException {
    diary.battery("07:00", 80).says("07:00", Signal.LOCK, LockState.SECURED);
    String lines = Files.readString(november);

    diary.battery("2026-12-01T07:00", 79);

    Path packed = Path.of(november + ".gz");
    assertFalse(Files.exists(november));
    byte[] bytes = Files.readAllBytes(packed);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      assertEquals(lines, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    Path december = configs.resolve("history/" + Diary.VIN + "-2026-12.jsonl");
    assertEquals(3, Files.readAllLines(december).size());
    assertEquals(3, diary.lines().size());
  }

  @Test
  void a_crash_between_compressing_and_removing_doubles_nothing() throws IOException {
    diary.battery("07:00", 80).battery("07:10", 79);
    byte[] lines = Files.readAllBytes(november);
    diary.battery("2026-12-01T07:00", 78);
    Files.write(november, lines);

    assertEquals(3, diary.lines().size());
    diary.battery("2027-01-01T07:00", 77);
    assertFalse(Files.exists(november));
    assertEquals(4, diary.lines().size());
  }

  @Test
  void what_was_derived_is_kept_until_the_lines_change() throws IOException {
    diary.odometer("07:00", 1000).odometer("08:00", 1010);
    assertEquals(1, diary.derived("12:00").drives().size());
    Path derived = configs.resolve("history/derived/" + Diary.VIN + "-2026-11.jsonl");
    String kept = Files.readString(derived);
    Files.writeString(derived, kept.replace("\"kilometres\":10.0", "\"kilometres\":11.0"));
    assertEquals(11, diary.derived("12:00").drives().get(0).kilometres());

    diary.odometer("10:00", 1020);

    assertEquals(
        List.of(10.0, 10.0),
        diary.derived("12:00").drives().stream().map(Drive::kilometres).toList());
    Files.delete(derived);
    assertEquals(2, diary.derived("12:00").drives().size());
    Files.writeString(derived, "{");
    assertEquals(2, diary.derived("12:00").drives().size());
  }

  @Test
  void a_month_that_could_not_be_read_is_derived_anew_when_it_can() throws IOException {
    diary.odometer("07:00", 1000).odometer("08:00", 1010);
    Files.setPosixFilePermissions(november, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(november), "root may read all");
    assertEquals(0, diary.derived("12:00").drives().size());

    Files.setPosixFilePermissions(november, PosixFilePermissions.fromString("rw-------"));

    assertEquals(1, diary.derived("12:00").drives().size());
  }

  @Test
  void another_tariff_prices_anew_what_is_derived_and_reads_no_line_again() throws IOException {
    diary.battery("07:00", 50).battery("12:00", 60);
    diary.capacity = Optional.of(80.0);
    diary.chronicle("13:00").totalsOfMonths(Instant.EPOCH, diary.time("13:00"));
    Path derived = configs.resolve("history/derived/" + Diary.VIN + "-2026-11.jsonl");
    String kept = Files.readString(derived);
    Files.writeString(derived, kept.replace("\"kilowattHours\":8.0", "\"kilowattHours\":9.0"));
    Tariff.Price price = new Tariff.Price(LocalDate.parse("2026-01-01"), Optional.empty(), 0.5);
    diary.tariff = Optional.of(new Tariff("EUR", List.of(price)));

    var months = diary.chronicle("13:00").totalsOfMonths(Instant.EPOCH, diary.time("13:00"));

    assertEquals(Optional.of(4.5), months.get(YearMonth.parse("2026-11")).cost());
  }

  @Test
  void another_tariff_or_capacity_derives_anew() {
    diary.battery("07:00", 50).battery("12:00", 60);
    assertEquals(Optional.empty(), diary.derived("13:00").charges().get(0).energy());

    diary.capacity = Optional.of(40.0);

    assertTrue(diary.derived("13:00").charges().get(0).energy().isPresent());
  }

  @Test
  void a_day_begins_with_what_was_known_before_it() {
    diary.battery("07:00", 80).odometer("07:00", 1000);
    diary.day = "2026-11-26";
    diary.battery("07:00", 79);

    List<Line> lines = diary.chronicle("12:00").lines(diary.time("00:00"), diary.time("12:00"));

    assertEquals(3, lines.size());
  }
}
