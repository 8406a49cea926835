package io.github.iremote.cli.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.cli.Command;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.config.Config;
import io.github.iremote.config.ConfigText;
import io.github.iremote.config.ConfigsDirectory;
import io.github.iremote.json.JsonFile;
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
            "Logs in, finds the cars, and tries the webhook on the way. What the options say is not"
                + " asked; without a terminal nothing is. SECRET is $${NAME}, $${file:/path}, or -"
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
    JsonFile file = new JsonFile(configs.resolve(Config.FILE));
    if (Files.exists(file.path()) && !Options.has(arguments, "--overwrite")) {
      throw new Failure.BadConfig(
          file.path() + " is there already; to replace it: iremote setup --overwrite");
    }
    Questions ask = new Questions(arguments, here);
    ask.explain(
        "A few questions, then "
            + file.path()
            + " is written.\nEnter takes what is in [brackets]; Ctrl-C ends it, and writes nothing.");
    SetupSteps steps = new SetupSteps(ask, arguments, here, configs);
    ObjectNode config = steps.all();
    ConfigsDirectory.make(configs);
    file.write(ConfigText.of(config));
    here.out().println("Written: " + file.path());
    here.out().println("To see your cars, and to post for the first time: iremote status");
    here.out().println("For cron, unless an installer has seen to it (crontab -e):");
    here.out().println(new Crontab(here, configs).line());
    return 0;
  }
}
