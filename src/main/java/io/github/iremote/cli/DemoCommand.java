package io.github.iremote.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code demo}: the whole job against a pretend BMW and a pretend Slack. */
final class DemoCommand implements Command {

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public CommandSpec spec() {
    return Options.command(name(), "Shows the whole job.");
  }

  @Override
  public int run(ParseResult arguments, Surroundings here) {
    return 0;
  }
}
