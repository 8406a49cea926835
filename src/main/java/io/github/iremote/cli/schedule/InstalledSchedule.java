package io.github.iremote.cli.schedule;

import io.github.iremote.cli.Surroundings;
import io.github.iremote.config.ConfigsDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What starts the program on this machine: every few minutes, or to stay.
 *
 * @param kind {@code cron} or {@code systemd}
 * @param place where an owner sees it: a command, or a file
 * @param configs the configs directory that it reads
 * @param stays whether what it starts is {@code watch}
 */
public record InstalledSchedule(String kind, String place, Path configs, boolean stays) {

  /** Whether it reads this directory, by whatever path. */
  public boolean reads(Path directory) {
    try {
      return Files.isSameFile(configs, directory);
    } catch (IOException e) {
      return configs.toAbsolutePath().normalize().equals(directory.toAbsolutePath().normalize());
    }
  }

  @Override
  public String toString() {
    return kind + " (" + place + ")";
  }

  /** All that are found, the user's own first. */
  public static List<InstalledSchedule> all(Surroundings here) {
    List<InstalledSchedule> found = new ArrayList<>();
    for (String line : new Crontab(here).lines()) {
      ofCommand(here, line.replace("\\%", "%"), "cron", "crontab -l").ifPresent(found::add);
    }
    Path home = home(here);
    Path own = ConfigsDirectory.userDirectory(here.environment()).resolveSibling("systemd/user");
    found.addAll(ofUnits(here, own, own));
    if (here.jar().isPresent()) { // otherwise nothing is installed on this machine
      Path systems = Path.of("/etc/systemd/system");
      readable(Path.of("/etc/cron.d/iremote"))
          .flatMap(line -> ofCommand(here, line, "cron", "/etc/cron.d/iremote"))
          .ifPresent(found::add);
      List<InstalledSchedule> made = ofUnits(here, systems, systems);
      found.addAll(
          made.isEmpty() ? ofUnits(here, Path.of("/usr/lib/systemd/system"), systems) : made);
    }
    return List.copyOf(found);
  }

  /** The directory that is meant where no other holds a configuration. */
  public static Optional<Path> directory(Surroundings here) {
    return all(here).stream()
        .map(InstalledSchedule::configs)
        .filter(folder -> Files.notExists(folder) || Files.isWritable(folder))
        .findFirst();
  }

  /**
   * @param enabled where systemd links what it starts
   */
  private static List<InstalledSchedule> ofUnits(Surroundings here, Path units, Path enabled) {
    List<InstalledSchedule> found = new ArrayList<>();
    if (Files.exists(enabled.resolve("timers.target.wants/iremote.timer"))) {
      ofUnit(here, units.resolve("iremote.service")).ifPresent(found::add);
    }
    for (String target : List.of("multi-user", "default")) {
      if (Files.exists(enabled.resolve(target + ".target.wants/iremote-watch.service"))) {
        ofUnit(here, units.resolve("iremote-watch.service")).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<InstalledSchedule> ofUnit(Surroundings here, Path unit) {
    return readable(unit)
        .flatMap(text -> text.lines().filter(line -> line.startsWith("ExecStart=")).findFirst())
        .map(line -> line.substring("ExecStart=".length()).replace("%%", "%").replace("$$", "$"))
        .flatMap(line -> ofCommand(here, line, "systemd", unit.toString()));
  }

  private static Optional<InstalledSchedule> ofCommand(
      Surroundings here, String line, String kind, String place) {
    List<String> words = ShellWords.of(line);
    boolean ours =
        !line.startsWith("#")
            && (words.contains("status") || words.contains("watch"))
            && words.stream().anyMatch(word -> word.matches("(.*/)?iremote(\\.jar)?"));
    return ours
        ? Optional.of(
            new InstalledSchedule(kind, place, directory(here, words), words.contains("watch")))
        : Optional.empty();
  }

  private static Path directory(Surroundings here, List<String> words) {
    Path home = home(here);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith("--configs=")) {
        return home.resolve(expanded(word.substring("--configs=".length()), home));
      }
      if (word.equals("--configs") && i + 1 < words.size()) {
        return home.resolve(expanded(words.get(i + 1), home));
      }
    }
    return new ConfigsDirectory(
            Optional.empty(), Map.of("HOME", home.toString()), home, here.jar(), Optional::empty)
        .toBe();
  }

  private static String expanded(String word, Path home) {
    return word.replace("${HOME}", home.toString())
        .replace("$HOME", home.toString())
        .replaceFirst("^~(?=/)", home.toString().replace("\\", "\\\\").replace("$", "\\$"));
  }

  private static Path home(Surroundings here) {
    String home = here.environment().getOrDefault("HOME", System.getProperty("user.home"));
    return Path.of(home);
  }

  private static Optional<String> readable(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
