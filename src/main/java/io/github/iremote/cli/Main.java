package io.github.iremote.cli;

import io.github.iremote.Failure;
import io.github.iremote.Masked;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The front door: finds the command, runs it, and turns what went wrong into an exit code. */
public final class Main {
  private static final int USAGE = 2;
  private static final int BUG = 1;

  public static void main(String[] args) {
    // converters for types that no option has only cost time at start
    System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
    System.exit(run(Surroundings.real(), args));
  }

  /**
   * Runs one command.
   *
   * @return the exit code
   */
  public static int run(Surroundings here, String... args) {
    CommandLine line = commandLine(args);
    ParseResult result;
    try {
      result = line.parseArgs(args);
    } catch (ParameterException e) {
      return wrongUsage(e, here.err());
    }
    ParseResult command = result.hasSubcommand() ? result.subcommand() : result;
    if (command.isUsageHelpRequested()) {
      command.commandSpec().commandLine().usage(here.out(), Ansi.OFF);
      return 0;
    }
    if (command.isVersionHelpRequested()) {
      here.out().println(Version.text());
      return 0;
    }
    if (!result.hasSubcommand()) {
      line.usage(here.err(), Ansi.OFF);
      return USAGE;
    }
    return execute(Commands.named(command.commandSpec().name()), command, here);
  }

  private static int execute(Command command, ParseResult arguments, Surroundings here) {
    try {
      return command.run(arguments, here);
    } catch (RuntimeException e) {
      return explain(e, Options.log(arguments).tracing(), here.err());
    }
  }

  /** Prints one line about what went wrong, with {@code -vv} all of it; returns the exit code. */
  static int explain(RuntimeException e, boolean tracing, PrintStream err) {
    boolean known = e instanceof Failure;
    String message = known ? e.getMessage() : "a bug: " + e + "; please report it with -vv output";
    err.println("iremote: " + Masked.text(message));
    if (tracing) {
      err.println(Masked.text(Stack.trace(e)));
    }
    return known ? ((Failure) e).exitCode() : BUG;
  }

  private static int wrongUsage(ParameterException e, PrintStream err) {
    err.println("iremote: " + e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      String name = e.getCommandLine().getCommandSpec().qualifiedName();
      err.println("Try '" + name + " --help'.");
    }
    return USAGE;
  }

  /** Builds the commands that this call needs: one, if it is named first. */
  private static CommandLine commandLine(String[] args) {
    CommandSpec root = Options.command("iremote", Commands.DESCRIPTION);
    root.usageMessage().footer(Commands.FOOTER);
    List<Command> wanted = args.length == 0 ? Commands.all() : Commands.meant(args[0]);
    for (Command command : wanted) {
      root.addSubcommand(command.name(), command.spec());
    }
    return new CommandLine(root);
  }

  private Main() {}
}
