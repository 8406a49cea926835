package io.github.iremote.cli.history;

import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.bmw.cardata.telematics.Telemetry;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code history} writes for other programs: tables, JSON, a page, pictures. */
class HistoryExportTest {
  @RegisterExtension final RecordedDay recorded = new RecordedDay();
  private final OwnersMachine machine = recorded.machine;
  private final Path configs = machine.configs;

  @Test
  void for_a_spreadsheet() throws IOException {
    recorded.aDay();

    assertEquals(
        List.of(
            "vin,start,end,battery_from_percent,battery_to_percent,energy_kwh,energy_found,power_kw,"
                + "cost,currency,ending,odometer_km,place",
            VIN
                + ",2026-03-02T08:00:00Z,2026-03-02T10:00:00Z,50.0,70.0,16.00,capacity,8.00,"
                + "4.00,EUR,interrupted,1029.0,"),
        recorded.history("charges", "--csv").out().lines().toList());
    List<String> readings = recorded.history("--csv").out().lines().toList();
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
            "WBY1Z4C50EV000123,2026-03-02T06:00:00Z,2026-03-02T06:00:00Z,event,WATCHING,locked,",
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
            "WBY1Z4C50EV000123,2026-03-02T07:45:00Z,2026-03-02T07:45:00Z,event,PARKED,locked,",
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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readings_in_words_that_a_spreadsheet_can_use(boolean location) throws IOException {
    recorded.configured("\"location\": " + location);
    machine.now = Telemetry.at("12:00");
    Files.createDirectory(configs.resolve("history"));
    String told =
        """
        "signal":"checkControl","value":[{"id":"a","text":"Oil low"},{"id":"b","text":"Key"}]
        "signal":"service","value":[{"id":"c","text":"Brakes","state":"PENDING","date":"2027-01"}]
        "signal":"position","latitude":48.125,"longitude":-11.5
        "key":"vehicle.trip.longitude","value":"11.5"
        "event":{"name":"OPENED","items":[{"part":"TRUNK"},{"part":"SUNROOF"}]}
        "event":{"name":"TYRE_PRESSURE","items":[{"tyre":"FRONT_LEFT","missingKilopascals":35}]}
        "event":{"name":"DRIVING"}
        "session":{"start":"2026-03-02T06:00:00Z","end":"2026-03-02T07:00:00Z","gridEnergy":9.1}
        "session":{"start":"2026-03-02T08:00:00Z","end":"2026-03-02T09:00:00Z","place":"Ring 1"}
        """;
    StringBuilder lines = new StringBuilder();
    for (String line : told.lines().toList()) {
      String at = line.contains("signal") ? "\"at\":\"2026-03-02T09:00:00Z\"," : "";
      lines.append("{\"heard\":\"2026-03-02T09:00:00Z\",\"id\":\"" + lines.length() + "\",");
      lines.append(at).append(line).append("}\n");
    }
    Files.writeString(configs.resolve("history/" + VIN + "-2026-03.jsonl"), lines);

    List<String> expected =
        """
            reading,checkControl,Oil low; Key,
            reading,service,Brakes pending (2027-01),
            reading,position,48.125 -11.5,
            raw,vehicle.trip.longitude,11.5,
            event,OPENED,trunk; sunroof,
            event,TYRE_PRESSURE,front left 35 kPa under target,
            event,DRIVING,,
            session,gridEnergy,9.1,kWh
            session,start,2026-03-02T08:00:00Z,
            """
            .lines()
            .filter(line -> location || !line.matches(".*(position|longitude).*"))
            .toList();
    assertEquals(
        expected,
        recorded
            .history("--csv")
            .out()
            .lines()
            .skip(1)
            .map(line -> line.split(",", 4)[3])
            .toList());
  }

  @Test
  void where_the_car_was_is_no_longer_shown_when_the_leave_is_gone() throws IOException {
    recorded.configured("\"location\": true");
    machine.now = Telemetry.at("12:00");
    Files.createDirectory(configs.resolve("history"));
    String heard = "{\"heard\":\"2026-03-02T09:00:00Z\",\"id\":\"a\",";
    Files.writeString(
        configs.resolve("history/" + VIN + "-2026-03.jsonl"),
        heard + "\"event\":{\"name\":\"ARRIVED\",\"items\":[{\"place\":\"Hideout\"}]}}\n");
    Files.writeString(
        configs.resolve("history/" + VIN + "-2026-03.charges.jsonl"),
        heard
            + "\"session\":{\"start\":\"2026-03-02T06:00:00Z\",\"end\":\"2026-03-02T07:00:00Z\","
            + "\"gridEnergy\":9.1,\"place\":\"Hideout\"}}\n");
    List<String> ways =
        List.of("", "--csv", "--json", "charges", "charges --csv", "charges --json");

    assertEquals(ways, ways.stream().filter(way -> shows(way).contains("Hideout")).toList());
    String page = page();
    assertTrue(page.contains("Hideout"), page);

    String config = Files.readString(configs.resolve("config.json"));
    machine.config(config.replace("\"location\": true", "\"location\": false"));

    assertEquals(List.of(), ways.stream().filter(way -> shows(way).contains("Hideout")).toList());
    assertFalse(page().contains("Hideout"));
    assertTrue(shows("").contains("10:00  Arrived"), shows(""));
  }

  private String shows(String way) {
    machine.environment.put("COLUMNS", "200");
    return recorded.history(way.isEmpty() ? new String[0] : way.split(" ")).out();
  }

  private String page() throws IOException {
    recorded.history("--html", "page.html");
    return Files.readString(configs.resolve("page.html"));
  }

  @Test
  void for_programs() throws IOException {
    recorded.aDay();

    JsonNode day = Json.parse(recorded.history("--json").out());

    assertEquals(29, day.path("totals").path("kilometres").asDouble());
    assertEquals("CAPACITY", day.path("charges").path(0).path("found").asText());
    assertEquals(4, day.path("charges").path(0).path("cost").asDouble());
    assertEquals("2026-03-02T07:00:00Z", day.path("drives").path(0).path("start").asText());
    assertEquals(
        29, Json.parse(recorded.history("drives", "--json").out()).path("kilometres").asDouble());
    assertEquals(
        "2026-03", Json.parse(recorded.history("months", "--json").out()).path("month").asText());
  }

  @Test
  void figures_for_programs_have_no_digits_of_the_reckoning() throws IOException {
    recorded.aDay();
    String config = Files.readString(configs.resolve("config.json"));
    machine.config(
        config.replace("\"batteryKilowattHours\": 80", "\"batteryKilowattHours\": 70.02"));

    JsonNode charge = Json.parse(recorded.history("charges", "--json").out());

    assertEquals("14.004", charge.path("kilowattHours").asText());
  }

  @Test
  void a_page_that_needs_nothing_from_elsewhere() throws Exception {
    recorded.aDay();
    machine.config(
        Files.readString(configs.resolve("config.json"))
            .replace("My i4", "i4</script><img src=x onerror=alert(1)> "));

    assertEquals(
        new Result(0, "written: " + configs.resolve("page.html") + "\n", ""),
        recorded.history("--html", "page.html"));

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
    recorded.aDay();

    Result drawn = recorded.history(view, "--png", "a.png");

    assertEquals(new Result(0, "written: " + configs.resolve("a.png") + "\n", ""), drawn);
    byte[] png = Files.readAllBytes(configs.resolve("a.png"));
    assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(png, 4));
  }

  @Test
  void of_many_damaged_lines_one_is_named() throws IOException {
    recorded.aDay();
    Path file = machine.configs.resolve("history/" + VIN + "-2026-03.jsonl");
    Files.writeString(file, "{\n".repeat(50), StandardOpenOption.APPEND);

    String words = recorded.history("--csv", "--day", "2026-03-02").err();

    assertEquals(2, words.lines().count(), words);
    assertTrue(words.contains("and 49 more lines of this file"), words);
  }
}
