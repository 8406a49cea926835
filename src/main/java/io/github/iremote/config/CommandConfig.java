package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import java.nio.file.Path;
import java.util.List;

/**
 * A program on this machine.
 *
 * @param argv its path, and what it is called with
 */
public record CommandConfig(List<String> argv) implements Address {

  /** Whoever can write the configuration could have programs started by who runs this one. */
  static CommandConfig from(Section entry) {
    entry.requireOwn("command");
    List<String> argv = entry.strings("command");
    entry.require(
        !argv.isEmpty() && Path.of(argv.get(0)).isAbsolute(),
        "command",
        "expected a list: the whole path of a program, and its arguments");
    return new CommandConfig(argv);
  }

  @Override
  public String toString() {
    return "CommandConfig[hidden]";
  }
}
