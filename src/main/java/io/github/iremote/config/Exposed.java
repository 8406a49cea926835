package io.github.iremote.config;

import io.github.iremote.disk.OwnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what other users of this machine can read or change, and should not. */
public final class Exposed {
  private static final Set<PosixFilePermission> READ =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
  private static final Set<PosixFilePermission> WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** For each such file, and for their directory, a sentence that says how to close it. */
  public static List<String> files(Path configs) {
    List<String> sentences = new ArrayList<>();
    if (allowed(configs, WRITE)) {
      sentences.add(
          "other users can write to " + configs + "; close it with: chmod go-w " + configs);
    }
    for (String name : List.of(Config.FILE, "token.json")) {
      Path file = configs.resolve(name);
      if (allowed(file, READ)) {
        sentences.add("other users can read " + file + "; close it with: chmod 600 " + file);
      } else if (allowed(file, WRITE)) {
        sentences.add("other users can write to " + file + "; close it with: chmod 600 " + file);
      }
    }
    return sentences;
  }

  /**
   * Why somebody else than who runs the program may have written the config; nothing if nobody can
   * have. Such a config may not have files read or programs started.
   */
  public static Optional<String> toOtherWriters(Path configs) {
    for (Path path : List.of(configs, configs.resolve(Config.FILE))) {
      if (OwnFile.foreign(path)) {
        return Optional.of(path + " belongs to another user: run it as that user, or chown it");
      }
      if (allowed(path, WRITE)) {
        return Optional.of("other users can write to " + path + ": chmod go-w " + path);
      }
    }
    return Optional.empty();
  }

  /** Whether somebody else than who runs the program can change what is there. */
  public static boolean toOthers(Path path) {
    return OwnFile.foreign(path) || allowed(path, WRITE);
  }

  private static boolean allowed(Path path, Set<PosixFilePermission> to) {
    try {
      return Files.getPosixFilePermissions(path).stream().anyMatch(to::contains);
    } catch (IOException | UnsupportedOperationException e) {
      // no such file yet, or a file system without modes
      return false;
    }
  }

  private Exposed() {}
}
