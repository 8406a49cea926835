package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.Failure;
import io.github.iremote.config.Config;
import io.github.iremote.config.ConnectedDriveConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample config: filled in it loads, and not filled in it says so. */
class SampleConfigTest {
  @TempDir Path configs;
  private String sample;

  @BeforeEach
  void read() throws IOException {
    sample = Files.readString(Path.of("configs/config.sample.json"));
  }

  private Config load(String text) throws IOException {
    Files.writeString(configs.resolve("config.json"), text);
    return Config.load(configs, Map.of());
  }

  private static String filledIn(String text) {
    return text.replace("\"vin\": \"…\"", "\"vin\": \"WBY1Z4C50EV000123\"").replace("…", "1a2b3c");
  }

  @Test
  void filled_in_it_loads_for_either_api() throws IOException {
    assertEquals("My i3", load(filledIn(sample)).vehicles().get(0).name().orElseThrow());

    String other =
        sample
            .replaceFirst("(?s)\"cardata\": \\{.*?\n  },", "")
            .replaceAll("(?m)^  // (\"connecteddrive\"|  |})", "  $1");
    assertTrue(load(filledIn(other)).api() instanceof ConnectedDriveConfig);
  }

  @Test
  void not_filled_in_it_names_the_first_placeholder() {
    var failure = assertThrows(Failure.BadConfig.class, () -> load(sample));
    assertEquals(
        "cardata.clientId still holds a placeholder: put the real value there",
        failure.getMessage().split("config.json: ")[1]);
  }

  /** Every key the program knows, so that the sample shows them all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cardata",
        "clientId",
        "authServer",
        "apiServer",
        "dailyCalls",
        "extraDescriptors",
        "stream",
        "topic",
        "homeAssistant",
        "caFile",
        "connecteddrive",
        "region",
        "server",
        "authorization",
        "key",
        "secret",
        "username",
        "password",
        "vehicles",
        "vin",
        "name",
        "slack",
        "webhookUrl",
        "channel",
        "icon",
        "distance",
        "timezone",
        "location",
        "mute",
        "quietHours",
        "from",
        "to",
        "thresholds",
        "batteryPercent",
        "fuelPercent",
        "leftOpenMinutes",
        "leftUnlockedMinutes",
        "history",
        "tariff",
        "currency",
        "prices",
        "perKilowattHour",
        "hours",
        "batteryKilowattHours",
        "report",
        "healthcheckUrl",
        "timeoutSeconds",
        "notify",
        "ntfy",
        "url",
        "token",
        "telegram",
        "botToken",
        "chatId",
        "email",
        "webhook",
        "headers",
        "command",
        "events",
        "urgentOnly",
        "cars",
        "language",
        "words",
        "places",
        "latitude",
        "longitude",
        "radiusMetres",
        "reminders",
        "at",
        "days",
        "batteryBelow",
        "place"
      })
  void it_shows_every_key(String key) {
    assertTrue(sample.contains("\"" + key + "\""));
  }

  @Test
  void no_secret_is_in_the_words_a_config_prints_of_itself() throws IOException {
    String words = load(filledIn(sample)).toString();
    for (String secret : List.of("hooks.slack.com", "hc-ping.com")) {
      assertFalse(words.contains(secret), words);
    }
  }
}
