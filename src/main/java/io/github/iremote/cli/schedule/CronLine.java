package io.github.iremote.cli.schedule;

import io.github.iremote.Failure;
import io.github.iremote.cli.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The line that has cron start this very program on this very directory. */
public record CronLine(Surroundings here, Path configs) {
  /** By which {@code scripts/install} knows the line as ours. */
  static final String MARK = " # iremote";

  public String text() {
    return text("status");
  }

  /**
   * @param command {@code status}; or {@code watch}, which ends at once while another one runs
   */
  public String text(String command) {
    return "*/5 * * * * "
        + program()
        + " "
        + command
        + " --quiet --configs "
        + quoted(configs.toAbsolutePath().normalize().toString())
        + MARK;
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
        return quoted(launcher.toString());
      }
    }
    return quoted(Path.of(System.getProperty("java.home"), "bin", "java").toString())
        + " -jar "
        + quoted(jar.toString());
  }

  /** Cron ends a command at a percent sign that has no backslash, even between quotes. */
  private static String quoted(String path) {
    if (path.chars().anyMatch(Character::isISOControl)) {
      throw new Failure.BadConfig("no crontab can hold a path with a line break in it");
    }
    String word = path.matches("[\\w/.,:@+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    // the backslash that is to protect it must not follow another
    return word.replace("\\%", "\\''%").replace("%", "\\%");
  }
}
