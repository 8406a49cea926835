package io.github.iremote.cli;

import io.github.iremote.cli.check.CheckCommand;
import io.github.iremote.cli.demo.DemoCommand;
import io.github.iremote.cli.history.HistoryCommand;
import io.github.iremote.cli.history.ReplayCommand;
import io.github.iremote.cli.setup.SetupCommand;
import io.github.iremote.cli.watch.WatchCommand;
import java.util.List;

/** The commands there are. */
final class Commands {
  static final String DESCRIPTION = "Asks BMW how your car is and tells Slack what changed.";

  static final String[] FOOTER = {
    "",
    "Exit codes: 0 done; 1 a bug; 2 wrong command line or config; 3 login required;",
    "4 BMW not reachable or quota spent; 5 Slack refused or not reachable."
  };

  /** In the order in which an owner meets them. */
  private static final List<String> NAMES =
      List.of(
          "setup",
          "login",
          "logout",
          "status",
          "watch",
          "vehicles",
          "history",
          "replay",
          "check",
          "demo");

  static List<Command> all() {
    return NAMES.stream().map(Commands::named).toList();
  }

  static boolean has(String name) {
    return NAMES.contains(name);
  }

  static Command named(String name) {
    return switch (name) {
      case "setup" -> new SetupCommand();
      case "status" -> new StatusCommand();
      case "watch" -> new WatchCommand();
      case "login" -> new LoginCommand();
      case "logout" -> new LogoutCommand();
      case "vehicles" -> new VehiclesCommand();
      case "history" -> new HistoryCommand();
      case "replay" -> new ReplayCommand();
      case "check" -> new CheckCommand();
      case "demo" -> new DemoCommand();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private Commands() {}
}
