package io.github.iremote.cli.demo;

import io.github.iremote.Failure;
import io.github.iremote.cli.Command;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code demo}: the real job, over real HTTP, against a pretend BMW and a pretend Slack on this
 * machine: a day of a car, a poll every five minutes of it.
 */
public final class DemoCommand implements Command {
  /** The path of the pretend webhook, by which a directory of ours is recognised. */
  static final String HOOK = "/services/demo";

  private static final List<String> APIS = List.of("cardata", "stream", "connecteddrive");

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public CommandSpec spec() {
    return Options.command(
            name(),
            "Shows a day of a car in a few seconds; needs no account.",
            "The whole job, against a pretend BMW and a pretend Slack on this machine.")
        .addOption(
            Options.value(
                "--api", "NAME", "cardata (without it as well), stream or connecteddrive."))
        .addOption(Options.value("--language", "LANG", "Of the messages: en or de."))
        .addOption(Options.flag("--fast", "Do not pause between messages."))
        .addOption(
            Options.value("--keep", "DIR", "Leave the configs directory there to be looked at."));
  }

  @Override
  public int run(ParseResult arguments, Surroundings here) {
    String api = Options.text(arguments, "--api").orElse(APIS.get(0));
    if (!APIS.contains(api)) {
      throw new Failure.BadConfig("--api " + api + " is none of " + String.join(", ", APIS));
    }
    Optional<Path> keep =
        Options.text(arguments, "--keep").map(dir -> here.workingDirectory().resolve(dir));
    Path configs = directory(keep);
    try {
      boolean fast = Options.has(arguments, "--fast");
      String language = Options.text(arguments, "--language").orElse("en");
      return api.equals("stream")
          ? new StreamDay(configs, language, fast, here, midnight(here)).play()
          : new DemoDay(configs, language, fast, here).play(api, midnight(here));
    } finally {
      if (keep.isEmpty()) {
        delete(configs);
      } else {
        here.out().println("The configs directory is " + configs);
      }
    }
  }

  /** Yesterday, so that all of its evening is over for whoever looks at the history it leaves. */
  private static Instant midnight(Surroundings here) {
    ZoneId zone = ZoneId.systemDefault();
    return LocalDate.ofInstant(here.clock().instant(), zone)
        .minusDays(1)
        .atStartOfDay(zone)
        .toInstant();
  }

  /** An empty directory; what an earlier demo has left in it is removed, and nothing else. */
  private static Path directory(Optional<Path> keep) {
    try {
      if (keep.isEmpty()) {
        return Files.createTempDirectory("iremote-demo");
      }
      Path config = keep.get().resolve("config.json");
      if (Files.exists(config)) {
        if (!Files.readString(config).contains(HOOK)) {
          throw new Failure.BadConfig(config + " is not the demo's: name another directory");
        }
        delete(keep.get());
      }
      return Files.createDirectories(keep.get());
    } catch (IOException e) {
      throw new Failure.BadConfig("the demo's configs directory cannot be made: " + e, e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new Failure.BadConfig(directory + " cannot be removed: " + e, e);
    }
  }
}
