package io.github.iremote.cli.check;

import io.github.iremote.Failure;
import io.github.iremote.cli.Command;
import io.github.iremote.cli.Cost;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.Version;
import io.github.iremote.cli.Wiring;
import io.github.iremote.config.Config;
import io.github.iremote.config.Exposed;
import io.github.iremote.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code check}: finds out why it does not work, from the inside out. */
public final class CheckCommand implements Command {

  @Override
  public String name() {
    return "check";
  }

  @Override
  public CommandSpec spec() {
    return Options.command(
            name(),
            "Finds out why it does not work, and what to do about it.",
            "One line for each thing: \"ok\"; \"!!\" is why, and what to do about it; \"!\" should"
                + " be otherwise, but does no harm yet; \"--\" was not looked at.")
        .addOption(Options.flag("--post", "Send one test message; without it, nothing is posted."));
  }

  @Override
  public int run(ParseResult arguments, Surroundings here) {
    Findings findings = new Findings(here.out(), Options.log(arguments).tracing());
    findings.look("program", () -> Version.text() + ", Java " + Runtime.version());
    Optional<Path> configs =
        findings.find(
            "directory",
            () -> writable(Options.configs(arguments, here)),
            directory -> directory + " can be written");
    if (configs.isPresent()) {
      findings
          .find("config", () -> new Wiring(arguments, here), CheckCommand::summary)
          .ifPresent(wiring -> look(findings, wiring, Options.has(arguments, "--post")));
    }
    return findings.exitCode();
  }

  private static void look(Findings findings, Wiring wiring, boolean post) {
    modes(findings, wiring.configs);
    Optional<RunLock> free = RunLock.tryAcquire(wiring.configs);
    if (free.isEmpty()) {
      findings.skip("BMW", "another run is under way: check again when it has ended");
      return;
    }
    RunLock lock = free.get();
    try (lock) {
      new ScheduleChecks(findings, wiring).run();
      new ProxyChecks(findings, wiring).run();
      new Cost(wiring).ofList();
      new BmwChecks(findings, wiring).run();
      new PlaceChecks(wiring).run(findings, post);
    }
  }

  private static Path writable(Path configs) {
    try {
      Files.delete(Files.createTempFile(configs, ".check", ".tmp"));
      return configs;
    } catch (IOException e) {
      throw new Failure.BadConfig(
          configs + " cannot be written: check its owner, its mode and the free space", e);
    }
  }

  private static String summary(Wiring wiring) {
    Config config = wiring.config;
    int cars = config.vehicles().size();
    return wiring.configs.resolve(Config.FILE)
        + ": "
        + wiring.source.title()
        + ", "
        + (cars == 0 ? "every car on the account" : cars == 1 ? "one car" : cars + " cars")
        + ", "
        + PlaceChecks.summary(config);
  }

  private static void modes(Findings findings, Path configs) {
    List<String> exposed = Exposed.files(configs);
    exposed.forEach(sentence -> findings.warn("modes", sentence));
    if (exposed.isEmpty()) {
      findings.look("modes", () -> "no other user can read your secrets");
    }
  }
}
