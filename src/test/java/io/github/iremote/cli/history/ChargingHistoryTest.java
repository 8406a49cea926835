package io.github.iremote.cli.history;

import static io.github.iremote.CarDataAccount.CAR;
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
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What BMW's own charging history adds, and what it costs. */
class ChargingHistoryTest {
  private static final String HISTORY = CAR + "/chargingHistory";
  private static final String NOTHING = "{\"data\":[]}";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;

  private static String session(String start, String end, double grid, String more) {
    return """
        {"startTime":%d,"endTime":%d,"displayedStartSoc":50,"displayedSoc":70,
         "energyConsumedFromPowerGridKwh":%s,"mileage":1029,"mileageUnits":"KM",
         "chargingLocation":{"formattedAddress":"Hauptstr. 1, Wien"},
         "chargingBlocks":[{"startTime":%d,"endTime":%d,"averagePowerGridKw":8.6}] %s}"""
        .formatted(
            Telemetry.at(start).getEpochSecond(),
            Telemetry.at(end).getEpochSecond(),
            grid,
            Telemetry.at(start).getEpochSecond(),
            Telemetry.at(end).getEpochSecond(),
            more);
  }

  private static String answer(String... sessions) {
    return "{\"data\":[" + String.join(",", sessions) + "]}";
  }

  private Result history(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "history";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return machine.run(all);
  }

  private JsonNode charge() throws IOException {
    List<String> lines = history("charges", "--json").out().lines().toList();
    assertEquals(1, lines.size(), lines.toString());
    return Json.parse(lines.get(0));
  }

  private void poll(String time, String... says) {
    machine.now = Telemetry.at(time);
    account.says(says);
    assertEquals(0, machine.status("--force", "--quiet").code());
  }

  private long asked() {
    return machine.bmw.asked().stream().filter(line -> line.contains(HISTORY)).count();
  }

  /** A charge of 20 % from 08:00 to 10:00, seen by polls. */
  private void charged() {
    String level = "drivetrain.batteryManagement.header = ";
    String state = "drivetrain.electricEngine.charging.status = ";
    account.loggedIn();
    poll("07:00", level + "50 @ 06:00", state + "NOCHARGING @ 06:00");
    poll("08:05", state + "CHARGINGACTIVE @ 08:00");
    poll("10:05", level + "70 @ 10:00", state + "CHARGINGENDED @ 10:00");
  }

  @Test
  void after_a_charge_one_spare_call_brings_what_the_meter_counts() throws IOException {
    charged();
    machine.bmw.answer(HISTORY, 200, answer(session("07:58", "10:01", 17.6, "")));
    assertEquals(0, asked(), "not at once: BMW has not yet written it down");

    machine.now = Telemetry.at("11:00");
    machine.status("--quiet");

    assertEquals(1, asked());
    assertEquals(17.6, charge().path("kilowattHours").asDouble());
    assertEquals("GRID", charge().path("found").asText());
    assertEquals("INTERRUPTED", charge().path("ending").asText(), "that only the car tells");
    assertFalse(Files.readString(sessions()).contains("Hauptstr"), "no place without leave");

    machine.now = Telemetry.at("19:00");
    machine.status("--quiet");
    assertEquals(0, asked(), "once is enough");
  }

  private Path sessions() {
    return configs.resolve("history/" + OwnersMachine.VIN + "-2026-03.charges.jsonl");
  }

  @Test
  void a_history_that_is_not_to_be_had_troubles_nobody_and_is_given_up() {
    charged();
    machine.bmw.answer(HISTORY, 500, "{}");
    machine.posted();
    long asked = 0;
    for (int hour = 11; hour < 72; hour++) {
      machine.now = Telemetry.at("00:00").plus(Duration.ofHours(hour));
      assertEquals("", machine.status("--quiet").err());
      asked += asked();
    }
    assertEquals(3, asked);
    assertEquals(List.of(), machine.posted());
  }

  @Test
  void a_call_is_spared_where_polls_use_all_that_they_may() {
    charged();
    for (int minute = 10; minute < 50; minute++) {
      machine.now = Telemetry.at("10:" + minute);
      machine.status("--quiet", "--force");
    }
    machine.bmw.asked();

    machine.now = Telemetry.at("11:00");
    machine.status("--quiet");

    assertEquals(1, asked());
  }

  @Test
  void a_page_that_leads_to_itself_is_one_call() {
    charged();
    machine.bmw.answer(HISTORY, 200, "{\"data\":[],\"next_token\":\"again\"}");

    machine.now = Telemetry.at("11:00");
    machine.status("--quiet");

    assertEquals(1, asked());
  }

  @Test
  void fetching_says_what_it_costs_and_goes_back_until_there_is_no_more() throws IOException {
    account.loggedIn();
    machine.bmw.answer(HISTORY, 200, answer(session("08:00", "10:00", 17.6, "")));
    machine.bmw.then(HISTORY, 200, NOTHING);
    machine.bmw.then(HISTORY, 200, NOTHING);
    machine.now = Instant.parse("2026-03-20T10:00:00Z");

    assertEquals(2, history("--fetch").code(), "it costs calls: nobody is there to agree");
    Result fetched = history("--fetch", "--yes");

    assertEquals(0, fetched.code(), fetched.err());
    assertEquals(
        """
            This takes up to 17 of BMW's 50 calls a day; 25 can be spared today, the others are \
            for the polls.
            My i4: BMW has 1 charges, 1 are new
            """,
        fetched.out());
    assertEquals(3, asked());
    assertEquals(17.6, charge().path("kilowattHours").asDouble());
  }

  @Test
  void fetching_leaves_half_of_the_day_to_the_polls_and_goes_on_where_it_stopped() {
    machine.config(
        Json.line(machine.config()).replace("\"cardata\":{", "\"cardata\":{\"dailyCalls\":20,"));
    account.loggedIn();
    machine.bmw.answer(HISTORY, 200, answer(session("08:00", "10:00", 17.6, "")));
    machine.now = Instant.parse("2026-03-20T10:00:00Z");
    List<String> first = windows();
    assertEquals(10, first.size());

    machine.now = Instant.parse("2026-03-21T11:00:00Z");
    List<String> second = windows();
    machine.now = Instant.parse("2026-03-22T12:00:00Z");
    windows();

    assertEquals(8, second.size());
    assertTrue(second.get(0).contains("from=2026-03-1"), "what was new since: " + second);
    String oldest = first.get(9).replaceAll(".*from=(.*)&to.*", "$1");
    assertTrue(second.get(1).endsWith("&to=" + oldest), "where it stopped: " + second);
    assertEquals(List.of(), windows(), "all that BMW has is here");
  }

  /** Of what times one run of it asks BMW. */
  private List<String> windows() {
    machine.bmw.asked();
    history("--fetch", "--yes");
    return machine.bmw.asked().stream().filter(line -> line.contains(HISTORY)).toList();
  }

  @Test
  void every_page_is_read() throws IOException {
    account.loggedIn();
    String first = session("01:00", "02:00", 5, "");
    machine.bmw.answer(HISTORY, 200, "{\"data\":[" + first + "],\"next_token\":\"a b\"}");
    machine.bmw.then(HISTORY, 200, answer(session("08:00", "10:00", 17.6, "")));
    machine.bmw.then(HISTORY, 200, NOTHING);
    machine.now = Instant.parse("2026-03-20T10:00:00Z");

    history("--fetch", "--yes");

    assertTrue(machine.bmw.asked().stream().anyMatch(line -> line.endsWith("&nextToken=a+b")));
    assertEquals(2, history("charges", "--json").out().lines().count());
  }

  @Test
  void the_archive_of_the_portal_is_read_once_however_often() throws IOException {
    String list =
        "["
            + session("08:00", "10:00", 17.6, ", \"energyIncreaseHvbKwh\": 16.1")
            + ",{\"startTime\":1,\"nonsense\":[]},"
            + session("12:00", "13:00", 4, "")
            + "]";
    Files.writeString(configs.resolve("list.json"), list);
    try (OutputStream out = Files.newOutputStream(configs.resolve("archive.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("Vehicle/other.json", "Vehicle/Charging.json", "picture.png")) {
        zip.putNextEntry(new ZipEntry(name));
        String text = name.contains("Charging") ? list : "{";
        zip.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    machine.now = Instant.parse("2026-03-20T10:00:00Z");

    assertEquals("My i4: 2 of 2 charges are new\n", history("--import", "list.json").out());
    assertEquals(
        "My i4: 0 of 2 charges are new, the others were known\n",
        history("--import", "archive.zip").out());
    assertEquals(2, history("charges", "--json").out().lines().count());
    assertEquals(
        """
            My i4 - months, all that is known
            month    charges   charged
            2026-03        2  21.6 kWh
            --------------------------
            in all         2  21.6 kWh
            """,
        history("months").out());
    assertEquals(2, history("--import", "nothing.json").code());
  }

  @ParameterizedTest
  @CsvSource({
    "17.6, 15.5, 120, 17.6, GRID",
    "null, 15.5, 120, 15.5, BATTERY",
    "null, null, 120, 22, POWER",
    "null, null, 90, 16, CAPACITY",
  })
  void the_energy_is_the_best_that_is_to_be_had_and_says_which(
      String grid, String battery, int minutes, double energy, String found) throws IOException {
    ofEightyKilowattHours();
    long start = Telemetry.at("08:00").getEpochSecond();
    Files.writeString(
        configs.resolve("list.json"),
        """
        [{"startTime":%d, "endTime":%d, "displayedStartSoc":40, "displayedSoc":60,
          "energyConsumedFromPowerGridKwh":%s, "energyIncreaseHvbKwh":%s,
          "chargingBlocks":[{"startTime":%d, "endTime":%d, "averagePowerGridKw":11}]}]"""
            .formatted(start, start + 7200, grid, battery, start, start + minutes * 60));
    machine.now = Instant.parse("2026-03-20T10:00:00Z");

    history("--import", "list.json");

    assertEquals(energy, charge().path("kilowattHours").asDouble());
    assertEquals(found, charge().path("found").asText());
    JsonNode month = Json.parse(history("months", "--json").out());
    assertEquals(energy, month.path(found.toLowerCase(Locale.ROOT) + "KilowattHours").asDouble());
  }

  @Test
  void what_the_battery_took_by_bmws_word_is_better_than_what_the_car_lets_reckon()
      throws IOException {
    ofEightyKilowattHours();
    charged();
    assertEquals("CAPACITY", charge().path("found").asText());
    Files.writeString(
        configs.resolve("list.json"),
        "[" + session("07:58", "10:01", 0, ",\"energyIncreaseHvbKwh\":15.5") + "]");

    history("--import", "list.json");

    assertEquals(15.5, charge().path("kilowattHours").asDouble());
    assertEquals("BATTERY", charge().path("found").asText());
  }

  private void ofEightyKilowattHours() {
    machine.config(
        Json.line(machine.config())
            .replace("\"name\":\"My i4\"", "\"name\":\"My i4\",\"batteryKilowattHours\":80"));
  }

  @Test
  void a_charge_at_a_time_that_no_clock_shows_is_left_out() throws IOException {
    String beyond = "{\"startTime\":%1$s,\"endTime\":%1$s}";
    Files.writeString(
        configs.resolve("list.json"),
        "["
            + String.join(
                ",",
                beyond.formatted("99999999999999999"),
                beyond.formatted("1e300"),
                beyond.formatted("253370764801000"),
                session("08:00", "10:00", 17.6, ""))
            + "]");

    assertEquals("My i4: 1 of 1 charges are new\n", history("--import", "list.json").out());
    try (Stream<Path> files = Files.list(configs.resolve("history"))) {
      assertEquals(List.of(sessions()), files.toList());
    }
  }

  @Test
  void a_list_of_years_is_read_and_so_is_an_archive_by_another_name() throws IOException {
    String block = "{\"startTime\":1770000000,\"endTime\":1770000060,\"averagePowerGridKw\":11}";
    String blocks = String.join(",", Collections.nCopies(200, block));
    StringBuilder list = new StringBuilder("{\"chargingSessions\":[");
    for (int day = 0; day < 200; day++) {
      long start = 1_740_000_000L + 86_400L * day;
      list.append(day == 0 ? "" : ",").append("{\"startTime\":").append(start);
      list.append(",\"endTime\":").append(start + 3600).append(",\"chargingBlocks\":[");
      list.append(blocks).append("]}");
    }
    list.append("]}");
    Files.writeString(configs.resolve("list.json"), list, StandardCharsets.UTF_16LE);
    try (OutputStream out = Files.newOutputStream(configs.resolve("download"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("Charging.JSON"));
      zip.write(list.toString().getBytes(StandardCharsets.UTF_8));
    }

    assertEquals("My i4: 200 of 200 charges are new\n", history("--import", "list.json").out());
    assertEquals(
        "My i4: 0 of 200 charges are new, the others were known\n",
        history("--import", "download").out());
  }

  @ParameterizedTest
  @CsvSource({
    "Straße, ISO-8859-1, not valid JSON at line 1",
    "'', UTF-8, holds no list of charges",
    "'[{\"startTime\":17', UTF-8, not valid JSON at line 1"
  })
  void a_file_that_is_no_list_is_named(String text, String charset, String why) throws IOException {
    Files.writeString(configs.resolve("list.json"), text, Charset.forName(charset));

    Result result = history("--import", "list.json");

    assertEquals(2, result.code());
    assertTrue(result.err().contains(why), result.err());
  }
}
