package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.CONTAINERS;
import static io.github.iremote.CarDataAccount.DATA;
import static io.github.iremote.CarDataAccount.ID;
import static io.github.iremote.CarDataAccount.OTHER_ID;
import static io.github.iremote.CarDataAccount.container;
import static io.github.iremote.CarDataAccount.error;
import static io.github.iremote.cli.ContainersAtBmw.CREATE;
import static io.github.iremote.cli.ContainersAtBmw.LIST;
import static io.github.iremote.cli.ContainersAtBmw.keys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.bmw.cardata.telematics.Descriptor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the list of keys that BMW keeps for us. */
class ContainerTest {
  private static final String FETCH = "GET " + DATA + "?containerId=";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final ContainersAtBmw containers = new ContainersAtBmw(account);

  @Test
  void it_is_named_after_us_and_its_purpose_after_its_keys() {
    machine.run("login");

    JsonNode made = containers.created().get(0);

    assertEquals("iRemote", made.path("name").asText());
    assertTrue(made.path("purpose").asText().matches("status-[0-9a-f]{8}"));
    assertEquals(Descriptor.all(List.of()), keys(made));
  }

  @Test
  void an_owners_own_keys_are_asked_for_and_change_the_purpose() {
    machine.run("login");
    String purpose = containers.created().get(0).path("purpose").asText();
    containers.withOwnKeys("vehicle.body.lights.isRunningOn");
    containers.atBmw(container(ID, "iRemote", purpose, "ACTIVE"));
    machine.bmw.answer(CREATE, 201, "{\"containerId\":\"" + OTHER_ID + "\"}");
    machine.bmw.answer("DELETE " + CONTAINERS + "/" + ID, 204, "");

    assertEquals(0, machine.status().code());

    var requests = machine.bmw.asked();
    assertEquals(
        List.of(LIST, CREATE, "DELETE " + CONTAINERS + "/" + ID, FETCH + OTHER_ID), requests);
    assertEquals(OTHER_ID, containers.keptId());
  }

  @Test
  void only_our_own_old_containers_are_deleted_and_only_when_there_is_a_new_one() {
    containers.atBmw(
        container("S00IEVCC", "evcc.io", "v6", "ACTIVE"),
        container(OTHER_ID, "iRemote", "status-00000000", "ACTIVE"),
        container("S00IGONE", "iRemote", "status-11111111", "INACTIVE"),
        container("S00IDELETED", "iRemote", "status-11111111", "DELETED"));
    machine.bmw.answer(
        "DELETE " + CONTAINERS + "/" + OTHER_ID, 403, error("CU-122", "deleted already"));

    assertEquals(0, machine.run("login").code(), "whatever comes of deleting");

    List<String> deleted =
        machine.bmw.asked().stream().filter(line -> line.startsWith("DELETE")).toList();
    assertEquals(List.of("DELETE " + CONTAINERS + "/" + OTHER_ID), deleted);

    machine.bmw.answer(CREATE, 500, error("CU-500", "internal error"));
    containers.withOwnKeys("vehicle.body.lights.isRunningOn");
    assertEquals(4, machine.run("login").code());
    assertEquals(CarDataAccount.LATER_LOGIN, machine.bmw.asked());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CU-105", "CU-121"})
  void a_container_that_is_gone_is_made_anew_within_the_run(String code) {
    account.loggedIn();
    machine.bmw.answer(DATA, 403, error(code, "no permission for containerId"));
    machine.bmw.then(
        DATA,
        200,
        "{\"telematicData\":{\"vehicle.cabin.door.lock.status\":{\"value\":\"SECURED\"}}}");
    machine.bmw.answer(CREATE, 201, "{\"containerId\":\"" + OTHER_ID + "\"}");

    Result result = machine.status();

    assertEquals(0, result.code());
    assertEquals(List.of(FETCH + ID, LIST, CREATE, FETCH + OTHER_ID), machine.bmw.asked());
    assertEquals(OTHER_ID, containers.keptId());
  }

  @Test
  void a_container_that_stays_unusable_is_an_outage_and_no_login_problem() {
    account.loggedIn();
    machine.bmw.answer(DATA, 403, error("CU-105", "no permission for containerId"));
    machine.bmw.answer(CREATE, 201, "{\"containerId\":\"" + OTHER_ID + "\"}");

    Result result = machine.status();

    assertEquals(4, result.code());
    assertEquals(
        "iremote: BMW answered CU-105: no permission for containerId A note., BMW's"
            + " reference REF42; the next run tries again\n",
        machine.plain(result.err()));
  }

  @Test
  void ten_containers_of_others_are_said_to_be_in_the_way() {
    machine.bmw.answer(CREATE, 403, error("CU-124", "Maximum number of containers reached"));

    Result result = machine.run("login");

    assertEquals(4, result.code());
    assertEquals(
        "iremote: BMW answered CU-124: Maximum number of containers reached A note., BMW's"
            + " reference REF42; BMW allows ten containers, and other programs hold all of them:"
            + " delete one with the program that made it, then run: iremote login\n",
        result.err());
    assertEquals(CarDataAccount.FIRST_LOGIN, machine.bmw.asked());
  }

  @Test
  void where_there_is_no_room_for_another_our_old_one_stays_in_use() {
    containers.atBmw(container(OTHER_ID, "iRemote", "status-00000000", "ACTIVE"));
    machine.bmw.answer(CREATE, 403, error("CU-124", "Maximum number of containers reached"));

    Result result = machine.run("login");

    assertEquals(0, result.code());
    assertEquals(OTHER_ID, containers.keptId());
    assertEquals(CarDataAccount.FIRST_LOGIN, machine.bmw.asked());
  }

  @Test
  void a_lost_run_file_costs_a_look_and_no_second_container() {
    machine.run("login");
    String purpose = containers.created().get(0).path("purpose").asText();
    containers.atBmw(container(ID, "iRemote", purpose, "ACTIVE"));
    machine.write("run.json", "{ half");

    assertEquals(0, machine.status().code());
    assertEquals(List.of(LIST, FETCH + ID), machine.bmw.asked());
  }

  @Test
  void one_container_serves_every_car_of_the_account() {
    account.loggedIn();
    String second = "WBA00000000000777";
    machine.config(
        machine
            .read("config.json")
            .toString()
            .replace(
                "\"vehicles\":[",
                "\"vehicles\":[{\"vin\":\"" + second + "\",\"name\":\"Other\"},"));
    machine.bmw.answer(
        "/customers/vehicles/" + second + "/telematicData", 200, "{\"telematicData\":{}}");
    machine.write("run.json", "{ half");

    assertEquals(0, machine.status().code());

    List<String> asked = machine.bmw.asked();
    assertEquals(List.of(LIST, CREATE), asked.subList(0, 2));
    assertEquals(
        List.of(
            "GET /customers/vehicles/" + second + "/telematicData?containerId=" + ID, FETCH + ID),
        asked.subList(2, asked.size()).stream().sorted().toList());
    assertEquals(4, account.kept().path("calls").size());
    assertEquals(2, account.rhythms().size());
  }

  @Test
  void a_dead_token_at_the_container_is_a_token_problem() {
    account.loggedIn();
    machine.write("run.json", "{ half");
    machine.bmw.answer(LIST, 403, error("CU-127", "invalid_token"));
    machine.bmw.then(LIST, 200, "{\"containers\":[]}");
    machine.bmw.answer(CarDataAccount.TOKEN, 200, CarDataAccount.token(2));

    assertEquals(0, machine.status().code());
    assertEquals(
        List.of(LIST, "POST " + CarDataAccount.TOKEN, LIST, CREATE, FETCH + ID),
        machine.bmw.asked());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"containerId\":\"../../x\"}", "{\"containerId\":null}", "<html>"})
  void a_container_without_a_usable_id_is_an_outage(String answer) {
    machine.bmw.answer(CREATE, 201, answer);

    assertEquals(4, machine.run("login").code());
    assertEquals("", containers.keptId());
  }
}
