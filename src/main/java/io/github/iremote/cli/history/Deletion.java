package io.github.iremote.cli.history;

import io.github.iremote.Failure;
import io.github.iremote.cli.Home;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.setup.Typed;
import io.github.iremote.history.HistoryFolder;
import io.github.iremote.run.RunLock;
import io.github.iremote.vehicle.Vehicle;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ParseResult;

/** {@code history --delete}: all of a history, or a time of it; asks first. */
record Deletion(ParseResult options, Home home) {

  int run() {
    HistoryFolder folder = new HistoryFolder(home.configs(), home.log());
    List<Vehicle> meant =
        new Cars(home.config(), home.seen(), folder).meant(Options.text(options, "--car"));
    Span span = Span.of(options, home.config().timezone().get(), home.here().clock().instant());
    String time = span.chosen() ? span.title() : "all that is kept";
    String names = String.join(", ", meant.stream().map(Vehicle::name).toList());
    if (!sure("Delete the history of " + names + " (" + time + ")?")) {
      home.here().out().println("Nothing is deleted.");
      return 0;
    }
    RunLock lock = RunLock.await(home.configs(), home.here().sleeper());
    try (lock) {
      Fetched fetched = new Fetched(home);
      for (Vehicle car : meant) {
        fetched.forget(car.vin());
        if (span.chosen()) {
          folder.delete(car.vin(), span.from(), span.to());
        } else {
          folder.delete(car.vin());
        }
      }
    }
    home.here().out().println("The history of " + names + " is deleted (" + time + ").");
    return 0;
  }

  private boolean sure(String question) {
    if (Options.has(options, "--yes")) {
      return true;
    }
    if (!home.here().terminal()) {
      throw new Failure.BadConfig("there is no terminal to ask in: give --yes to delete");
    }
    try {
      String answer = new Typed(home.here()).line(question + " [y/N]: ");
      return answer.toLowerCase(Locale.ROOT).startsWith("y");
    } catch (Typed.Ended e) {
      return false;
    }
  }
}
