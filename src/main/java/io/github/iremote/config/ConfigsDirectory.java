package io.github.iremote.config;

import io.github.iremote.Failure;
import io.github.iremote.disk.OwnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the configs directory: cron starts in {@code $HOME}, so it may be in several places. A
 * folder of that name counts only if there is a {@code config.json} in it.
 *
 * @param option what {@code --configs} says
 * @param jar where the program itself lies, if it is a jar
 * @param scheduled the directory that an installed schedule names; asked only if no other will do
 */
public record ConfigsDirectory(
    Optional<Path> option,
    Map<String, String> environment,
    Path workingDirectory,
    Optional<Path> jar,
    Supplier<Optional<Path>> scheduled) {

  /** The directory in use. */
  public Path find() {
    Path directory = toBe();
    if (!Files.isDirectory(directory)) {
      throw new Failure.BadConfig(
          named().isPresent()
              ? name() + " is not a directory"
              : "no configs directory found; run iremote setup, or name one with --configs");
    }
    return directory;
  }

  /** The directory in use, or the one to be made for a first configuration. */
  public Path toBe() {
    if (named().isPresent()) {
      return named().get();
    }
    return candidates().stream()
        .filter(ConfigsDirectory::holdsConfig)
        .findFirst()
        .or(scheduled)
        .orElseGet(() -> userDirectory(environment));
  }

  /** Makes the directory, if it is not there; what is in it is nobody else's business. */
  public static void make(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        Path folder = directory.toAbsolutePath();
        if (folder.getParent() != null) {
          Files.createDirectories(folder.getParent());
        }
        OwnFile.makeFolder(folder);
      }
    } catch (IOException e) {
      throw new Failure.BadConfig(
          directory + " cannot be made (" + e + "): check who owns the directory above", e);
    }
  }

  /** {@code $XDG_CONFIG_HOME/iremote}, where a user's own configuration belongs. */
  public static Path userDirectory(Map<String, String> environment) {
    Optional<Path> named = environmentPath(environment, "XDG_CONFIG_HOME");
    Path folder = named.isPresent() ? named.get() : home(environment).resolve(".config");
    return folder.resolve("iremote");
  }

  /** One that is named leaves no choice. */
  private Optional<Path> named() {
    return option
        .or(() -> environmentPath(environment, "IREMOTE_CONFIGS"))
        .map(workingDirectory::resolve);
  }

  private String name() {
    return option.map(path -> "--configs " + path).orElse("$IREMOTE_CONFIGS " + named().get());
  }

  /** Where a directory may be, the best first. */
  private List<Path> candidates() {
    List<Path> candidates = new ArrayList<>();
    candidates.add(workingDirectory.resolve("configs"));
    Path folder = jar.isPresent() ? jar.get().getParent() : null;
    for (int up = 0; up <= 2 && folder != null; up++) {
      candidates.add(folder.resolve("configs"));
      folder = folder.getParent();
    }
    candidates.add(userDirectory(environment));
    return candidates;
  }

  /**
   * One that cannot be looked into may be the one that is meant: passing it over could be wrong.
   */
  private static boolean holdsConfig(Path folder) {
    try {
      Files.readAttributes(folder.resolve(Config.FILE), BasicFileAttributes.class);
      return true;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return false;
    } catch (IOException e) {
      if (Files.isRegularFile(folder)) {
        return false;
      }
      throw new Failure.BadConfig(
          folder + " cannot be read" + ownedBy(folder) + "; or name another with --configs", e);
    }
  }

  private static String ownedBy(Path folder) {
    try {
      String owner = Files.getOwner(folder).getName();
      return ": it belongs to " + owner + "; run it as that user: sudo -u " + owner + " iremote …";
    } catch (IOException e) {
      return ": check what is there";
    }
  }

  private static Path home(Map<String, String> environment) {
    return environmentPath(environment, "HOME")
        .orElseGet(() -> Path.of(System.getProperty("user.home")));
  }

  private static Optional<Path> environmentPath(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
  }
}
