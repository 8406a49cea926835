package io.github.iremote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a car answers over ConnectedDrive. */
public final class ConnectedDriveCar {
  /** A car's answer from the test resources, with some of its fields replaced. */
  public static String car(String name, String... fieldsAndValues) {
    try (var in =
        ConnectedDriveCar.class.getResourceAsStream("/connecteddrive/" + name + ".json")) {
      ObjectNode car =
          (ObjectNode) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      for (int i = 0; i < fieldsAndValues.length; i += 2) {
        car.set(fieldsAndValues[i], Json.parse(fieldsAndValues[i + 1]));
      }
      return Json.line(car);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The car has been unlocked since, and this has changed as well. */
  public static String unlocked(String... fieldsAndValues) {
    List<String> changes = new ArrayList<>(List.of("updateTime", "\"2018-03-12T08:44:01+0100\""));
    changes.addAll(List.of("updateReason", "\"VEHICLE_UNSECURED\""));
    changes.addAll(List.of("doorLockState", "\"UNLOCKED\""));
    changes.addAll(List.of(fieldsAndValues));
    return car("i3-rex", changes.toArray(String[]::new));
  }

  private ConnectedDriveCar() {}
}
