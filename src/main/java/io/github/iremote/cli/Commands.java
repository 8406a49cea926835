package io.github.iremote.cli;

import java.util.List;

/** The commands there are. */
final class Commands {
  static final String DESCRIPTION = "Asks BMW how your car is and tells Slack what changed.";

  static final String[] FOOTER = {
    "",
    "Exit codes: 0 done; 1 a bug; 2 wrong command line or config; 3 login required;",
    "4 BMW not reachable or quota spent; 5 Slack refused or not reachable."
  };

  static List<Command> all() {
    return List.of(new StatusCommand(), new VehiclesCommand(), new DemoCommand());
  }

  /** The one command of that name; all, if there is none, so that help can list them. */
  static List<Command> meant(String name) {
    for (Command command : all()) {
      if (command.name().equals(name)) {
        return List.of(command);
      }
    }
    return all();
  }

  static Command named(String name) {
    return meant(name).get(0);
  }

  private Commands() {}
}
