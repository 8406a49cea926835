package io.github.iremote.cli.history;

import io.github.iremote.Failure;
import io.github.iremote.config.Config;
import io.github.iremote.config.VehicleConfig;
import io.github.iremote.history.HistoryFolder;
import io.github.iremote.vehicle.Vehicle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cars that have a history, and those that may come to have one; nobody is asked. */
final class Cars {
  private final Map<String, Vehicle> byVin = new LinkedHashMap<>();
  private final Map<String, Double> capacities = new LinkedHashMap<>();

  /**
   * @param found the cars that were found on the account
   */
  Cars(Config config, List<Vehicle> found, HistoryFolder folder) {
    Map<String, String> models = new LinkedHashMap<>();
    for (Vehicle car : found) {
      models.put(car.vin(), car.model());
    }
    for (VehicleConfig car : config.vehicles()) {
      add(car.vin(), car.name(), models);
      car.batteryKilowattHours().ifPresent(energy -> capacities.put(car.vin(), energy));
    }
    if (config.vehicles().isEmpty()) {
      add(models.keySet(), models);
    }
    add(folder.vins(), models);
  }

  private void add(Set<String> vins, Map<String, String> models) {
    for (String vin : vins) {
      add(vin, Optional.empty(), models);
    }
  }

  private void add(String vin, Optional<String> name, Map<String, String> models) {
    String model = models.getOrDefault(vin, "");
    Vehicle nameless = new Vehicle(vin, model);
    String standard = model.isEmpty() ? "BMW " + nameless.shortVin() : model;
    byVin.putIfAbsent(vin, new Vehicle(vin, name.orElse(standard), model));
  }

  Optional<Double> capacity(Vehicle car) {
    return Optional.ofNullable(capacities.get(car.vin()));
  }

  /**
   * All of them, or the one that is meant.
   *
   * @param only its name, its VIN, or the VIN's last digits
   */
  List<Vehicle> meant(Optional<String> only) {
    List<Vehicle> all = List.copyOf(byVin.values());
    if (only.isEmpty()) {
      return all;
    }
    String word = only.get().toUpperCase(Locale.ROOT);
    List<Vehicle> meant =
        all.stream()
            .filter(
                car ->
                    car.name().equalsIgnoreCase(only.get())
                        || (word.length() >= 3 && car.vin().endsWith(word)))
            .toList();
    if (meant.isEmpty()) {
      List<String> names = all.stream().map(Vehicle::name).toList();
      throw new Failure.BadConfig(
          "--car " + only.get() + " is none of the cars: " + String.join(", ", names));
    }
    return meant;
  }
}
