package io.github.iremote.cli;

import io.github.iremote.cli.source.CarDataSource;
import io.github.iremote.run.RunLock;
import io.github.iremote.vehicle.Vehicle;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code login}: the one command that needs its owner. */
final class LoginCommand implements Command {
  private static final String NEXT =
      """
      What is next:
        iremote status            to see them, and to post to Slack for the first time
        iremote status --quiet    for cron, every 5 minutes""";

  @Override
  public String name() {
    return "login";
  }

  @Override
  public CommandSpec spec() {
    return Options.command(
        name(),
        "Logs in to BMW CarData, with a code to confirm.",
        "Shows a link and a code to confirm on any device, then finds the cars of the account. Needed"
            + " once, and again when a message asks for it.");
  }

  @Override
  public int run(ParseResult arguments, Surroundings here) {
    Wiring wiring = new Wiring(arguments, here);
    Optional<RunLock> free = RunLock.tryAcquire(wiring.configs);
    if (free.isEmpty()) {
      here.err().println("iremote: another run is under way; run login again in a minute");
      return 0;
    }
    RunLock lock = free.get();
    try (lock) {
      Optional<CarDataSource> cardata = wiring.carData();
      if (cardata.isPresent()) {
        new CarDataLogin(wiring, cardata.get()).run();
        here.out().println(NEXT);
      } else {
        connectedDrive(wiring, here.out());
      }
      return 0;
    }
  }

  private static void connectedDrive(Wiring wiring, PrintStream out) {
    out.println(
        "ConnectedDrive knows no login on a device: trying username and password of config.json.");
    wiring.tokens.logIn();
    out.println("BMW accepts them. Cars on the account:");
    for (Vehicle car : wiring.garage.ask()) {
      out.println("  " + car.model() + " " + car.shortVin());
    }
  }
}
