package io.github.iremote.cli.setup;

import io.github.iremote.Failure;
import io.github.iremote.cli.Command;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.config.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code setup}: asks what it needs to know, tries it, and writes {@code config.json}. */
public final class SetupCommand implements Command {

  @Override
  public String name() {
    return "setup";
  }

  @Override
  public CommandSpec spec() {
    return Options.command(
            name(),
            "Asks a few questions and writes config.json.",
            "Logs in, finds the cars, tries the webhook on the way, and sees to it that something"
                + " starts the program every 5 minutes. One that was broken off goes on where it was."
                + " What the options say is not asked; without a terminal nothing is. SECRET is $${NAME}, $${file:/path}, or -"
                + " for a line of the standard input: others can read a command line.")
        .addOption(Options.value("--api", "API", "cardata or connecteddrive."))
        .addOption(Options.value("--client-id", "ID", "CarData: from the My BMW portal."))
        .addOption(Options.value("--region", "REGION", "ConnectedDrive: ROW, US or CN."))
        .addOption(Options.value("--authorization", "SECRET", "ConnectedDrive: \"Basic …\"."))
        .addOption(Options.value("--username", "NAME", "ConnectedDrive: of your BMW account."))
        .addOption(Options.value("--password", "SECRET", "ConnectedDrive: of your BMW account."))
        .addOption(Options.value("--server", "URL", "Another server than BMW's."))
        .addOption(Options.flag("--no-login", "Do not log in, nor look for cars."))
        .addOption(vehicle())
        .addOption(Options.value("--slack-webhook", "SECRET", "Where messages go."))
        .addOption(Options.flag("--post", "Send a test message to Slack."))
        .addOption(Options.flag("--no-post", "Send none."))
        .addOption(Options.value("--distance", "UNIT", "km or miles."))
        .addOption(Options.flag("--schedule", "Have cron run it, if nothing does yet."))
        .addOption(Options.flag("--no-schedule", "Leave cron alone."))
        .addOption(Options.value("--runs", "COMMAND", "What cron runs: status, or watch."))
        .addOption(Options.flag("--overwrite", "Replace a config.json that is there."));
  }

  private static OptionSpec vehicle() {
    return OptionSpec.builder("--vehicle")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("VIN[=NAME]")
        .description("A car to watch, and its name; may be repeated. Without it: every car.")
        .build();
  }

  @Override
  public int run(ParseResult arguments, Surroundings here) {
    Path configs = Options.configsToBe(arguments, here);
    Thread farewell = new Thread(() -> here.out().println("\n" + written(configs)));
    if (here.terminal()) {
      Runtime.getRuntime().addShutdownHook(farewell); // Ctrl-C
    }
    try {
      new Setup(new Questions(arguments, here), arguments, here, configs).run();
      return 0;
    } catch (Typed.Ended e) {
      throw new Failure.BadConfig(
          "the input has ended before the last answer. " + written(configs));
    } finally {
      if (here.terminal()) {
        Runtime.getRuntime().removeShutdownHook(farewell);
      }
    }
  }

  /** What is on the disk of a set-up that was broken off. */
  private static String written(Path configs) {
    if (Files.exists(configs.resolve(Config.FILE))) {
      return configs.resolve(Config.FILE) + " is there.";
    }
    return Files.exists(configs.resolve("token.json"))
        ? "The login is kept in " + configs + "; iremote setup goes on from there."
        : "Nothing is written.";
  }
}
