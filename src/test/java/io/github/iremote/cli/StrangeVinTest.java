package io.github.iremote.cli;

import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.ConnectedDriveCar;
import io.github.iremote.OwnersMachine;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server calls a VIN becomes part of a file's name and of an address only if it is one. */
class StrangeVinTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine().configured();
  @RegisterExtension final CarDataAccount account = new CarDataAccount();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd0",
        "WBY1Z4C50EV00012",
        "WBY1Z4C50EV0001234",
        "WBYIZ4C50EV000123",
        "WBY1Z4C50EV/00123",
        "WBY1Z4C50EV%2f123",
        "",
        "WBY1Z4C50EV 00123",
        "ＷBY1Z4C50EV000123"
      })
  void a_car_without_a_vin_is_passed_over(String vin) throws Exception {
    machine.config(
        Files.readString(machine.configs.resolve("config.json")).replaceAll("\"vehicles\".*", ""));
    machine.carSays(ConnectedDriveCar.car("i3-rex"));
    machine.bmw.answer(
        OwnersMachine.CARS,
        200,
        "[{\"vin\":\"%s\",\"model\":\"i8\"},{\"vin\":\"%s\",\"model\":\"i3\"}]"
            .formatted(vin, VIN.toLowerCase(Locale.ROOT)));

    assertEquals(0, machine.status().code());

    assertEquals(
        List.of(
            "POST " + OwnersMachine.TOKEN,
            "GET " + OwnersMachine.CARS,
            "GET " + OwnersMachine.STATUS),
        machine.bmw.asked());
    assertEquals(1, machine.posted().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd0", "WBYIZ4C50EV000123", "wby1z4c50ev00012x/"})
  void nor_is_it_asked_of_cardata(String vin) {
    account.machine.bmw.answer(
        CarDataAccount.MAPPINGS,
        200,
        "["
            + CarDataAccount.mapping(vin, "PRIMARY")
            + ","
            + CarDataAccount.mapping(VIN, "PRIMARY")
            + "]");

    account.machine.run("login");

    assertEquals(CarDataAccount.FIRST_LOGIN, account.machine.bmw.asked());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd0", "WBYIZ4C50EV000123"})
  void a_remembered_one_is_a_damaged_file(String vin) throws Exception {
    account.watched();
    String run = Files.readString(account.machine.configs.resolve("run.json"));
    account.machine.write("run.json", run.replace(VIN, vin));

    OwnersMachine.Result result = account.machine.status();

    assertTrue(result.code() != 1, result.err());
    assertEquals(
        "WARN CONFIGS/run.json is unusable (its section \"run\" holds an unusable"
            + " value: it holds a car without a VIN); kept as"
            + " CONFIGS/run.json.corrupt-1772445600\n",
        account.machine.plain(result.err()));
  }
}
