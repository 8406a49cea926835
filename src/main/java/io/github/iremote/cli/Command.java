package io.github.iremote.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One subcommand: what it accepts, and what it does. */
public interface Command {
  String name();

  /** Its options and help. */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @return the exit code
   */
  int run(ParseResult arguments, Surroundings here);
}
