package io.github.iremote.cli;

import io.github.iremote.Log;
import io.github.iremote.cli.schedule.InstalledSchedule;
import io.github.iremote.config.ConfigsDirectory;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of commands: those that all share, and short ways to declare and read others. */
public final class Options {

  /** A command with the shared options. */
  public static CommandSpec command(String name, String... description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description);
    spec.addOption(value("--configs", "DIR", "The directory that holds config.json."));
    spec.addOption(
        OptionSpec.builder("-v", "--verbose")
            .type(boolean[].class)
            .arity("0")
            .description("Say what is done; -vv adds HTTP lines and stack traces.")
            .build());
    spec.addOption(help(OptionSpec.builder("-h", "--help"), "Show this help and exit."));
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print the version and exit.")
            .build());
    spec.versionProvider(() -> new String[] {Version.text()});
    return spec;
  }

  private static OptionSpec help(OptionSpec.Builder option, String description) {
    return option.usageHelp(true).description(description).build();
  }

  public static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  public static OptionSpec value(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  public static boolean has(ParseResult arguments, String flag) {
    return arguments.hasMatchedOption(flag);
  }

  public static Optional<String> text(ParseResult arguments, String name) {
    return Optional.ofNullable(arguments.matchedOptionValue(name, null));
  }

  public static Log log(ParseResult arguments) {
    boolean[] before = beforeCommand(arguments, "-v", new boolean[0]);
    boolean[] after = arguments.matchedOptionValue("-v", new boolean[0]);
    return new Log(before.length + after.length);
  }

  /** What stands before the command's name: shared options may stand on either side. */
  private static <T> T beforeCommand(ParseResult arguments, String option, T otherwise) {
    CommandSpec root = arguments.commandSpec().parent();
    return root == null
        ? otherwise
        : root.commandLine().getParseResult().matchedOptionValue(option, otherwise);
  }

  public static Path configs(ParseResult arguments, Surroundings here) {
    return directory(arguments, here).find();
  }

  /** The configs directory, whether it exists or is yet to be made. */
  public static Path configsToBe(ParseResult arguments, Surroundings here) {
    return directory(arguments, here).toBe();
  }

  private static ConfigsDirectory directory(ParseResult arguments, Surroundings here) {
    return new ConfigsDirectory(
        configs(arguments),
        here.environment(),
        here.workingDirectory(),
        here.jar(),
        () -> InstalledSchedule.directory(here));
  }

  private static Optional<Path> configs(ParseResult arguments) {
    String before = beforeCommand(arguments, "--configs", null);
    String directory = arguments.matchedOptionValue("--configs", before);
    return directory == null ? Optional.empty() : Optional.of(Path.of(directory));
  }

  private Options() {}
}
