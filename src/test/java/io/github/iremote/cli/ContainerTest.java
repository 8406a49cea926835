package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.CONTAINERS;
import static io.github.iremote.CarDataAccount.DATA;
import static io.github.iremote.CarDataAccount.ID;
import static io.github.iremote.CarDataAccount.OTHER_ID;
import static io.github.iremote.CarDataAccount.container;
import static io.github.iremote.CarDataAccount.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.bmw.cardata.telematics.Descriptor;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the list of keys that BMW keeps for us. */
class ContainerTest {
  private static final String LIST = "GET " + CONTAINERS;
  private static final String CREATE = "POST " + CONTAINERS;
  private static final String FETCH = "GET " + DATA + "?containerId=";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;

  private void atBmw(String... containers) {
    machine.bmw.answer(LIST, 200, "{\"containers\":[" + String.join(",", containers) + "]}");
  }

  /** The containers that were asked for since the last time. */
  private List<JsonNode> created() {
    List<JsonNode> bodies = new ArrayList<>();
    for (String body : machine.bmw.bodies()) {
      if (body.contains("technicalDescriptors")) {
        bodies.add(json(body));
      }
    }
    return bodies;
  }

  private static JsonNode json(String text) {
    try {
      return Json.parse(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> keys(JsonNode container) {
    List<String> keys = new ArrayList<>();
    container.path("technicalDescriptors").forEach(key -> keys.add(key.asText()));
    return keys;
  }

  private String keptId() {
    return account.kept().path("container").path("id").asText();
  }

  private void withOwnKeys(String... keys) {
    String list = "\"extraDescriptors\":[\"" + String.join("\",\"", keys) + "\"],\"clientId\"";
    machine.config(
        machine
            .read("config.json")
            .toString()
            .replaceFirst("\"extraDescriptors\":\\[.*?],", "")
            .replace("\"clientId\"", list));
  }

  @Test
  void it_is_named_after_us_and_its_purpose_after_its_keys() {
    machine.run("login");

    JsonNode made = created().get(0);

    assertEquals("iRemote", made.path("name").asText());
    assertTrue(made.path("purpose").asText().matches("status-[0-9a-f]{8}"));
    assertEquals(Descriptor.all(List.of()), keys(made));
  }

  @Test
  void an_owners_own_keys_are_asked_for_and_change_the_purpose() {
    machine.run("login");
    String purpose = created().get(0).path("purpose").asText();
    withOwnKeys("vehicle.body.lights.isRunningOn");
    atBmw(container(ID, "iRemote", purpose, "ACTIVE"));
    machine.bmw.answer(CREATE, 201, "{\"containerId\":\"" + OTHER_ID + "\"}");
    machine.bmw.answer("DELETE " + CONTAINERS + "/" + ID, 204, "");

    assertEquals(0, machine.status().code());

    var requests = machine.bmw.asked();
    assertEquals(
        List.of(LIST, CREATE, "DELETE " + CONTAINERS + "/" + ID, FETCH + OTHER_ID), requests);
    assertEquals(OTHER_ID, keptId());
  }

  @Test
  void only_our_own_old_containers_are_deleted_and_only_when_there_is_a_new_one() {
    atBmw(
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
    withOwnKeys("vehicle.body.lights.isRunningOn");
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
    assertEquals(OTHER_ID, keptId());
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
    List<JsonNode> made = created();
    List<String> all = keys(made.get(0));
    List<String> last = keys(made.get(2));
    all.removeAll(
        List.of(
            "vehicle.chassis.axle.row1.wheel.left.tire.pressure",
            "vehicle.isMoving",
            "vehicle.body.hood.isOpen"));
    assertEquals(all, last);
    assertEquals(ID, keptId());

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
    assertEquals(15, keys(created().get(1)).size());
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
    assertEquals(2, created().size());
  }

  @Test
  void every_key_refused_one_by_one_ends_soon() {
    withOwnKeys("vehicle.own.a", "vehicle.own.b", "vehicle.own.c", "vehicle.own.d");
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
    assertEquals(15, keys(created().get(4)).size());
  }

  @Test
  void a_withdrawn_key_in_a_container_of_ours_makes_a_new_one() {
    account.loggedIn();
    machine.bmw.answer(DATA, 403, error("CU-402", "telematic key not found or deprecated"));
    machine.bmw.then(DATA, 200, "{\"telematicData\":{}}");
    atBmw(
        container(
            ID,
            "iRemote",
            "status-" + account.kept().path("container").path("keys").asText(),
            "ACTIVE"));
    machine.bmw.answer(CREATE, 201, "{\"containerId\":\"" + OTHER_ID + "\"}");

    assertEquals(0, machine.status().code());
    assertEquals(OTHER_ID, keptId());
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
    atBmw(container(OTHER_ID, "iRemote", "status-00000000", "ACTIVE"));
    machine.bmw.answer(CREATE, 403, error("CU-124", "Maximum number of containers reached"));

    Result result = machine.run("login");

    assertEquals(0, result.code());
    assertEquals(OTHER_ID, keptId());
    assertEquals(CarDataAccount.FIRST_LOGIN, machine.bmw.asked());
  }

  @Test
  void a_lost_run_file_costs_a_look_and_no_second_container() {
    machine.run("login");
    String purpose = created().get(0).path("purpose").asText();
    atBmw(container(ID, "iRemote", purpose, "ACTIVE"));
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
    assertEquals("", keptId());
  }
}
