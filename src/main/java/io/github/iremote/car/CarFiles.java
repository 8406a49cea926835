package io.github.iremote.car;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Log;
import io.github.iremote.json.JsonFile;
import io.github.iremote.vehicle.Vehicle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** The {@code event-<VIN>.json} files. */
public final class CarFiles {
  private final Path configs;
  private final InstantSource clock;
  private final Log log;

  public CarFiles(Path configs, InstantSource clock, Log log) {
    this.configs = configs;
    this.clock = clock;
    this.log = log;
  }

  /**
   * What was saved of a car.
   *
   * @param car the saved state, or that of a car never seen
   * @param lost whether there was a file that could not be used: such a car starts silent
   */
  public record Loaded(SavedCar car, boolean lost) {}

  public Loaded load(Vehicle car) {
    JsonFile file = file(car.vin());
    try {
      Optional<JsonNode> json = file.read();
      return new Loaded(
          json.isEmpty() ? SavedCar.neverSeen(car) : SavedCar.fromJson(json.get(), car), false);
    } catch (IOException e) {
      log.warn(
          file.path() + " is unusable (" + e.getMessage() + "); kept as " + file.setAside(clock));
      return new Loaded(SavedCar.neverSeen(car), true);
    }
  }

  public void save(SavedCar car) {
    file(car.vin()).write(car.toJson());
  }

  private JsonFile file(String vin) {
    return new JsonFile(configs.resolve("event-" + vin + ".json"));
  }
}
