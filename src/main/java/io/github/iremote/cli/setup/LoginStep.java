package io.github.iremote.cli.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.cli.CarDataLogin;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Remembered;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.Wiring;
import io.github.iremote.config.ConfigsDirectory;
import io.github.iremote.run.RunLock;
import io.github.iremote.vehicle.Vehicle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/** The login of {@code setup}, made now or in an earlier set-up that was broken off. */
final class LoginStep {
  private final Questions ask;
  private final ParseResult options;
  private final Surroundings here;
  private final Path configs;
  private Optional<String> keptClient = Optional.empty();
  private boolean goingOn;
  private boolean refused;

  LoginStep(Questions ask, ParseResult options, Surroundings here, Path configs) {
    this.ask = ask;
    this.options = options;
    this.here = here;
    this.configs = configs;
  }

  /** Whether there is a login that its owner wants to go on with. */
  boolean goesOn() {
    keptClient = loggedIn();
    if (keptClient.isEmpty() || !here.terminal() || new Missing(options).api().isPresent()) {
      return false;
    }
    String cars =
        remembered().cars().stream().map(Vehicle::toString).collect(Collectors.joining(", "));
    goingOn =
        ask.yes(
            "You are logged in to CarData as client "
                + keptClient.get()
                + (cars.isEmpty() ? "" : ", with " + cars)
                + "; go on with that?");
    return goingOn;
  }

  String keptClient() {
    return keptClient.orElseThrow();
  }

  /** Fills in how BMW is asked. */
  void credentials(ObjectNode config) {
    Optional<String> server = Options.text(options, "--server");
    if (config.get("cardata") instanceof ObjectNode cardata) {
      if (refused || !goingOn) {
        cardata.put("clientId", ClientId.of(ask.text("--client-id", "Client id", keptClient)));
      }
      server.ifPresent(url -> cardata.put("authServer", url).put("apiServer", url));
    } else if (config.get("connecteddrive") instanceof ObjectNode drive) {
      drive.put("region", ask.choice("--region", "Where is the account?", SetupSteps.REGIONS));
      server.ifPresent(url -> drive.put("server", url));
      drive.put("authorization", ask.secret("--authorization", "Authorization, \"Basic …\""));
      drive.put("username", ask.text("--username", "Username at BMW", Optional.empty()));
      drive.put("password", ask.secret("--password", "Password at BMW"));
    }
  }

  /** Logs in, unless that was done before; returns the cars. */
  List<Vehicle> logIn(Wiring wiring) {
    ConfigsDirectory.make(configs);
    RunLock lock = lock();
    try (lock) {
      if (wiring.carData().isPresent()) {
        CarDataLogin login = new CarDataLogin(wiring, wiring.carData().get());
        boolean before = wiring.carData().get().clientId().equals(loggedIn().orElse(""));
        if (refused || !before) {
          login.run();
        } else {
          goOn(login);
        }
      } else {
        wiring.tokens.logIn();
        here.out().println("BMW accepts the login.");
        wiring.garage.ask().forEach(car -> here.out().println("Found: " + car));
      }
      return wiring.garage.seen();
    }
  }

  /** An old login may be good no longer: the next try is a new one. */
  private void goOn(CarDataLogin login) {
    try {
      login.goOn();
    } catch (Failure.LoginRequired e) {
      refused = true;
      throw e;
    }
  }

  private RunLock lock() {
    return RunLock.tryAcquire(configs)
        .orElseThrow(
            () -> new Failure.BmwUnavailable("another run is under way: try again in a minute"));
  }

  /** The client whose login is on the disk. */
  private Optional<String> loggedIn() {
    return Files.exists(configs.resolve("token.json")) ? remembered().client() : Optional.empty();
  }

  /** There is no configuration yet to be wired by. */
  private Remembered remembered() {
    return new Remembered(configs, here, Options.log(options));
  }
}
