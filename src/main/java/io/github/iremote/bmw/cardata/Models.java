package io.github.iremote.bmw.cardata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.json.Section;
import io.github.iremote.json.Sections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The cars' models as BMW has told them: to ask costs a call, and they do not change. */
public final class Models {
  private final Section<Map<String, String>> byVin;

  public Models(Sections runFile) {
    byVin =
        runFile.section(
            "models",
            json -> {
              Map<String, String> models = new TreeMap<>();
              json.properties().forEach(car -> models.put(car.getKey(), car.getValue().asText()));
              return models;
            },
            models -> {
              ObjectNode json = Json.object();
              models.forEach(json::put);
              return json;
            });
  }

  Optional<String> of(String vin) {
    return Optional.ofNullable(byVin.get().get(vin));
  }

  void keep(String vin, String model) {
    byVin.update(
        known -> {
          Map<String, String> more = new TreeMap<>(known);
          more.put(vin, model);
          return more;
        });
  }
}
