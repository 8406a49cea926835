package io.github.iremote.cli.history;

import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.bmw.cardata.telematics.Telemetry;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code history} through the front door, of a day that cron has seen over CarData. */
class HistoryCommandTest {
  private static final String PLUG = "body.chargingPort.status = ";
  private static final String CHARGING = "drivetrain.electricEngine.charging.status = ";
  private static final String LEVEL = "drivetrain.batteryManagement.header = ";
  private static final String LOCK = "cabin.door.lock.status = ";
  private static final String ODOMETER = "vehicle.travelledDistance = ";

  /** What the first test's polls have written, for the others. */
  private static final Map<String, String> recorded = new HashMap<>();

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;

  private void configured(String... keys) throws IOException {
    String text = Files.readString(configs.resolve("config.json"));
    String more = String.join(", ", keys);
    machine.config(
        text.replace("\"timezone\"", more + ", \"timezone\"")
            .replace("\"My i4\"", "\"My i4\", \"batteryKilowattHours\": 80"));
  }

  private void poll(String time, String... says) {
    machine.now = Telemetry.at(time);
    account.says(says);
    assertEquals(0, machine.status("--force", "--quiet").code());
  }

  /** A drive of 29 km and a charge of 20 %, by UTC; the owner's clock is an hour ahead. */
  private void aDay() throws IOException {
    configured("\"tariff\": {\"currency\":\"EUR\",\"prices\":[{\"perKilowattHour\":0.25}]}");
    machine.now = Telemetry.at("12:00");
    if (!recorded.isEmpty()) {
      Files.createDirectory(configs.resolve("history"));
      for (Map.Entry<String, String> file : recorded.entrySet()) {
        Files.writeString(configs.resolve("history").resolve(file.getKey()), file.getValue());
      }
      return;
    }
    account.loggedIn();
    poll(
        "06:00",
        "isMoving = false @ 05:00",
        CHARGING + "NOCHARGING @ 05:00",
        ODOMETER + "1000 [km] @ 05:00",
        LEVEL + "60 @ 05:00",
        LOCK + "SECURED @ 05:00");
    poll("07:05", "isMoving = true @ 07:00", LOCK + "LOCKED @ 07:00");
    poll(
        "07:45",
        "isMoving = false @ 07:40",
        ODOMETER + "1029 [km] @ 07:40",
        LEVEL + "50 @ 07:40",
        LOCK + "SECURED @ 07:41");
    poll("08:05", PLUG + "CONNECTED @ 08:00", CHARGING + "CHARGINGACTIVE @ 08:00");
    poll("09:00", LEVEL + "60 @ 08:58");
    poll("10:05", LEVEL + "70 @ 10:00", CHARGING + "CHARGINGENDED @ 10:00");
    machine.now = Telemetry.at("12:00");
    machine.bmw.asked();
    try (Stream<Path> files = Files.list(configs.resolve("history"))) {
      for (Path file : files.toList()) {
        recorded.put(file.getFileName().toString(), Files.readString(file));
      }
    }
  }

  private Result history(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "history";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return machine.run(all);
  }

  @Test
  void the_last_24_hours_with_what_was_driven_charged_and_paid() throws IOException {
    aDay();
    machine.environment.put("LANG", "de_DE.UTF-8");

    Result shown = history();

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
    aDay();
    machine.environment.put("COLUMNS", "" + columns);
    for (String locale : List.of("C", "en_GB.UTF-8")) {
      machine.environment.put("LC_ALL", locale);
      for (String view : List.of("day", "drives", "charges", "months")) {
        String out = history(view).out();
        assertTrue(out.lines().allMatch(line -> line.length() <= columns), out);
      }
      String day = history().out();
      boolean braille = day.chars().anyMatch(c -> c >= 0x2800 && c < 0x2900);
      assertEquals(!locale.equals("C"), braille, day);
      assertEquals(!locale.equals("C"), day.chars().anyMatch(c -> c > 126), day);
    }
  }

  @Test
  void colours_only_where_a_person_can_see_them() throws IOException {
    aDay();
    assertFalse(history().out().contains("\u001b["));

    machine.terminal = true;
    machine.environment.put("COLUMNS", "80");
    assertEquals(
        List.of("\u001b[31m! 11:00  Charging Interrupted\u001b[0m"),
        history().out().lines().filter(line -> line.startsWith("\u001b[3")).toList());

    machine.environment.put("NO_COLOR", "1");
    assertFalse(history().out().contains("\u001b["));
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
    aDay();
    machine.environment.put("COLUMNS", "200");

    String out = history(view).out();

    assertTrue(Pattern.compile("(?m)^" + line).matcher(out).find(), out);
  }

  @Test
  void for_a_spreadsheet() throws IOException {
    aDay();

    assertEquals(
        List.of(
            "vin,start,end,battery_from_percent,battery_to_percent,energy_kwh,energy_found,power_kw,"
                + "cost,currency,ending,odometer_km,place",
            VIN
                + ",2026-03-02T08:00:00Z,2026-03-02T10:00:00Z,50.0,70.0,16.00,capacity,8.00,"
                + "4.00,EUR,interrupted,1029.0,"),
        history("charges", "--csv").out().lines().toList());
    List<String> readings = history("--csv").out().lines().toList();
    assertEquals("vin,time,heard,kind,name,value,unit", readings.get(0));
    assertEquals(
        List.of(
            "vin,time,heard,kind,name,value,unit",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T05:00:00Z,2026-03-02T06:00:00Z,reading,lock,SECURED,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T05:00:00Z,2026-03-02T06:00:00Z,reading,moving,false,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T05:00:00Z,2026-03-02T06:00:00Z,reading,odometer,1000.0,km",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T05:00:00Z,2026-03-02T06:00:00Z,reading,stateOfCharge,60.0,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T05:00:00Z,2026-03-02T06:00:00Z,reading,charging,NOT_CHARGING,",
            "WBY1Z4C50EV000123,2026-03-02T06:00:00Z,2026-03-02T06:00:00Z,event,WATCHING,,",
            "" + "WBY1Z4C50EV000123,2026-03-02T06:00:00Z,2026-03-02T06:00:00Z,told,slack,WATCHING,",
            "" + "WBY1Z4C50EV000123,2026-03-02T07:00:00Z,2026-03-02T07:05:00Z,reading,lock,LOCKED,",
            "" + "WBY1Z4C50EV000123,2026-03-02T07:00:00Z,2026-03-02T07:05:00Z,reading,moving,true,",
            "WBY1Z4C50EV000123,2026-03-02T07:05:00Z,2026-03-02T07:05:00Z,event,DRIVING,,",
            "WBY1Z4C50EV000123,2026-03-02T07:05:00Z,2026-03-02T07:05:00Z,told,slack,DRIVING,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T07:41:00Z,2026-03-02T07:45:00Z,reading,lock,SECURED,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T07:40:00Z,2026-03-02T07:45:00Z,reading,moving,false,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T07:40:00Z,2026-03-02T07:45:00Z,reading,odometer,1029.0,km",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T07:40:00Z,2026-03-02T07:45:00Z,reading,stateOfCharge,50.0,",
            "WBY1Z4C50EV000123,2026-03-02T07:45:00Z,2026-03-02T07:45:00Z,event,PARKED,,",
            "WBY1Z4C50EV000123,2026-03-02T07:45:00Z,2026-03-02T07:45:00Z,told,slack,PARKED,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T08:00:00Z,2026-03-02T08:05:00Z,reading,charging,CHARGING,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T08:00:00Z,2026-03-02T08:05:00Z,reading,plug,CONNECTED,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T08:05:00Z,2026-03-02T08:05:00Z,event,CHARGING_STARTED,,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T08:05:00Z,2026-03-02T08:05:00Z,told,slack,CHARGING_STARTED,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T08:58:00Z,2026-03-02T09:00:00Z,reading,stateOfCharge,60.0,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T10:00:00Z,2026-03-02T10:05:00Z,reading,stateOfCharge,70.0,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T10:00:00Z,2026-03-02T10:05:00Z,reading,charging,ENDED,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T10:05:00Z,2026-03-02T10:05:00Z,event,CHARGING_INTERRUPTED,,",
            ""
                + "WBY1Z4C50EV000123,2026-03-02T10:05:00Z,2026-03-02T10:05:00Z,told,slack,CHARGING_INTERRUPTED,"),
        readings);
  }

  @Test
  void for_programs() throws IOException {
    aDay();

    JsonNode day = Json.parse(history("--json").out());

    assertEquals(29, day.path("totals").path("kilometres").asDouble());
    assertEquals("CAPACITY", day.path("charges").path(0).path("found").asText());
    assertEquals(4, day.path("charges").path(0).path("cost").asDouble());
    assertEquals("2026-03-02T07:00:00Z", day.path("drives").path(0).path("start").asText());
    assertEquals(29, Json.parse(history("drives", "--json").out()).path("kilometres").asDouble());
    assertEquals("2026-03", Json.parse(history("months", "--json").out()).path("month").asText());
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
  })
  void a_time_can_be_chosen(String option, String value, boolean driven) throws IOException {
    aDay();

    assertEquals(driven, history(option, value).out().contains("29 km"));
  }

  @ParameterizedTest
  @CsvSource({
    "--day, 2026-13-01, '--day 2026-13-01 is no date: expected one such as 2026-01-31, today or yesterday'",
    "--month, March, '--month March is no month: expected one such as 2026-01, this or last'",
    "--car, Trabant, --car Trabant is none of the cars: My i4",
    "--png, no/such/folder.png, CONFIGS/no/such/folder.png cannot be written: check its folder and its owner",
  })
  void what_cannot_be_is_said(String option, String value, String words) throws IOException {
    aDay();

    Result wrong = history(option, value);

    assertEquals(new Result(2, "", "iremote: " + words + "\n"), machine.plain(wrong));
    assertEquals(2, history("dinners").code());
    assertEquals(2, history("--day", "today", "--month", "this").code());
  }

  @Test
  void without_leave_nothing_is_kept() throws IOException {
    configured("\"history\": false");
    account.watched();

    assertFalse(Files.exists(configs.resolve("history")));
    assertEquals(
        "My i4: nothing is kept of it yet; \"history\" is false in config.json\n", history().out());
  }

  @Test
  void a_page_that_needs_nothing_from_elsewhere() throws Exception {
    aDay();
    machine.config(
        Files.readString(configs.resolve("config.json"))
            .replace("My i4", "i4</script><img src=x onerror=alert(1)> "));

    assertEquals(
        new Result(0, "written: " + configs.resolve("page.html") + "\n", ""),
        history("--html", "page.html"));

    String html = Files.readString(configs.resolve("page.html"));
    assertFalse(html.contains("<img"), "what comes from elsewhere is escaped");
    assertFalse(
        Pattern.compile("<[^>]*(src|href)=").matcher(html.replaceAll("(?s)<script>.*", "")).find());
    String policy = html.replaceFirst("(?s).*Content-Security-Policy\" content=\"(.*?)\".*", "$1");
    assertTrue(policy.startsWith("default-src 'none'; "), policy);
    assertFalse(policy.contains("unsafe"), policy);
    Matcher inline = Pattern.compile("(?s)<(script|style)>(.*?)</\\1>").matcher(html);
    int found = 0;
    for (; inline.find(); found++) {
      byte[] bytes = inline.group(2).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertTrue(policy.contains("sha256-" + Base64.getEncoder().encodeToString(hash)));
    }
    assertEquals(4, found);
    assertFalse(html.replaceAll("(?s)<script>.*", "").contains(" style=\""), "styles are hashed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"day", "charges", "months"})
  void a_picture(String view) throws IOException {
    aDay();

    Result drawn = history(view, "--png", "a.png");

    assertEquals(new Result(0, "written: " + configs.resolve("a.png") + "\n", ""), drawn);
    byte[] png = Files.readAllBytes(configs.resolve("a.png"));
    assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(png, 4));
  }

  @Test
  void deleting_asks_first() throws IOException {
    aDay();

    assertEquals(2, history("--delete").code());
    machine.terminal = true;
    machine.typed = "n\n";
    Result kept = history("--delete");
    assertEquals(
        "Delete the history of My i4 (all that is kept)? [y/N]: Nothing is deleted.\n", kept.out());
    assertEquals(
        """
            My i4 - drives, all that is known
            start             end    time  distance  battery         energy      consumption
            2 Mar 2026 08:00  08:40  0:40     29 km     10 %  about 8.0 kWh  27.6 kWh/100 km
            --------------------------------------------------------------------------------
            1 drive                           29 km     10 %                 27.6 kWh/100 km
            """,
        history("drives").out());

    machine.typed = "y\n";
    assertEquals(0, history("--delete").code());

    Result empty = history("drives");
    assertEquals("My i4: nothing is kept of it yet\n", empty.out());
  }

  @Test
  void a_time_of_it_can_be_deleted() throws IOException {
    aDay();

    assertEquals(
        "", history("--delete", "--from", "2026-03-02", "--to", "2026-03-01", "--yes").out());
    assertEquals("", history("--delete", "--day", "2026-03-01", "--yes").err());
    assertEquals(
        """
            My i4 - drives, all that is known
            start             end    time  distance  battery         energy      consumption
            2 Mar 2026 08:00  08:40  0:40     29 km     10 %  about 8.0 kWh  27.6 kWh/100 km
            --------------------------------------------------------------------------------
            1 drive                           29 km     10 %                 27.6 kWh/100 km
            """,
        history("drives").out());
    assertEquals(0, history("--delete", "--day", "2026-03-02", "--yes").code());

    assertFalse(history("drives").out().contains("29 km"));
  }
}
