package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.iremote.ConnectedDriveCar;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip in {@code config.json}: the line it is on, and what was expected there. */
class JsonMistakeTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine().configured();
  private final Path configs = machine.configs;

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {~"location": true // yes~"distance": "km"} | expected a comma at the end of line 2
          {~"location": true~~/* , */~"distance": "km"} | expected a comma at the end of line 2
          {~"mute": ["LOCKED"~"UNLOCKED"]} | expected a comma at the end of line 2
          {~"location": flase} | expected true, false, a number or a text in quotes for "location" on line 2, not flase
          {~"distance": km} | expected true, false, a number or a text in quotes for "distance" on line 2, not km
          {~location: true} | expected a key in double quotes, not l on line 2
          {~'location': true} | expected a key in double quotes, not ' on line 2
          {~"location" true} | expected a colon after "location", not t on line 2
          {~"distance": "km~} | expected the closing quotes for "distance" on line 2
          {~"mute": ["LOCKED"~ | the file ends before the ] for the [ on line 2
          {~"slack": {~ | the file ends before the } for the { on line 2
          {~"location": true,~"location": false} | "location" is there twice, again on line 3
          {~"location": true]} | a bracket is closed that is not open on line 2
          """)
  void the_line_and_what_was_expected_are_named(String text, String words) {
    machine.config(text.replace("~", "\n"));

    Result result = machine.status();

    assertEquals(
        new Result(2, "", "iremote: CONFIGS/config.json is not valid JSON: " + words + "\n"),
        machine.plain(result));
  }

  @Test
  void a_password_without_its_quotes_is_not_quoted() throws IOException {
    Path config = configs.resolve("config.json");
    machine.config(Files.readString(config).replace("\"password-secret\"", "hunter2"));

    Result result = machine.status();

    assertEquals(
        "iremote: CONFIGS/config.json is not valid JSON: expected true, false, a number or"
            + " a text in quotes for \"password\" on line 4\n",
        machine.plain(result.err()));
    assertFalse(result.err().contains("hunter2"), result.err());
  }

  @Test
  void a_byte_order_mark_is_fine() throws IOException {
    machine.config("\uFEFF" + Files.readString(configs.resolve("config.json")));
    machine.carSays(ConnectedDriveCar.car("i3-rex"));

    assertEquals(0, machine.status().code());
  }

  @Test
  void a_file_in_another_encoding_is_called_so() throws IOException {
    Path config = configs.resolve("config.json");
    String text = Files.readString(config).replace("My i3", "Mein Käfer");
    Files.write(config, text.getBytes(StandardCharsets.ISO_8859_1));

    Result result = machine.status();

    assertEquals(2, result.code());
    assertEquals(
        "iremote: CONFIGS/config.json is not UTF-8 text: save it as UTF-8 in your editor\n",
        machine.plain(result.err()));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "distance": "furlongs"       | distance expected one of km, miles, not "furlongs"
          "location": "yes"            | location expected true or false, not "yes"
          "timeoutSeconds": 0          | timeoutSeconds expected a whole number from 1 to 600, not 0
          "timezone": "Europe/Bärlin"  | timezone expected a name such as Europe/Berlin, not "Europe/Bärlin"
          "mute": "DRIVING"            | mute expected a list [ … ], not "DRIVING"
          """)
  void a_wrong_value_is_quoted(String line, String words) {
    machine.configured(line.trim());

    Result result = machine.status();

    assertEquals(
        new Result(2, "", "iremote: CONFIGS/config.json: " + words + "\n"), machine.plain(result));
  }
}
