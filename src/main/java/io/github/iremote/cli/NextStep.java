package io.github.iremote.cli;

import io.github.iremote.Failure;
import io.github.iremote.cli.schedule.InstalledSchedule;
import io.github.iremote.config.Config;
import io.github.iremote.config.ConfigsDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What somebody has to do who has just installed the program. */
final class NextStep {

  /** Nothing where there is a configuration. */
  static Optional<String> words(Surroundings here) {
    try {
      Path configs =
          new ConfigsDirectory(
                  Optional.empty(),
                  here.environment(),
                  here.workingDirectory(),
                  here.jar(),
                  () -> InstalledSchedule.directory(here))
              .toBe();
      return Files.exists(configs.resolve(Config.FILE))
          ? Optional.empty()
          : Optional.of(
              "\nNothing is set up yet. To begin: "
                  + asOwner(configs)
                  + "iremote setup. Only to look: iremote demo");
    } catch (Failure e) {
      return Optional.of("\n" + e.getMessage());
    }
  }

  /** A package keeps its configuration with a user of its own. */
  private static String asOwner(Path configs) {
    try {
      String owner = Files.getOwner(configs).getName();
      return owner.equals(System.getProperty("user.name")) ? "" : "sudo -u " + owner + " ";
    } catch (IOException e) {
      return ""; // it is yet to be made
    }
  }

  private NextStep() {}
}
