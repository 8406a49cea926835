package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.DATA;
import static io.github.iremote.CarDataAccount.ID;
import static io.github.iremote.CarDataAccount.OTHER_ID;
import static io.github.iremote.CarDataAccount.container;
import static io.github.iremote.CarDataAccount.error;
import static io.github.iremote.cli.ContainersAtBmw.CREATE;
import static io.github.iremote.cli.ContainersAtBmw.keys;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done where BMW does not take our list of keys. */
class KeyListTest {
  private static final String FETCH = "GET " + DATA + "?containerId=";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final ContainersAtBmw containers = new ContainersAtBmw(account);

  @Test
  void a_withdrawn_key_is_dropped_by_its_name() {
    machine.bmw.answer(
        CREATE,
        403,
        error(
            "CU-402",
            "Telematic key vehicle.chassis.axle.row1.wheel.left.tire.pressure is not found or deprecated."));
    machine.bmw.then(
        CREATE, 400, error("CU-402", "[vehicle.isMoving, vehicle.body.hood.isOpen] not found"));
    machine.bmw.then(CREATE, 201, "{\"containerId\":\"" + ID + "\"}");

    Result result = machine.run("login");

    assertEquals(0, result.code());
    List<JsonNode> made = containers.created();
    List<String> all = keys(made.get(0));
    List<String> last = keys(made.get(2));
    all.removeAll(
        List.of(
            "vehicle.chassis.axle.row1.wheel.left.tire.pressure",
            "vehicle.isMoving",
            "vehicle.body.hood.isOpen"));
    assertEquals(all, last);
    assertEquals(ID, containers.keptId());

    machine.bmw.asked();
    assertEquals(0, machine.status().code());
    assertEquals(List.of(FETCH + ID), machine.bmw.asked(), "and it is not tried again each run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CU-402", "CU-403"})
  void a_list_that_is_refused_without_a_name_becomes_the_core_list_and_still_delivers(String code) {
    machine.bmw.answer(CREATE, 403, error(code, "refused"));
    machine.bmw.then(CREATE, 201, "{\"containerId\":\"" + ID + "\"}");

    assertEquals(0, machine.run("login").code());
    assertEquals(15, keys(containers.created().get(1)).size());
    assertEquals(0, machine.status().code());
    assertEquals("*My i4*: Watching: locked · 60 % · 240 km", machine.headlines().get(0));
  }

  @Test
  void a_core_list_that_is_refused_as_well_is_an_outage() {
    machine.bmw.answer(CREATE, 403, error("CU-403", "refused"));

    Result result = machine.run("login");

    assertEquals(4, result.code());
    assertEquals(
        """
            WARN BMW does not take our list of keys: refused A note., BMW's reference REF42; \
            trying a shorter one
            iremote: BMW answered CU-403: refused A note., BMW's reference REF42; BMW takes none \
            of our lists of keys: check extraDescriptors in config.json
            """,
        machine.plain(result.err()));
    assertEquals(2, containers.created().size());
  }

  @Test
  void every_key_refused_one_by_one_ends_soon() {
    containers.withOwnKeys("vehicle.own.a", "vehicle.own.b", "vehicle.own.c", "vehicle.own.d");
    for (String own : List.of("a", "b", "c", "d")) {
      String answer = error("CU-402", "Key vehicle.own." + own + " not found.");
      if (own.equals("a")) {
        machine.bmw.answer(CREATE, 403, answer);
      } else {
        machine.bmw.then(CREATE, 403, answer);
      }
    }
    machine.bmw.then(CREATE, 201, "{\"containerId\":\"" + ID + "\"}");

    assertEquals(0, machine.run("login").code());
    assertEquals(15, keys(containers.created().get(4)).size());
  }

  @Test
  void a_withdrawn_key_in_a_container_of_ours_makes_a_new_one() {
    account.loggedIn();
    machine.bmw.answer(DATA, 403, error("CU-402", "telematic key not found or deprecated"));
    machine.bmw.then(DATA, 200, "{\"telematicData\":{}}");
    containers.atBmw(
        container(
            ID,
            "iRemote",
            "status-" + account.kept().path("container").path("keys").asText(),
            "ACTIVE"));
    machine.bmw.answer(CREATE, 201, "{\"containerId\":\"" + OTHER_ID + "\"}");

    assertEquals(0, machine.status().code());
    assertEquals(OTHER_ID, containers.keptId());
  }
}
