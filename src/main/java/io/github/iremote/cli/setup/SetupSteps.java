package io.github.iremote.cli.setup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.cli.CarDataLogin;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.check.CheckCommand;
import io.github.iremote.config.Config;
import io.github.iremote.config.ConfigsDirectory;
import io.github.iremote.json.Json;
import io.github.iremote.run.RunLock;
import io.github.iremote.vehicle.Vehicle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The steps of {@code setup}: each asks, tries what it was told, and adds to the configuration. */
final class SetupSteps {
  private final Questions ask;
  private final ParseResult options;
  private final Surroundings here;
  private final Path configs;
  private final ObjectNode config = Json.object();
  private List<Vehicle> found = List.of();

  SetupSteps(Questions ask, ParseResult options, Surroundings here, Path configs) {
    this.ask = ask;
    this.options = options;
    this.here = here;
    this.configs = configs;
  }

  /** All that {@code config.json} is to hold. */
  ObjectNode all() {
    ask.require(List.of("--api"));
    ask.until(this::api);
    ask.until(this::login);
    ask.until(this::vehicles);
    ask.explain(Instructions.HOOK);
    ask.until(this::slack);
    ask.until(this::distance);
    return config;
  }

  private void api() {
    ask.explain("\nBMW has two interfaces: CarData, today's, and ConnectedDrive, closed to most.");
    String api = ask.text("--api", "Which one: cardata or connecteddrive", Optional.of("cardata"));
    if (!List.of("cardata", "connecteddrive").contains(api)) {
      throw new Failure.BadConfig("--api expected cardata or connecteddrive, not " + api);
    }
    config.removeAll().putObject(api);
    ask.explain(api.equals("cardata") ? Instructions.PORTAL : "");
    ask.require(
        api.equals("cardata")
            ? List.of("--client-id", "--slack-webhook")
            : List.of("--authorization", "--username", "--password", "--slack-webhook"));
  }

  private void login() {
    Optional<String> server = Options.text(options, "--server");
    if (config.get("cardata") instanceof ObjectNode cardata) {
      cardata.put("clientId", ask.text("--client-id", "Client id", Optional.empty()));
      server.ifPresent(url -> cardata.put("authServer", url).put("apiServer", url));
    } else if (config.get("connecteddrive") instanceof ObjectNode drive) {
      drive.put("region", ask.text("--region", "Region: ROW, US or CN", Optional.of("ROW")));
      server.ifPresent(url -> drive.put("server", url));
      drive.put("authorization", ask.secret("--authorization", "Authorization, \"Basic …\""));
      drive.put("username", ask.text("--username", "Username at BMW", Optional.empty()));
      drive.put("password", ask.secret("--password", "Password at BMW"));
    }
    Wiring wiring = wiring();
    if (!Options.has(options, "--no-login")) {
      logIn(wiring);
      found = wiring.runFile.state().vehicles();
    }
  }

  private void logIn(Wiring wiring) {
    ConfigsDirectory.make(configs);
    RunLock lock =
        RunLock.tryAcquire(configs)
            .orElseThrow(
                () ->
                    new Failure.BmwUnavailable("another run is under way: try again in a minute"));
    try {
      if (wiring.carData().isPresent()) {
        new CarDataLogin(wiring, wiring.carData().get()).run();
      } else {
        wiring.tokens.logIn();
        here.out().println("BMW accepts the login.");
        wiring.garage.ask().forEach(car -> here.out().println("Found: " + car));
      }
    } finally {
      lock.close();
    }
  }

  private void vehicles() {
    List<String> given = options.matchedOptionValue("--vehicle", List.of());
    ArrayNode list = Json.array();
    for (String car : given) {
      int end = car.contains("=") ? car.indexOf('=') : car.length();
      ObjectNode vehicle = list.addObject().put("vin", car.substring(0, end));
      if (end < car.length()) {
        vehicle.put("name", car.substring(end + 1));
      }
    }
    if (given.isEmpty() && here.terminal()) {
      found.forEach(car -> name(car, list));
    }
    config.remove("vehicles");
    if (!list.isEmpty()) {
      config.set("vehicles", list);
    }
    wiring();
  }

  private void name(Vehicle car, ArrayNode list) {
    String question = "What do you call the " + car + "? (- leaves it out)";
    String name = ask.free(question, Optional.of(car.model()));
    if (!name.equals("-")) {
      list.addObject().put("vin", car.vin()).put("name", name);
    }
  }

  private void slack() {
    String webhook = ask.secret("--slack-webhook", "Webhook address, https://…");
    config.putObject("slack").put("webhookUrl", webhook);
    Wiring wiring = wiring();
    if (ask.yes("--post", "--no-post", "Post a test message there")) {
      here.out().println("Slack: " + CheckCommand.post(wiring) + ".");
    }
  }

  private void distance() {
    ask.explain("");
    config.put("distance", ask.text("--distance", "Distances in km or miles", Optional.of("km")));
    wiring();
  }

  /** The program as it would be with what is known so far: complains of what cannot be. */
  private Wiring wiring() {
    Config checked = Config.of("setup", config, here.environment());
    return new Wiring(here, Options.log(options), configs, Optional.of(checked), Purpose.PERSON);
  }
}
