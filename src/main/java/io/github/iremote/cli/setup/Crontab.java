package io.github.iremote.cli.setup;

import io.github.iremote.cli.Surroundings;
import io.github.iremote.config.ConfigsDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The line that has cron start this very program. */
record Crontab(Surroundings here, Path configs) {

  String line() {
    return "*/5 * * * * "
        + program()
        + " status --quiet"
        + (found() ? "" : " --configs " + configs);
  }

  /** The launcher that belongs to the jar: in an installation, or in the sources. */
  private String program() {
    if (here.jar().isEmpty()) {
      return "iremote";
    }
    Path jar = here.jar().get().toAbsolutePath();
    for (String place : List.of("iremote", "../../bin/iremote", "../scripts/iremote")) {
      Path launcher = jar.resolveSibling(place).normalize();
      if (Files.isRegularFile(launcher) && Files.isExecutable(launcher)) {
        return launcher.toString();
      }
    }
    return Path.of(System.getProperty("java.home"), "bin", "java") + " -jar " + jar;
  }

  /** Whether a program that cron starts, with nothing but a home, finds the directory by itself. */
  private boolean found() {
    String home = here.environment().getOrDefault("HOME", System.getProperty("user.home"));
    return ConfigsDirectory.toBe(Optional.empty(), Map.of("HOME", home), Path.of(home), here.jar())
        .equals(configs);
  }
}
