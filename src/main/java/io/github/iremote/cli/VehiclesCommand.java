package io.github.iremote.cli;

import io.github.iremote.config.VehicleConfig;
import io.github.iremote.json.Json;
import io.github.iremote.run.RunLock;
import io.github.iremote.vehicle.Vehicle;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code vehicles}: the cars on the account. */
final class VehiclesCommand implements Command {

  @Override
  public String name() {
    return "vehicles";
  }

  @Override
  public CommandSpec spec() {
    return Options.command(name(), "Lists the cars on the account, with model and VIN.")
        .addOption(Options.flag("--json", "Print one JSON object per car and line."))
        .addOption(
            Options.flag("--names", "Print what --car takes, a line each; BMW is not asked."));
  }

  @Override
  public int run(ParseResult arguments, Surroundings here) {
    Wiring wiring = new Wiring(arguments, here);
    if (Options.has(arguments, "--names")) {
      names(wiring).forEach(here.out()::println);
      return 0;
    }
    wiring.warnOfExposedFiles(Set.of());
    List<Vehicle> cars = ask(wiring);
    if (Options.has(arguments, "--json")) {
      for (Vehicle car : cars) {
        here.out()
            .println(Json.line(Json.object().put("vin", car.vin()).put("model", car.model())));
      }
    } else {
      table(cars, here.out());
    }
    return 0;
  }

  /** For completion in a shell, which must neither wait nor cost a call. */
  private static Set<String> names(Wiring wiring) {
    Set<String> names = new LinkedHashSet<>();
    for (VehicleConfig car : wiring.config.vehicles()) {
      car.name().ifPresent(names::add);
      names.add(new Vehicle(car.vin(), "").shortVin().substring(1));
    }
    if (wiring.config.vehicles().isEmpty()) {
      for (Vehicle car : wiring.garage.seen()) {
        names.add(car.name());
        names.add(car.shortVin().substring(1));
      }
    }
    return names;
  }

  /** Alone: the token may have to be renewed, and its refresh token is good only once. */
  private static List<Vehicle> ask(Wiring wiring) {
    RunLock lock = RunLock.await(wiring.configs, wiring.here.sleeper());
    try (lock) {
      new Cost(wiring).ofList();
      return wiring.cars();
    }
  }

  private static void table(List<Vehicle> cars, PrintStream out) {
    int width = cars.stream().mapToInt(car -> car.model().length()).max().orElse(0);
    if (cars.isEmpty()) {
      out.println("BMW lists no car on this account.");
    }
    for (Vehicle car : cars) {
      out.println(car.model() + " ".repeat(width - car.model().length() + 2) + car.vin());
    }
  }
}
