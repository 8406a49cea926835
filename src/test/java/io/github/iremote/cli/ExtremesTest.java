package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.bmw.cardata.telematics.Telemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, times and answers beyond all that is sensible: none of them is a bug. */
class ExtremesTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine().configured();
  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private static final String EVENT = "event-" + VIN + ".json";
  private static final String LAST = "+1000000000-12-31T23:59:59.999999999Z";
  private static final String FIRST = "-1000000000-01-01T00:00:00Z";

  private static void noBug(Result result) {
    assertFalse(result.code() == 1 || result.err().contains("a bug"), result.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {EVENT, "token.json"})
  void a_file_of_20_mb_is_set_aside(String file) throws IOException {
    machine.carSays(car("i3-rex"));
    assertEquals(0, machine.status().code());
    String text = Files.readString(machine.configs.resolve(file));
    machine.write(file, text.replaceFirst("\\{", "{\"x\": \"" + "y".repeat(20 << 20) + "\","));

    Result result = machine.status();

    assertEquals(0, result.code(), result.err());
    String name = file.replace(VIN, "…000123");
    String how = file.equals(EVENT) ? "unusable" : "damaged";
    assertEquals(
        "WARN CONFIGS/%1$s is %2$s (it is larger than 4 MB); kept as CONFIGS/%1$s.corrupt-1520840400\n"
            .formatted(name, how),
        machine.plain(result.err()));
    assertTrue(Files.exists(machine.configs.resolve(file + ".corrupt-1520840400")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[],", "{},", "1,"})
  void a_file_of_countless_values_is_set_aside(String value) throws IOException {
    machine.carSays(car("i3-rex"));
    machine.write(EVENT, "{\"version\": [" + value.repeat(1_000_000) + "0]}");

    Result result = machine.status();

    assertEquals(0, result.code(), result.err());
    assertEquals(
        "WARN CONFIGS/event-…000123.json is unusable (not valid JSON); kept as"
            + " CONFIGS/event-…000123.json.corrupt-1520840400\n",
        machine.plain(result.err()));
  }

  @Test
  void a_text_of_a_megabyte_is_cut_and_the_rest_is_told() throws IOException {
    machine.carSays(car("i3-rex", "checkControlMessages", messages(lengthy(1_000_000), 1)));

    Result result = machine.status();

    assertEquals(0, result.code(), result.err());
    assertTrue(
        Files.size(machine.configs.resolve(EVENT)) < 50_000,
        "" + Files.size(machine.configs.resolve(EVENT)));
    assertEquals(1, machine.posted().size());
  }

  @Test
  void ten_thousand_messages_do_not_cost_the_file() throws IOException {
    machine.carSays(car("i3-rex", "checkControlMessages", messages("Oil", 10_000)));

    Result result = machine.status();

    assertEquals(0, result.code(), result.err());
    assertTrue(Files.size(machine.configs.resolve(EVENT)) < 500_000);
  }

  @Test
  void values_of_a_megabyte_in_every_key_do_not_cost_the_file() throws IOException {
    account.watched();
    List<String> entries = new ArrayList<>(List.of("cabin.door.lock.status = UNLOCKED @ 10:01"));
    for (String key : List.of("cabin.door.status", "body.trunk.isOpen", "body.hood.isOpen")) {
      entries.add(key + " = " + lengthy(90_000) + " @ 10:01");
    }
    entries.add(
        "status.checkControlMessages = [{\"id\":\"1\",\"text\":\"%s\"}] @ 10:01"
            .formatted(lengthy(90_000)));
    account.later(Duration.ofHours(1)).says(entries.toArray(String[]::new));

    Result result = account.machine.status("--force");

    assertEquals(0, result.code(), result.err());
    assertTrue(Files.size(account.machine.configs.resolve(EVENT)) < 50_000);
    assertEquals(
        "[{\"text\":\"*My i4*: Car Left Unlocked · 60 % · 240"
            + " km\",\"attachments\":[{\"color\":\"#e01e5a\",\"fallback\":\"My i4: Car Left"
            + " Unlocked · 60 % · 240 km\",\"fields\":[{\"title\":\"Update"
            + " Event\",\"value\":\"Car Left"
            + " Unlocked\",\"short\":true},{\"title\":\"Changes\",\"value\":\"since"
            + " 11:01\\nCheck Control Message: yy…\\nCar"
            + " Unlocked\",\"short\":false},{\"title\":\"Electric Range\",\"value\":\"240 km"
            + " : 60%\",\"short\":true}],TS}]}]",
        account
            .machine
            .posted()
            .toString()
            .replaceAll("y{2,}", "yy")
            .replaceAll("\"ts\":\\d+", "TS"));
  }

  private static String lengthy(int letters) {
    return "y".repeat(letters);
  }

  private static String messages(String text, int count) {
    List<String> messages = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      messages.add("{\"ccmId\": %d, \"ccmDescriptionShort\": \"%s\"}".formatted(id, text));
    }
    return messages.toString();
  }

  @Test
  void a_path_that_java_cannot_spell_is_exit_2() {
    for (String command : List.of("status", "check", "vehicles")) {
      Result result = machine.runAsTyped(command, "--configs", "a\0b");

      String failure = "a path has letters that this locale does not know (ab); set LC_ALL=C.UTF-8";
      if (command.equals("check")) {
        assertEquals(List.of("!!  directory   " + failure), result.about("directory"));
      } else {
        assertEquals("iremote: " + failure + "\n", result.err());
      }
      assertEquals(2, result.code(), result.toString());
    }
  }

  @Test
  void a_config_of_20_mb_is_exit_2() {
    machine.write("config.json", "{\"x\": \"" + "y".repeat(20 << 20) + "\"}");

    assertEquals(2, machine.status().code());
  }

  @Test
  void two_files_damaged_in_one_second_are_both_kept() {
    machine.carSays(car("i3-rex"));
    machine.write(EVENT, "first");
    machine.status();
    machine.write(EVENT, "second");
    machine.status();

    String aside = EVENT + ".corrupt-1520840400";
    assertTrue(machine.files().get(aside).endsWith(" first"));
    assertTrue(machine.files().get(aside + "-2").endsWith(" second"));
  }

  @ParameterizedTest
  @ValueSource(strings = {LAST, FIRST, "+999999999-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
  void a_saved_time_beyond_all_clocks_is_a_damaged_file(String time) throws IOException {
    account.watched();
    OwnersMachine machine = account.machine;
    for (String file : List.of(EVENT, "token.json", "run.json")) {
      String text = Files.readString(account.machine.configs.resolve(file));
      machine.write(file, text.replaceAll("\"\\d{4}-\\d\\d-\\d\\dT[^\"]*Z\"", "\"" + time + "\""));
      Result result = machine.status("--force", "--json");
      noBug(result);
      account.later(Duration.ofHours(1));
      noBug(machine.status());
      noBug(machine.run("check"));
      machine.write(
          "token.json",
          CarDataAccount.token(1)
              .replace("access_token", "accessToken")
              .replace("refresh_token", "refreshToken")
              .replace("{\"gcid\"", "{\"expiresAt\":\"2026-03-03T10:00:00Z\",\"gcid\""));
      machine.status("--force");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {LAST, FIRST, "+999999999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"})
  void a_time_of_bmw_beyond_all_clocks_is_no_time(String time) {
    account.loggedIn();
    for (int poll = 0; poll < 3; poll++) {
      account.machine.bmw.answer(
          CarDataAccount.DATA,
          200,
          Telemetry.answer(
                  "cabin.door.lock.status = " + (poll == 1 ? "UNLOCKED" : "SECURED") + " @ 09:00",
                  "isMoving = true @ 09:00",
                  "drivetrain.electricEngine.charging.status = CHARGINGACTIVE @ 09:00",
                  "drivetrain.electricEngine.charging.timeRemaining = 100 @ 09:00",
                  "drivetrain.batteryManagement.header = 60 @ 09:00")
              .replace("2026-03-02T09:00:00Z", time));
      noBug(account.machine.status("--force"));
      account.later(Duration.ofHours(2));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Length, -5",
    "Content-Length, 99999999999999999999",
    "Content-Length, five",
    "Date, 'Fri, 31 Dec 999999999 23:59:59 GMT'",
    "Retry-After, 9223372036854775807",
    "Content-Type, ;;;",
    "Content-Encoding, gzip",
    "Transfer-Encoding, gzip",
    "Location, ::"
  })
  void a_senseless_header_is_no_bug(String name, String value) {
    for (int status : new int[] {200, 429}) {
      try (OwnersMachine fresh = new OwnersMachine().configured()) {
        MockResponse answer =
            new MockResponse.Builder()
                .code(status)
                .body("{\"vehicleStatus\":{}}")
                .setHeader(name, value)
                .onResponseEnd(new SocketEffect.CloseSocket()) // or a longer body is waited for
                .build();
        fresh.bmw.answer(OwnersMachine.STATUS, answer);
        noBug(fresh.status());
        fresh.carSays(car("i3-rex"));
        fresh.slack.answer(OwnersMachine.HOOK, answer);
        noBug(fresh.status());
        fresh.bmw.answer(OwnersMachine.TOKEN, answer);
        fresh.now = fresh.now.plus(Duration.ofHours(9));
        noBug(fresh.status());
      }
    }
  }
}
