package io.github.iremote.cli.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.config.Config;
import io.github.iremote.config.ConfigText;
import io.github.iremote.config.ConfigsDirectory;
import io.github.iremote.json.Json;
import io.github.iremote.json.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** One set-up from the first question to the schedule. */
record Setup(Questions ask, ParseResult options, Surroundings here, Path configs) {

  void run() {
    JsonFile file = new JsonFile(configs.resolve(Config.FILE));
    SetupSteps steps = new SetupSteps(ask, options, here, configs);
    if (Files.exists(file.path()) && !Options.has(options, "--overwrite")) {
      takeUp(file, steps);
      return;
    }
    ask.explain(
        "A few questions, then "
            + file.path()
            + " is written.\nEnter takes what is in [brackets]. Ctrl-C ends it; a login that is made"
            + " by then is kept.");
    ObjectNode config = steps.all();
    ConfigsDirectory.make(configs);
    file.write(ConfigText.of(config));
    here.out().println("Written: " + file.path());
    sayWhatIsNext(file, told(config));
  }

  private static boolean told(ObjectNode config) {
    return config.has("slack") || config.has("notify");
  }

  /** A configuration that is there is not touched, but for the places that were left for later. */
  private void takeUp(JsonFile file, SetupSteps steps) {
    Optional<ObjectNode> lacking = here.terminal() ? withoutPlace(file.path()) : Optional.empty();
    if (lacking.isEmpty()) {
      throw new Failure.BadConfig(
          file.path() + " is there already; to replace it: iremote setup --overwrite");
    }
    ObjectNode config = lacking.get();
    ask.explain(file.path() + " is there; what it lacks is where messages go.");
    steps.places(config);
    if (told(config)) {
      for (String key : List.of("slack", "notify")) {
        if (config.has(key)) {
          file.write(ConfigText.with(key, config.get(key), text(file.path())));
        }
      }
      here.out().println("Written: " + file.path());
    }
    sayWhatIsNext(file, told(config));
  }

  /** The configuration, if it is a good one that has no place for messages. */
  private Optional<ObjectNode> withoutPlace(Path file) {
    try {
      Config.load(configs, here.environment());
      ObjectNode config = (ObjectNode) Json.parseWithComments(text(file));
      return Optional.of(config).filter(tree -> !tree.has("slack") && !tree.has("notify"));
    } catch (Failure | IOException e) {
      return Optional.empty();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Failure.BadConfig(file + " cannot be read", e);
    }
  }

  private void sayWhatIsNext(JsonFile file, boolean told) {
    if (!told) {
      here.out().println("Messages go nowhere yet. When you know where: iremote setup");
      return;
    }
    boolean streams = Config.load(configs, here.environment()).api().streams();
    boolean scheduled = new ScheduleStep(ask, here, configs, streams).run();
    here.out()
        .println(
            scheduled
                ? "The next run posts for the first time; to see your cars now: iremote status"
                : "To see your cars, and to post for the first time: iremote status");
  }
}
