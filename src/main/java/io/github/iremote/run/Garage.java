package io.github.iremote.run;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.config.VehicleConfig;
import io.github.iremote.json.Section;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.oauth.Token;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleApi;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which cars are watched, and what they are called. */
public final class Garage {
  /** A shorter end of a VIN may be a slip. */
  private static final int SHORTEST_END = 3;

  private final List<VehicleConfig> configured;
  private final RunFile runFile;
  private final VehicleApi api;
  private final CachedTokens tokens;
  private final Section<Account> account;
  private final InstantSource clock;
  private final boolean foundAtLogin;
  private final Log log;

  /**
   * @param foundAtLogin whether cars are found at login, and not to be looked for by a poll
   */
  public Garage(
      List<VehicleConfig> configured,
      RunFile runFile,
      VehicleApi api,
      CachedTokens tokens,
      Section<Account> account,
      boolean foundAtLogin,
      InstantSource clock,
      Log log) {
    this.configured = configured;
    this.runFile = runFile;
    this.api = api;
    this.tokens = tokens;
    this.account = account;
    this.clock = clock;
    this.foundAtLogin = foundAtLogin;
    this.log = log;
  }

  /**
   * The cars that are watched: the configured ones, or all on the account.
   *
   * @param only the name or VIN of the one that is meant
   */
  public List<Vehicle> cars(Optional<String> only) {
    List<Vehicle> cars = configured.isEmpty() ? remembered() : named();
    if (only.isEmpty()) {
      return cars;
    }
    List<Vehicle> meant = meant(only.get(), cars);
    if (meant.isEmpty()) {
      throw new Failure.BadConfig(
          "--car " + only.get() + " is none of the cars: " + String.join(", ", names(cars)));
    }
    return meant;
  }

  /** By name or VIN; where that is none of them, by the last characters that are shown of it. */
  private static List<Vehicle> meant(String only, List<Vehicle> cars) {
    List<Vehicle> named = new ArrayList<>(cars);
    named.removeIf(car -> !car.vin().equalsIgnoreCase(only) && !car.name().equalsIgnoreCase(only));
    String end = only.replace("…", "").toUpperCase(Locale.ROOT);
    if (!named.isEmpty() || end.length() < SHORTEST_END) {
      return named;
    }
    List<Vehicle> ending = cars.stream().filter(car -> car.vin().endsWith(end)).toList();
    if (ending.size() > 1) {
      throw new Failure.BadConfig(
          "--car " + only + " could be each of: " + String.join(", ", names(ending)));
    }
    return ending;
  }

  /** The cars on the account as BMW last listed them. */
  public List<Vehicle> seen() {
    return runFile.state().vehicles();
  }

  /** The cars on the account as BMW listed them within a day, or asked of BMW now. */
  public List<Vehicle> listed() {
    return listedLately() ? seen() : ask();
  }

  /** Whether {@link #listed} makes no call. */
  public boolean listedLately() {
    return account.get().listedLately(clock.instant());
  }

  /** The cars that are watched, as far as that is known without asking BMW. */
  List<Vehicle> known() {
    List<Vehicle> cars = new ArrayList<>(seen());
    configured.forEach(car -> cars.add(new Vehicle(car.vin(), "")));
    return cars;
  }

  /** The cars on the account, asked of BMW now, and remembered. */
  public List<Vehicle> ask() {
    Token token = tokens.current();
    List<Vehicle> cars;
    try {
      cars = api.vehicles(token.accessToken());
    } catch (Failure.TokenRejected e) {
      cars = api.vehicles(tokens.insteadOf(token).accessToken());
    }
    List<Vehicle> listed = cars;
    runFile.update(state -> state.withVehicles(listed));
    account.update(known -> known.listed(clock.instant()));
    return cars;
  }

  private List<Vehicle> remembered() {
    List<Vehicle> cars = seen();
    if (!cars.isEmpty()) {
      return cars;
    }
    cars = ask();
    if (cars.isEmpty()) {
      throw new Failure.BmwUnavailable("BMW lists no car on this account");
    }
    return cars;
  }

  private List<Vehicle> named() {
    List<Vehicle> cars = new ArrayList<>();
    boolean lookedUp = foundAtLogin;
    for (VehicleConfig car : configured) {
      if (!lookedUp && car.name().isEmpty() && known(car.vin()).isEmpty()) {
        lookUpModels();
        lookedUp = true;
      }
      String model = known(car.vin()).map(Vehicle::model).orElse("");
      Vehicle nameless = new Vehicle(car.vin(), model);
      String name = model.isEmpty() ? "BMW " + nameless.shortVin() : model;
      cars.add(new Vehicle(car.vin(), car.name().orElse(name), model));
    }
    return cars;
  }

  /** A name is worth one call, but no failure. */
  private void lookUpModels() {
    try {
      ask();
      runFile.update(state -> state.withVehicles(withUnlisted(state.vehicles())));
    } catch (Failure.BmwUnavailable e) {
      log.info(() -> "BMW does not list the cars' models: " + e.getMessage());
    }
  }

  /** A car that BMW does not list is not looked up again and again. */
  private List<Vehicle> withUnlisted(List<Vehicle> listed) {
    List<Vehicle> all = new ArrayList<>(listed);
    for (VehicleConfig car : configured) {
      if (known(car.vin()).isEmpty()) {
        all.add(new Vehicle(car.vin(), ""));
      }
    }
    return all;
  }

  private Optional<Vehicle> known(String vin) {
    return seen().stream().filter(car -> car.vin().equals(vin)).findFirst();
  }

  private static List<String> names(List<Vehicle> cars) {
    return cars.stream().map(Vehicle::toString).toList();
  }
}
