package io.github.iremote.config;

import io.github.iremote.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the configs directory: cron starts in {@code $HOME}, so it may be in several places. */
public final class ConfigsDirectory {

  /**
   * The first that exists of {@link #candidates}.
   *
   * @param option what {@code --configs} says
   * @param jar where the program itself lies, if it is a jar
   */
  public static Path find(
      Optional<Path> option,
      Map<String, String> environment,
      Path workingDirectory,
      Optional<Path> jar) {
    List<Path> candidates = candidates(option, environment, workingDirectory, jar);
    for (Path candidate : candidates) {
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    throw new Failure.BadConfig(
        option.isPresent()
            ? "--configs " + option.get() + " is not a directory"
            : "no configs directory found; run iremote setup, or name one with --configs");
  }

  /** Where a first configuration belongs: the directory that is found, or the one to be made. */
  public static Path toBe(
      Optional<Path> option,
      Map<String, String> environment,
      Path workingDirectory,
      Optional<Path> jar) {
    List<Path> candidates = candidates(option, environment, workingDirectory, jar);
    boolean named =
        option.isPresent() || environmentPath(environment, "IREMOTE_CONFIGS").isPresent();
    Path made = candidates.get(named ? 0 : candidates.size() - 1);
    return candidates.stream().filter(Files::isDirectory).findFirst().orElse(made);
  }

  /** Makes the directory, if it is not there; what is in it is nobody else's business. */
  public static void make(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (UnsupportedOperationException e) {
      // a file system without modes
    } catch (IOException e) {
      throw new Failure.BadConfig(
          directory + " cannot be made (" + e + "): check who owns the directory above", e);
    }
  }

  /** Where a directory may be, the best first; {@code --configs} leaves no choice. */
  public static List<Path> candidates(
      Optional<Path> option,
      Map<String, String> environment,
      Path workingDirectory,
      Optional<Path> jar) {
    List<Path> candidates = new ArrayList<>();
    if (option.isPresent()) {
      return List.of(workingDirectory.resolve(option.get()));
    }
    Optional<Path> named = environmentPath(environment, "IREMOTE_CONFIGS");
    if (named.isPresent()) {
      candidates.add(named.get());
    }
    candidates.add(workingDirectory.resolve("configs"));
    Path folder = jar.isPresent() ? jar.get().getParent() : null;
    for (int up = 0; up <= 2 && folder != null; up++) {
      candidates.add(folder.resolve("configs"));
      folder = folder.getParent();
    }
    candidates.add(userDirectory(environment));
    return candidates;
  }

  /** {@code $XDG_CONFIG_HOME/iremote}, where a user's own configuration belongs. */
  public static Path userDirectory(Map<String, String> environment) {
    Optional<Path> named = environmentPath(environment, "XDG_CONFIG_HOME");
    Path folder = named.isPresent() ? named.get() : home(environment).resolve(".config");
    return folder.resolve("iremote");
  }

  private static Path home(Map<String, String> environment) {
    return environmentPath(environment, "HOME")
        .orElseGet(() -> Path.of(System.getProperty("user.home")));
  }

  private static Optional<Path> environmentPath(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
  }

  private ConfigsDirectory() {}
}
