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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What recordings of other people's cars, and BMW's own documents, showed. */
class UnseenCarsTest {
  private static final String DEMAND = "electricalSystem.battery.serviceDemand.";
  private static final String LOCK = "cabin.door.lock.status = SECURED @ 09:40";
  private static final String NO_MESSAGES = "status.checkControlMessages = null";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;

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

    assertEquals("i4 eDrive40  WBY1Z4C50EV000123\n", machine.run("vehicles").out());
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
    assertEquals("*i4 eDrive40*: Watching: locked · 60 % · 240 km", machine.headlines().get(0));
  }

  @Test
  void an_unknown_word_is_named_to_who_wants_to_know() {
    account.watched();
    account
        .later(Duration.ofMinutes(30))
        .says(LOCK, "cabin.convertible.roofStatus = HALFWAY @ 10:20");

    assertEquals(
        "INFO a word of BMW that this version does not know:"
            + " vehicle.cabin.convertible.roofStatus: HALFWAY\n",
        machine.plain(machine.status("--force", "-v").err()));
    assertEquals(
        List.of(
            "!   words       words of BMW that this version does not know (please report"
                + " them): vehicle.cabin.convertible.roofStatus: HALFWAY"),
        machine.run("check").about("words"));
  }

  private static final String ODOMETER = "vehicle.travelledDistance = 38402.9 [km] @ 09:40";

  @Test
  void a_charge_that_stops_says_why() {
    String engine = "drivetrain.electricEngine.charging.";
    String level = "drivetrain.batteryManagement.header = 40 @ 09:40";
    String plug = "body.chargingPort.status = CONNECTED @ 09:30";
    account.says(LOCK, level, plug, engine + "status = CHARGINGACTIVE @ 09:40").watched();

    poll(
        LOCK,
        level,
        plug,
        engine + "status = CHARGINGENDED @ 10:10",
        engine + "hvpmFinishReason = POWERGRID_FAILED @ 10:10");

    assertEquals(
        List.of("*My i4*: Charging Interrupted: the power grid failed · 40 %"),
        machine.headlines());
  }

  @Test
  void a_hybrid_with_an_empty_battery_shows_what_it_can_still_drive() {
    account
        .says(
            LOCK,
            "drivetrain.batteryManagement.header = 6 @ 09:40",
            "drivetrain.electricEngine.kombiRemainingElectricRange = 0 @ 09:40",
            "body.chargingPort.status = DISCONNECTED @ 09:40",
            "drivetrain.fuelSystem.level = 60 @ 09:40",
            "drivetrain.lastRemainingRange = 305 @ 09:40")
        .loggedIn();
    machine.posted();

    assertEquals(0, machine.status("--force").code());

    assertEquals(List.of("*My i4*: Watching: locked · 6 % · 305 km"), machine.headlines());
  }

  @Test
  void a_hybrids_low_battery_is_told_to_whom_has_asked_for_it() throws IOException {
    String engine = "drivetrain.electricEngine.kombiRemainingElectricRange = 9 @ 09:40";
    String fuel = "drivetrain.fuelSystem.level = 60 @ 09:40";
    String header = "drivetrain.batteryManagement.header = ";
    account.says(LOCK, engine, fuel, header + "25 @ 09:40").watched();

    poll(LOCK, engine, fuel, header + "15 @ 10:20");
    assertEquals(List.of(), machine.headlines());

    String config = Files.readString(configs.resolve("config.json"));
    machine.config(config.replaceFirst("\\{", "{ \"thresholds\": { \"batteryPercent\": 12 },"));
    poll(LOCK, engine, fuel, header + "11 @ 10:50");
    assertEquals(List.of("*My i4*: Battery Low · 11 % · 9 km"), machine.headlines());
  }

  @Test
  void a_car_of_which_only_the_whole_range_is_known_shows_it() {
    account.says(LOCK, ODOMETER, "drivetrain.lastRemainingRange = 610 @ 09:40").loggedIn();
    machine.posted();

    assertEquals(0, machine.status("--force").code());

    var message = machine.posted().get(0);
    assertEquals("*My i4*: Watching: locked · 610 km", message.path("text").asText());
    var fields = message.at("/attachments/0/fields");
    assertEquals(
        "Range 610 km", fields.at("/1/title").asText() + " " + fields.at("/1/value").asText());
    assertEquals("38402 km", fields.at("/2/value").asText(), "an odometer is cut off");
  }

  @Test
  void locked_with_the_sunroof_open_is_one_message_that_says_both() {
    account
        .says(
            "cabin.door.lock.status = UNLOCKED @ 09:59",
            "cabin.sunroof.overallStatus = CLOSED @ 09:59")
        .watched();

    account
        .later(Duration.ofMinutes(5))
        .says(
            "cabin.door.lock.status = SECURED @ 10:04",
            "cabin.sunroof.overallStatus = OPEN_TILT @ 10:03");
    assertEquals(0, machine.status("--force").code());

    assertEquals(List.of("*My i4*: Car Locked: sunroof open"), machine.headlines());
  }

  @Test
  void an_unlocking_that_was_over_is_told_as_past() {
    account
        .says(LOCK, "isMoving = false @ 09:40", "vehicle.travelledDistance = 100 @ 09:40")
        .watched();

    poll(
        "cabin.door.lock.status = UNLOCKED @ 10:05",
        "isMoving = true @ 10:10",
        "vehicle.travelledDistance = 100 @ 09:40");

    var message = machine.posted().get(0);
    assertEquals("*My i4*: Car Moving", message.path("text").asText());
    assertEquals("was unlocked at 11:05", message.at("/attachments/0/fields/1/value").asText());
  }
}
