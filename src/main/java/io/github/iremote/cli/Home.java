package io.github.iremote.cli;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.config.Config;
import io.github.iremote.run.RunFile;
import io.github.iremote.vehicle.Vehicle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** The owner's files and what is around, for a command that asks nobody. */
public record Home(Surroundings here, Log log, Path configs, Config config) {

  /** What a command is started with; its configuration is read. */
  public static Home of(ParseResult arguments, Surroundings here) {
    return of(here, Options.log(arguments), Options.configs(arguments, here));
  }

  /** The same, where the folder is known. */
  public static Home of(Surroundings here, Log log, Path configs) {
    return new Home(here, log, configs, config(here, configs));
  }

  static Config config(Surroundings here, Path configs) {
    Path file = configs.resolve(Config.FILE);
    if (Files.notExists(file)) {
      throw new Failure.BadConfig(
          file + " does not exist: run iremote setup" + Sample.advice(here.jar()));
    }
    return Config.load(configs, here.environment());
  }

  /** The cars on the account as BMW last listed them. */
  public List<Vehicle> seen() {
    return new RunFile(RunFile.open(configs, here.clock(), log)).state().vehicles();
  }
}
