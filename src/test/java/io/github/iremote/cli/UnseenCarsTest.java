package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.MAPPINGS;
import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What recordings of other people's cars, and BMW's own documents, showed. */
class UnseenCarsTest {
  private static final String DEMAND = "electricalSystem.battery.serviceDemand.";
  private static final String LOCK = "cabin.door.lock.status = SECURED @ 09:40";
  private static final String NO_MESSAGES = "status.checkControlMessages = null";

  @TempDir Path configs;
  private CarDataAccount account;
  private OwnersMachine machine;

  @BeforeEach
  void start() {
    account = new CarDataAccount(configs);
    machine = account.machine;
  }

  @AfterEach
  void stop() {
    account.close();
  }

  /** Half an hour later the car says this. */
  private Result poll(String... entries) {
    Result result = account.later(Duration.ofMinutes(30)).says(entries).machine.status("--force");
    assertEquals(0, result.code(), result.err());
    return result;
  }

  @Test
  void a_poll_that_hears_nothing_new_rewrites_no_event_file() {
    account.says(
        LOCK, NO_MESSAGES, DEMAND + "recharge = 0 @ 10:00", DEMAND + "replace = 200 @ 10:00");
    account.watched();
    Map<String, String> before = machine.files();

    poll(LOCK, NO_MESSAGES, DEMAND + "recharge = 0 @ 10:30", DEMAND + "replace = 200 @ 10:30");

    String file = "event-" + VIN + ".json";
    assertEquals(before.get(file), machine.files().get(file));
    assertEquals(List.of(), machine.headlines());
  }

  @Test
  void a_file_of_the_version_before_is_read_as_it_is_and_tells_nothing() throws IOException {
    String level = "drivetrain.batteryManagement.header = 60 @ 09:40";
    account.says(LOCK, level, NO_MESSAGES, DEMAND + "replace = 80 @ 10:00");
    account.watched();
    Path file = configs.resolve("event-" + VIN + ".json");
    ObjectNode old = (ObjectNode) Json.parse(Files.readString(file));
    old.remove("samples");
    ObjectNode status = (ObjectNode) old.path("status");
    status.remove("checkControl");
    ObjectNode demand = (ObjectNode) status.remove("battery12v");
    status.set("battery12vDemand", demand.put("value", true));
    Files.writeString(file, Json.pretty(old));

    poll(LOCK, level, NO_MESSAGES, DEMAND + "replace = 80 @ 10:30");

    assertEquals(List.of(), machine.headlines());
    assertTrue(machine.savedCar().path("samples").has("vehicle.cabin.door.lock.status"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[%s]", "%s", "{\"mappings\":[%s]}", "{\"mappings\":%s}"})
  void the_list_of_cars_is_taken_in_every_form_that_is_known(String form) throws IOException {
    String config = Files.readString(configs.resolve("config.json"));
    machine.config(config.replaceAll("\"vehicles\".*\n", ""));
    machine.bmw.answer(MAPPINGS, 200, form.formatted(CarDataAccount.mapping(VIN, "PRIMARY")));

    account.watched();

    assertTrue(machine.run("vehicles").out().contains(VIN));
  }

  @Test
  void a_list_of_cars_that_cannot_be_read_is_no_reason_to_log_in_again() throws IOException {
    String config = Files.readString(configs.resolve("config.json"));
    machine.config(config.replaceAll("\"vehicles\".*\n", ""));
    String list = "[" + CarDataAccount.mapping(VIN, "PRIMARY") + "]";
    machine.bmw.answer(MAPPINGS, 200, "{\"cars\":" + list + "}");
    assertEquals(4, machine.run("login").code());

    Result result = account.later(Duration.ofMinutes(5)).machine.status();
    assertEquals(4, result.code(), result.err());
    assertEquals(List.of(), machine.headlines());

    machine.bmw.answer(MAPPINGS, 200, list);
    assertEquals(0, account.later(Duration.ofMinutes(5)).machine.status().code());
    assertTrue(machine.headlines().get(0).contains("Watching"));
  }

  @Test
  void an_unknown_word_is_named_to_who_wants_to_know() {
    account.watched();
    account
        .later(Duration.ofMinutes(30))
        .says(LOCK, "cabin.convertible.roofStatus = HALFWAY @ 10:20");

    assertTrue(
        machine.status("--force", "-v").err().contains("cabin.convertible.roofStatus: HALFWAY"));
  }
}
