package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.DATA;
import static io.github.iremote.CarDataAccount.ID;
import static io.github.iremote.CarDataAccount.OTHER_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A {@code run.json} that version 1 of the program has written is read as it is. */
class FirstVersionTest {
  @RegisterExtension final CarDataAccount account = new CarDataAccount().watched();
  private final OwnersMachine machine = account.machine;

  private ObjectNode old;

  @BeforeEach
  void start() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("run-version-1.json")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      old = (ObjectNode) Json.parse(text.replace(ID, OTHER_ID));
      ObjectNode container = (ObjectNode) old.path("cardata").path("container");
      container.set("keys", account.kept().path("container").path("keys"));
    }
    machine.write("run.json", Json.pretty(old));
  }

  @Test
  void a_car_that_rests_goes_on_resting_and_what_waits_is_told() {
    assertEquals(0, machine.status("--quiet").code());
    assertEquals(List.of(), machine.bmw.asked());
    assertEquals(
        List.of("*iRemote*: Trouble · BMW does not answer · as of 23:05, 1 Mar 2026"),
        machine.headlines());
    assertEquals(0, machine.status("--quiet").code());
    assertEquals(List.of(), machine.headlines(), "told once");
  }

  @Test
  void the_calls_count_and_the_container_is_used() {
    assertEquals(List.of("ok  container   " + OTHER_ID), machine.run("check").about("container"));
    machine.write("run.json", Json.pretty(old));
    machine.bmw.asked();
    machine.posted();
    account.later(Duration.ofMinutes(25));
    assertEquals(0, machine.status("--quiet").code());
    assertEquals(
        List.of("GET " + DATA + "?containerId=" + OTHER_ID), machine.bmw.asked(), "one call");
    assertEquals(27 + 1, account.kept().path("calls").size(), "those of the last day, and one");
    assertEquals(
        List.of("*iRemote*: Trouble · BMW does not answer", "*iRemote*: Working Again"),
        machine.headlines().stream().map(text -> text.split(" · (as of|BMW answers)")[0]).toList());
  }

  @Test
  void every_part_of_it_gets_a_section_of_its_own() {
    account.later(Duration.ofMinutes(25));
    machine.status("--quiet");
    var now = machine.read("run.json");
    assertEquals(
        List.of("version", "run", "pace", "cardata", "quietRuns"),
        now.properties().stream().map(field -> field.getKey()).toList());
    assertEquals(old.path("vehicles"), now.path("run").path("vehicles"));
  }

  @Test
  void a_section_that_is_damaged_takes_no_other_with_it() {
    ((ObjectNode) old.path("cardata").path("cars").path(OwnersMachine.VIN))
        .put("nextFetch", "soon");
    machine.write("run.json", Json.pretty(old));
    var result = machine.status("--quiet");
    assertEquals(0, result.code());
    assertEquals(
        "WARN CONFIGS/run.json is unusable (its section \"pace\" holds an unusable"
            + " value: Text 'soon' could not be parsed at index 0); kept as"
            + " CONFIGS/run.json.corrupt-1772445600\n",
        machine.plain(result.err()));
    assertEquals(27 + 1, account.kept().path("calls").size(), "the car is due, the book whole");
  }
}
