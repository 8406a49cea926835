package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.ConnectedDriveCar;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A config that cannot be used: exit 2, one line naming file, key and what is expected. */
class BadConfigTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine().configured();
  private final Path configs = machine.configs;

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "distance": "yards"              | distance                    | expected one of km, miles, not "yards"
          "distance": 5                    | distance                    | expected a text in quotes
          "distanse": "km"                 | distanse                    | is not a key iRemote knows; did you mean distance?
          "zzzzzz": 1                      | zzzzzz                      | is not a key iRemote knows; expected one of cardata, connecteddrive, vehicles, slack, distance, timezone, location, mute, quietHours, thresholds, history, tariff, report, homeAssistant, healthcheckUrl, timeoutSeconds, notify, language, words, places, reminders
          "location": "yes"                | location                    | expected true or false, not "yes"
          "timezone": "Europe/Bärlin"      | timezone                    | expected a name such as Europe/Berlin, not "Europe/Bärlin"
          "mute": "DRIVING"                | mute                        | expected a list [ … ], not "DRIVING"
          "mute": ["DRIVNG"]               | mute                        | expected names of events; "DRIVNG" is none, did you mean DRIVING?
          "quietHours": {"from": "22:00"}  | quietHours.to               | is missing
          "quietHours": {"from": "22:00", "to": "22:00"} | quietHours.to | expected another time than from
          "quietHours": {"from": "10 pm", "to": "07:00"} | quietHours.from | expected a time of day such as 22:00, not "10 pm"
          "thresholds": {"batteryPercent": 101} | thresholds.batteryPercent | expected a whole number from 0 to 100, not 101
          "thresholds": {"batteryPercent": 20.5} | thresholds.batteryPercent | expected a whole number from 0 to 100, not 20.5
          "thresholds": {"batteryprocent": 20} | thresholds.batteryprocent | is not a key iRemote knows; did you mean batteryPercent?
          "thresholds": []                 | thresholds                  | expected an object { … }
          "healthcheckUrl": "hc-ping.com/1" | healthcheckUrl             | expected an address that begins with https:// (http:// only for this machine)
          "healthcheckUrl": "http://hc-ping.com/1" | healthcheckUrl      | expected an address that begins with https:// (http:// only for this machine)
          "history": "yes"                 | history                     | expected true or false, not "yes"
          "report": "daily"                | report                      | expected one of monthly, weekly, not "daily"
          "tariff": {"prices": [{"perKilowattHour": 0.3}]} | tariff.currency | is missing
          "tariff": {"currency": "EUR"}    | tariff.prices               | expected at least one price
          "tariff": {"currency": "EUR", "prices": [{}]} | tariff.prices[0].perKilowattHour | is missing
          "tariff": {"currency": "EUR", "prices": [{"perKilowattHour": -1}]} | tariff.prices[0].perKilowattHour | expected a number
          "tariff": {"currency": "EUR", "prices": [{"perKilowattHour": 1, "from": "May"}]} | tariff.prices[0].from | expected a date such as 2026-01-31
          "tariff": {"currency": "EUR", "prices": [{"perKilowattHour": 1, "hours": "22"}]} | tariff.prices[0].hours | expected hours of the day such as 22:00-06:00
          "timeoutSeconds": 0              | timeoutSeconds              | expected a whole number from 1 to 600, not 0
          "cardata": {"clientId": "11111111-2222-3333-4444-555555555555"} | cardata | or connecteddrive: expected exactly one of the two
          "timezone": "${IREMOTE_NOWHERE}" | timezone                    | refers to ${IREMOTE_NOWHERE}, which is not set
          "timezone": "${file:/nowhere}"   | timezone                    | refers to /nowhere, which cannot be read
          "timezone": "<your zone>"        | timezone                    | still holds a placeholder: put the real value there
          """)
  void a_wrong_top_level_key_is_named(String line, String key, String expected) {
    machine.configured(line.trim());
    refused(key, expected);
  }

  @ParameterizedTest(name = "{0} becomes {1} -> {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WBY1Z4C50EV000123     | WBY1Z4C50EV00012 | vehicles[0].vin          | expected the 17 letters and digits of a vehicle identification number, not 16
          WBY1Z4C50EV000123     | WBY1Z4C50EVO00123 | vehicles[0].vin         | expected a vehicle identification number, which has no letter I, O or Q: read it as 1 or 0
          WBY1Z4C50EV000123     | WBYIZ4C50EV000123 | vehicles[0].vin         | expected a vehicle identification number, which has no letter I, O or Q: read it as 1 or 0
          WBY1Z4C50EV000123     | WBY1Z4C50EV00012Ü | vehicles[0].vin         | expected the 17 letters and digits of a vehicle identification number
          "name"                | "nmae"           | vehicles[0].nmae         | is not a key iRemote knows; did you mean name?
          "key-secret"          | "…"              | connecteddrive.key       | still holds a placeholder: put the real value there
          "password-secret"     | ""               | connecteddrive.password  | is empty
          "password-secret"     | "YOUR PASSWORD"  | connecteddrive.password  | still holds a placeholder: put the real value there
          "secret": "client-secret", | ''          | connecteddrive.secret    | is missing
          "key":                | "authorization": "Basic abc", "key": | connecteddrive.authorization | expected, as "Basic …"; or key and secret in its place
          "server":             | "region": "EU", "server": | connecteddrive.region | expected one of CN, ROW, US, not "EU"
          "webhookUrl":         | "webhook":       | slack.webhook            | is not a key iRemote knows; did you mean webhookUrl?
          /services/T0/B0/hook-secret | /services/XXX | slack.webhookUrl       | still holds a placeholder: put the real value there
          """)
  void a_wrong_inner_key_is_named(String part, String replacement, String key, String expected)
      throws IOException {
    machine.config(Files.readString(configs.resolve("config.json")).replace(part, replacement));
    refused(key, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<your key>",
        "<>",
        "your-key",
        "Your_key",
        "xxxx",
        "XXXXXXXX",
        "ChangeMe",
        "change-me",
        "replace_me",
        "abc…",
        "00000000-0000-0000-0000-000000000000",
        "https://hooks.slack.com/services/T00000000/B00000000/X",
        "https://hooks.slack.com/services/your/webhook",
      })
  void a_value_that_was_never_filled_in_is_named(String value) throws IOException {
    machine.config(Files.readString(configs.resolve("config.json")).replace("key-secret", value));
    refused("connecteddrive.key", "still holds a placeholder: put the real value there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xxx", "yourkey", "<", "please-change-me", "x1xx", "/services/T0/xxx"})
  void a_value_that_only_looks_like_one_is_taken(String value) throws IOException {
    machine.config(Files.readString(configs.resolve("config.json")).replace("key-secret", value));
    machine.status();
    assertNotEquals(List.of(), machine.bmw.asked());
  }

  private void refused(String key, String expected) {
    Map<String, String> files = machine.files();
    String failure = "iremote: CONFIGS/config.json: " + key + " " + expected + "\n";
    assertEquals(new Result(2, "", failure), machine.plain(machine.status()));
    assertEquals(files, machine.files());
    assertEquals(List.of(), machine.bmw.asked());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~                   | config.json is empty, not JSON
          {                    | config.json is not valid JSON: the file ends before the } for the { on line 1
          []                   | config.json is not a JSON object { … }
          {} {}                | config.json is not valid JSON: more follows after its end
          {"location": true, "location": false} | config.json is not valid JSON: "location" is there twice, again on line 1
          {}                   | config.json: cardata or connecteddrive: expected exactly one of the two
          """)
  void a_file_that_is_no_config_is_named(String text, String expected) {
    machine.config(text);
    assertEquals(
        new Result(2, "", "iremote: CONFIGS/" + expected + "\n"), machine.plain(machine.status()));
  }

  @Test
  void a_missing_file_or_directory_is_named_with_what_to_do() throws IOException {
    Files.delete(configs.resolve("config.json"));
    Result noFile = machine.status();
    assertEquals(2, noFile.code());
    assertEquals(
        "iremote: CONFIGS/config.json does not exist: run iremote setup\n",
        machine.plain(noFile.err()));

    Result noDirectory = machine.runAsTyped("status", "--configs", "nowhere");
    assertEquals(2, noDirectory.code());
    assertEquals("iremote: --configs nowhere is not a directory\n", noDirectory.err());
  }

  @Test
  void comments_trailing_commas_and_references_are_accepted() throws IOException {
    machine.environment.put("IREMOTE_PASSWORD", "password-secret");
    Files.writeString(configs.resolve("key"), "key-secret\nmore\n");
    String plain = Files.readString(configs.resolve("config.json"));
    machine.config(
        "// mine\n/* all mine */\n"
            + plain
                .replace("\"password-secret\"", "\"${IREMOTE_PASSWORD}\",")
                .replace("\"key-secret\"", "\"${file:" + configs.resolve("key") + "}\""));
    machine.carSays(ConnectedDriveCar.car("i3-rex"));

    Result result = machine.status();

    assertEquals(0, result.code(), result.err());
    assertEquals(
        "grant_type=password&username=owner%40example.com&password=password-secret&scope=remote_services+vehicle_data",
        machine.bmw.bodies().get(0));
  }

  @Test
  void without_slack_only_a_dry_run_works() throws IOException {
    String plain = Files.readString(configs.resolve("config.json"));
    machine.config(plain.replaceAll("\"slack\".*", ""));
    machine.carSays(ConnectedDriveCar.car("i3-rex"));

    assertEquals(0, machine.status("--dry-run").code());
    Result result = machine.status();
    assertEquals(2, result.code());
    assertEquals(
        "iremote: CONFIGS/config.json: slack.webhookUrl is missing, and notify; without a"
            + " place for messages only --dry-run works\n",
        machine.plain(result.err()));
  }

  @Test
  void a_wrong_command_line_is_explained_with_exit_code_2() {
    for (List<String> args :
        List.of(List.of("stats"), List.of("status", "--quite"), List.of("status", "--car"))) {
      Result result = machine.runAsTyped(args.toArray(String[]::new));
      assertEquals(2, result.code());
      assertTrue(result.err().startsWith("iremote: "), result.err());
    }
    Result bare = machine.runAsTyped();
    assertEquals(2, bare.code());
    assertTrue(bare.err().startsWith("Usage: iremote "), bare.err());
  }
}
