package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.CONTAINERS;
import static io.github.iremote.CarDataAccount.container;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.CarDataAccount;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The containers that BMW keeps, as a test sets them up and finds them. */
record ContainersAtBmw(CarDataAccount account) {
  static final String LIST = "GET " + CONTAINERS;
  static final String CREATE = "POST " + CONTAINERS;

  void atBmw(String... containers) {
    account.machine.bmw.answer(
        LIST, 200, "{\"containers\":[" + String.join(",", containers) + "]}");
  }

  /** The containers that were asked for since the last time. */
  List<JsonNode> created() {
    List<JsonNode> bodies = new ArrayList<>();
    for (String body : account.machine.bmw.bodies()) {
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

  static List<String> keys(JsonNode container) {
    List<String> keys = new ArrayList<>();
    container.path("technicalDescriptors").forEach(key -> keys.add(key.asText()));
    return keys;
  }

  String keptId() {
    return account.kept().path("container").path("id").asText();
  }

  void withOwnKeys(String... keys) {
    String list = "\"extraDescriptors\":[\"" + String.join("\",\"", keys) + "\"],\"clientId\"";
    account.machine.config(
        account
            .machine
            .read("config.json")
            .toString()
            .replaceFirst("\"extraDescriptors\":\\[.*?],", "")
            .replace("\"clientId\"", list));
  }
}
