package io.github.iremote.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iremote.Failure;
import io.github.iremote.Masked;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The front door: finds the command, runs it, and turns what went wrong into an exit code. */
public final class Main {
  public static void main(String[] args) {
    // what no option needs only costs time at start: some types, and a search for Groovy in the jar
    System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
    System.setProperty("picocli.disable.closures", "true");
    // the console of Java 22 to 24 claims that cron is a person
    System.setProperty("jdk.console", "java.base");
    HeadStart.begin(args);
    System.exit(run(Surroundings.real(), args));
  }

  /**
   * Runs one command.
   *
   * @return the exit code
   */
  public static int run(Surroundings here, String... args) {
    if (args.length > 0 && Commands.has(args[0])) {
      Command command = Commands.named(args[0]);
      Optional<ParseResult> plain = plain(command, args);
      if (plain.isPresent()) {
        return execute(command, plain.get(), here);
      }
    }
    return parse(here, args);
  }

  /**
   * Reads the words of one command, where nothing is to be said about them. All commands are built
   * only to help and to complain: a look at the history takes 2 % longer with them.
   */
  private static Optional<ParseResult> plain(Command command, String... args) {
    try {
      ParseResult words =
          new CommandLine(command.spec()).parseArgs(Arrays.copyOfRange(args, 1, args.length));
      boolean asks = words.isUsageHelpRequested() || words.isVersionHelpRequested();
      return asks ? Optional.empty() : Optional.of(words);
    } catch (ParameterException e) {
      return Optional.empty();
    }
  }

  private static int parse(Surroundings here, String... args) {
    CommandLine line = commandLine(here);
    ParseResult result;
    try {
      result = line.parseArgs(args);
      if (wantsCompletion(result)) {
        here.out().print(Completion.script(line));
        return 0;
      }
      if (CommandLine.executeHelpRequest(result) != null) {
        return 0;
      }
    } catch (ParameterException e) {
      return wrongUsage(e, here.err());
    }
    if (!result.hasSubcommand()) {
      line.usage(here.err(), Help.Ansi.OFF);
      NextStep.words(here).ifPresent(here.err()::println);
      return ExitCode.USAGE;
    }
    ParseResult command = result.subcommand();
    return execute(Commands.named(command.commandSpec().name()), command, here);
  }

  private static boolean wantsCompletion(ParseResult result) {
    return result.hasSubcommand()
        && result.subcommand().commandSpec().name().equals(Completion.NAME)
        && !result.subcommand().isUsageHelpRequested()
        && !result.subcommand().isVersionHelpRequested();
  }

  private static int execute(Command command, ParseResult arguments, Surroundings here) {
    try {
      return command.run(arguments, here);
    } catch (RuntimeException e) {
      return explain(e, Options.log(arguments).tracing(), here.err());
    }
  }

  /**
   * What a person can mend, where an exception of Java's means that: in a locale that is not
   * installed Java knows no letters but those of ASCII.
   */
  public static RuntimeException known(RuntimeException e) {
    if (!(e instanceof InvalidPathException path)) {
      return e;
    }
    return new Failure.BadConfig(
        "a path has letters that this locale does not know ("
            + path.getInput()
            + "); set LC_ALL=C.UTF-8",
        e);
  }

  /** Prints one line about what went wrong, with {@code -vv} all of it; returns the exit code. */
  static int explain(RuntimeException thrown, boolean tracing, PrintStream err) {
    RuntimeException e = known(thrown);
    boolean known = e instanceof Failure;
    String message = known ? e.getMessage() : "a bug: " + e + "; please report it with -vv output";
    err.println("iremote: " + Masked.text(message));
    if (tracing) {
      err.println(Masked.text(Stack.trace(e)));
    }
    return exitCode(e);
  }

  static int exitCode(RuntimeException e) {
    return e instanceof Failure failure ? failure.exitCode() : ExitCode.BUG;
  }

  private static int wrongUsage(ParameterException e, PrintStream err) {
    err.println("iremote: " + e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      String name = e.getCommandLine().getCommandSpec().qualifiedName();
      err.println("Try '" + name + " --help'.");
    }
    return ExitCode.USAGE;
  }

  private static CommandLine commandLine(Surroundings here) {
    return new CommandLine(commands())
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setOut(new PrintWriter(here.out(), true, UTF_8))
        .setErr(new PrintWriter(here.err(), true, UTF_8));
  }

  /** All commands. */
  static CommandSpec commands() {
    CommandSpec root = Options.command("iremote", Commands.DESCRIPTION);
    root.usageMessage().footer(Commands.FOOTER);
    for (Command command : Commands.all()) {
      root.addSubcommand(command.name(), command.spec());
    }
    return root.addSubcommand(Completion.NAME, completion())
        .addSubcommand("help", CommandSpec.forAnnotatedObject(new CommandLine.HelpCommand()));
  }

  private static CommandSpec completion() {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new AutoComplete.GenerateCompletion());
    spec.usageMessage().header("Prints what gives bash and zsh TAB completion.");
    return spec;
  }

  private Main() {}
}
