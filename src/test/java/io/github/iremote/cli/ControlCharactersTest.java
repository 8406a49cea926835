package io.github.iremote.cli;

import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.ConnectedDriveCar;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Texts of BMW that would steer a terminal: not printed, not posted, not saved. */
class ControlCharactersTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine().configured();
  @RegisterExtension final CarDataAccount account = new CarDataAccount();

  /** Clears the screen and sets the window's title; in JSON, and as it is. */
  private static final String EVIL = "\\u001b[2J\\u001b]0;x\\u0007\\u009b1m\\u202e";

  @Test
  void nothing_of_a_car_steers_the_terminal() {
    String config = "\"name\": \"My " + EVIL + "i3\"";
    machine.config(machine.read("config.json").toString().replace("\"name\":\"My i3\"", config));
    machine.bmw.answer(
        OwnersMachine.CARS,
        200,
        "{\"vehicles\":[{\"vin\":\"%s\",\"model\":\"i3%s\"}]}".formatted(VIN, EVIL));
    machine.carSays(ConnectedDriveCar.car("i3-rex"));
    clean(machine, machine.run("vehicles"));
    clean(machine, machine.status("-vv"));
    machine.carSays(
        ConnectedDriveCar.car(
            "i3-rex",
            "updateReason",
            "\"WHO" + EVIL + "\"",
            "checkControlMessages",
            "[{\"ccmId\":1,\"ccmDescriptionShort\":\"Low oil" + EVIL + "\"}]"));

    clean(machine, machine.status("-vv"));
  }

  @Test
  void a_name_with_a_line_end_stays_on_its_line() {
    machine.config(machine.read("config.json").toString().replace("My i3", "My\\ni3: Car Stolen"));
    machine.carSays(ConnectedDriveCar.car("i3-rex"));

    assertEquals(1, machine.status("--short").out().lines().count());
  }

  @Test
  void nothing_of_a_login_or_a_refusal_does() {
    OwnersMachine machine = account.machine;
    machine.bmw.answer(
        CarDataAccount.CODE,
        200,
        CarDataAccount.code("").replace("K7PM3DXA", "K7" + EVIL).replace("/link", "/li" + EVIL));
    machine.bmw.answer(
        CarDataAccount.MAPPINGS,
        200,
        "["
            + CarDataAccount.mapping(VIN, "PRIMARY")
            + ","
            + CarDataAccount.mapping("X" + EVIL, "x")
            + "]");
    clean(machine, machine.run("login", "-vv"));
    machine.bmw.answer(CarDataAccount.DATA, 403, CarDataAccount.error("CU" + EVIL, "No" + EVIL));

    clean(machine, machine.status("-vv", "--force"));
  }

  private static void clean(OwnersMachine machine, Result result) {
    String posted = String.join("\n", machine.posted().stream().map(Object::toString).toList());
    Map<String, String> files = machine.files();
    files.remove("config.json");
    String all = result.out() + result.err() + posted + files;
    assertTrue(result.code() != 1, result.err());
    all.lines()
        .filter(line -> line.chars().anyMatch(ControlCharactersTest::steers))
        .forEach(line -> assertEquals("", line.replace("\u001b", "ESC")));
    assertEquals(-1, all.indexOf("\\u001b"), all);
  }

  private static boolean steers(int c) {
    return c != '\t' && Character.isISOControl(c) || c == '\u202e';
  }
}
