package io.github.iremote.cli.setup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.setup.Questions.Choice;
import io.github.iremote.config.Config;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Vehicle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The steps of {@code setup}: each asks, tries what it was told, and adds to the configuration. */
final class SetupSteps {
  static final List<Choice> REGIONS =
      List.of(
          new Choice("ROW", "Europe and the rest of the world"),
          new Choice("US", "United States"),
          new Choice("CN", "China"));

  private static final List<Choice> APIS =
      List.of(
          new Choice("cardata", "today's, for every owner, 50 calls a day"),
          new Choice("connecteddrive", "the old one, which BMW has closed to most"));
  private static final List<Choice> UNITS = List.of(new Choice("km", ""), new Choice("miles", ""));

  private final Questions ask;
  private final ParseResult options;
  private final Surroundings here;
  private final Path configs;
  private final LoginStep login;
  private final ObjectNode config = Json.object();
  private List<Vehicle> found = List.of();

  SetupSteps(Questions ask, ParseResult options, Surroundings here, Path configs) {
    this.ask = ask;
    this.options = options;
    this.here = here;
    this.configs = configs;
    this.login = new LoginStep(ask, options, here, configs);
  }

  /** All that {@code config.json} is to hold. */
  ObjectNode all() {
    if (!here.terminal()) {
      new Missing(options).complain();
    }
    if (login.goesOn()) {
      config.putObject("cardata").put("clientId", login.keptClient());
    } else {
      ask.until(this::api);
    }
    ask.until(this::login);
    ask.until(this::vehicles);
    places(config);
    ask.until(this::distance);
    return config;
  }

  /** The step that may be taken later, too. */
  void places(ObjectNode known) {
    new PlacesStep(ask, options, here, this::wiring).add(known);
  }

  private void api() {
    Optional<String> implied = new Missing(options).api();
    String api =
        implied.isPresent() && Options.text(options, "--api").isEmpty()
            ? implied.get()
            : ask.choice("--api", "\nBMW has two interfaces.", APIS);
    Missing.checkApi(api);
    config.removeAll().putObject(api);
    boolean portal = api.equals("cardata") && Options.text(options, "--client-id").isEmpty();
    ask.explain(portal ? Instructions.PORTAL : "");
  }

  private void login() {
    login.credentials(config);
    Wiring wiring = wiring(config);
    if (!Options.has(options, "--no-login")) {
      found = login.logIn(wiring);
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
    wiring(config);
  }

  private void name(Vehicle car, ArrayNode list) {
    String question = "What do you call the " + car + "? (- leaves it out)";
    String name = ask.free(question, Optional.of(car.model()));
    if (!name.equals("-")) {
      list.addObject().put("vin", car.vin()).put("name", name);
    }
  }

  private void distance() {
    config.put("distance", ask.choice("--distance", "\nDistances are told in", UNITS));
    wiring(config);
  }

  /** The program as it would be with what is known so far: complains of what cannot be. */
  private Wiring wiring(ObjectNode known) {
    Config checked = Config.of("setup", known, here.environment());
    return new Wiring(here, Options.log(options), configs, Optional.of(checked), Purpose.PERSON);
  }
}
