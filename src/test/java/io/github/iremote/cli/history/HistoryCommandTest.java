package io.github.iremote.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code history} through the front door, of a day that cron has seen over CarData. */
class HistoryCommandTest {
  @RegisterExtension final RecordedDay recorded = new RecordedDay();
  private final OwnersMachine machine = recorded.machine;
  private final Path configs = machine.configs;

  @Test
  void the_last_24_hours_with_what_was_driven_charged_and_paid() throws IOException {
    recorded.aDay();
    machine.environment.put("LANG", "de_DE.UTF-8");

    Result shown = recorded.history();

    assertEquals(new Result(0, shown.out(), ""), shown);
    List<String> lines = shown.out().lines().toList();
    assertEquals("My i4 · the last 24 hours", lines.get(0));
    assertEquals(
        "29 km in 1 drive · about 16.0 kWh charged (from charge and capacity)", lines.get(1));
    assertEquals("about 4.00 € · about 27.6 kWh/100 km · 60 % → 70 %", lines.get(2));
    assertEquals(
        """
            My i4 · the last 24 hours
            29 km in 1 drive · about 16.0 kWh charged (from charge and capacity)
            about 4.00 € · about 27.6 kWh/100 km · 60 % → 70 %

            100 %│
                 │
                 │                                                                  ⣀⣀⣀⣀⣀⣀⣀
                 │                                                   ⠠⠤⠤⠤⠤⠤⠤⡀   ⢀⡠⠒⠉
             50 %│                                                          ⠈⠒⠤⠊⠁
                 │
                 │
                 │
              0 %│
                                                                           ▒▒▒███████
                                                                          29 km
                      15:00    18:00    21:00    00:00    03:00    06:00    09:00    12:00

              07:00  Watching: locked
              08:00  Moving
              08:40  Parked and Locked
              09:00  Charging Started
            ! 11:00  Charging Interrupted
            """,
        shown.out());
    assertEquals(List.of(), machine.bmw.asked());
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 200})
  void it_fits_the_terminal(int columns) throws IOException {
    recorded.aDay();
    machine.environment.put("COLUMNS", "" + columns);
    for (String locale : List.of("C", "en_GB.UTF-8")) {
      machine.environment.put("LC_ALL", locale);
      for (String view : List.of("day", "drives", "charges", "months")) {
        String out = recorded.history(view).out();
        assertTrue(out.lines().allMatch(line -> line.length() <= columns), out);
      }
      String day = recorded.history().out();
      boolean braille = day.chars().anyMatch(c -> c >= 0x2800 && c < 0x2900);
      assertEquals(!locale.equals("C"), braille, day);
      assertEquals(!locale.equals("C"), day.chars().anyMatch(c -> c > 126), day);
    }
  }

  @Test
  void the_launcher_says_what_the_terminal_shows_where_it_gives_java_another_locale()
      throws IOException {
    recorded.aDay();
    machine.environment.put("LC_ALL", "C.UTF-8");
    machine.environment.put("IREMOTE_LOCALE", "C");

    assertTrue(recorded.history().out().chars().allMatch(c -> c <= 126));
  }

  @Test
  void colours_only_where_a_person_can_see_them() throws IOException {
    recorded.aDay();
    assertFalse(recorded.history().out().contains("\u001b["));

    machine.terminal = true;
    machine.environment.put("COLUMNS", "80");
    assertEquals(
        List.of("\u001b[31m! 11:00  Charging Interrupted\u001b[0m"),
        recorded.history().out().lines().filter(line -> line.startsWith("\u001b[3")).toList());

    machine.environment.put("NO_COLOR", "1");
    assertFalse(recorded.history().out().contains("\u001b["));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drives  | 2 Mar 2026 08:00  08:40  0:40  .*29 km  .*1029 km .*10 %  about 8.0 kWh",
        "drives  | 1 drive .*29 km",
        "charges | 2 Mar 2026 09:00 .*50 %  70 %  about 16.0 kWh .*4.00 EUR",
        "charges | 1 charge .*about 16.0 kWh .*4.00 EUR",
        "months  | 2026-03 .*29 km",
        "months  | in all .*29 km",
      })
  void tables_with_totals(String view, String line) throws IOException {
    recorded.aDay();
    machine.environment.put("COLUMNS", "200");

    String out = recorded.history(view).out();

    assertTrue(Pattern.compile("(?m)^" + line).matcher(out).find(), out);
  }

  @Test
  void a_sum_says_of_how_many_charges_it_is() throws IOException {
    recorded.aDay();
    machine.environment.put("LANG", "de_DE.UTF-8");
    String config = Files.readString(configs.resolve("config.json"));
    machine.config(
        config.replace("{\"perKilowattHour\"", "{\"from\":\"2026-03-02\",\"perKilowattHour\""));
    Files.writeString(
        configs.resolve("list.json"),
        """
        [{"startTime":1772352000, "endTime":1772355600, "energyConsumedFromPowerGridKwh":5},
         {"startTime":1772359200, "endTime":1772362800}]""");
    assertEquals(0, recorded.history("--import", "list.json").code());

    assertEquals(
        """
            My i4 · months, all that is known
            month    distance  charges                    charged                     cost
            2026-03     29 km        3  about 21.0 kWh for 2 of 3  about 4.00 € for 1 of 3
            ──────────────────────────────────────────────────────────────────────────────
            in all      29 km        3  about 21.0 kWh for 2 of 3  about 4.00 € for 1 of 3
            """,
        recorded.history("months").out());
    assertEquals(
        "3 charges                     about 21.0 kWh for 2 of 3  about 4.00 € for 1 of 3",
        recorded.history("charges").out().lines().reduce((one, last) -> last).get());
    assertEquals(
        List.of(
            "My i4 · from 2026-03-01 to 2026-03-02",
            "29 km in 1 drive",
            "about 21.0 kWh charged (from charge and capacity) for 2 of 3 charges",
            "about 4.00 € for 1 of 3 charges · about 27.6 kWh/100 km · 60 % → 70 %"),
        recorded
            .history("--from", "2026-03-01", "--to", "2026-03-02")
            .out()
            .lines()
            .limit(4)
            .toList());
    recorded.history("--month", "2026-03", "--html", "page.html");
    String page = Files.readString(configs.resolve("page.html"));
    assertTrue(page.contains("charged, from charge and capacity for 2 of 3 charges"), page);
    assertTrue(page.contains("by your tariff for 1 of 3 charges"), page);
  }

  @ParameterizedTest
  @CsvSource({
    "--day, 2026-03-02, true",
    "--day, today, true",
    "--day, yesterday, false",
    "--day, 2026-03-01, false",
    "--month, 2026-03, true",
    "--month, this, true",
    "--month, last, false",
    "--from, 2026-03-02, true",
    "--to, 2026-03-01, false",
    "--from, 0001-01-01, true",
    "--to, 9999-12-31, true",
  })
  void a_time_can_be_chosen(String option, String value, boolean driven) throws IOException {
    recorded.aDay();

    assertEquals(driven, recorded.history(option, value).out().contains("29 km"));
  }

  @ParameterizedTest
  @CsvSource({
    "--day, 2026-13-01, '--day 2026-13-01 is no date: expected one such as 2026-01-31, today or yesterday'",
    "--day, +999999999-01-01, '--day +999999999-01-01 is no date: expected one such as 2026-01-31, today or yesterday'",
    "--from, -999999999-01-01, '--from -999999999-01-01 is no date: expected one such as 2026-01-31, today or yesterday'",
    "--month, +999999999-12, '--month +999999999-12 is no month: expected one such as 2026-01, this or last'",
    "--month, March, '--month March is no month: expected one such as 2026-01, this or last'",
    "--car, Trabant, --car Trabant is none of the cars: My i4",
    "--png, no/such/folder.png, CONFIGS/no/such/folder.png cannot be written: check its folder and its owner",
  })
  void what_cannot_be_is_said(String option, String value, String words) throws IOException {
    recorded.aDay();

    Result wrong = recorded.history(option, value);

    assertEquals(new Result(2, "", "iremote: " + words + "\n"), machine.plain(wrong));
    assertEquals(2, recorded.history("dinners").code());
    assertEquals(2, recorded.history("--day", "today", "--month", "this").code());
  }

  @Test
  void without_leave_nothing_is_kept() throws IOException {
    recorded.configured("\"history\": false");
    recorded.account.watched();

    assertFalse(Files.exists(configs.resolve("history")));
    assertEquals(
        "My i4: nothing is kept of it yet; \"history\" is false in config.json\n",
        recorded.history().out());
  }
}
