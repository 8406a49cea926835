package io.github.iremote.car;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Log;
import io.github.iremote.json.JsonFile;
import io.github.iremote.message.RefusedLetters;
import io.github.iremote.vehicle.Vehicle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The {@code event-<VIN>.json} files. */
public final class CarFiles {
  private final Path configs;
  private final InstantSource clock;
  private final Log log;

  /** The cars whose file is of an older version. */
  private final Set<String> older = ConcurrentHashMap.newKeySet();

  /** The cars whose file was set aside by this run. */
  private final Set<String> lost = ConcurrentHashMap.newKeySet();

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
   * @param found whether there is a file that can be used
   */
  public record Loaded(SavedCar car, boolean lost, boolean found) {}

  public Loaded load(Vehicle car) {
    JsonFile file = file(car.vin());
    try {
      Optional<JsonNode> json = file.read();
      if (json.isEmpty()) {
        return new Loaded(SavedCar.neverSeen(car), wasLost(car), false);
      }
      SavedCar saved = SavedCar.fromJson(json.get(), car);
      if (json.get().path("version").asInt() < SavedCar.VERSION) {
        older.add(car.vin());
      }
      return new Loaded(saved, false, true);
    } catch (IOException e) {
      lost.add(car.vin());
      log.warn(
          file.path() + " is unusable (" + e.getMessage() + "); kept as " + file.setAside(clock));
      return new Loaded(SavedCar.neverSeen(car), true, false);
    }
  }

  /** By this run, or by an earlier one that could not ask how the car is. */
  private boolean wasLost(Vehicle car) {
    return lost.contains(car.vin()) || file(car.vin()).hasBeenSetAside();
  }

  /** Saves a car; the file of an older version stays beside it, for the way back. */
  public void save(SavedCar car) {
    JsonFile file = file(car.vin());
    if (older.remove(car.vin())) {
      file.copy(file.path().resolveSibling(file.path().getFileName() + ".version1"));
    }
    file.write(car.toJson());
    lost.remove(car.vin());
  }

  /** Beside it: however many they become, they must not fill the file that every run reads. */
  RefusedLetters refused(String vin) {
    return new RefusedLetters(configs.resolve("refused-" + vin + ".jsonl"));
  }

  private JsonFile file(String vin) {
    return new JsonFile(configs.resolve("event-" + vin + ".json"));
  }
}
