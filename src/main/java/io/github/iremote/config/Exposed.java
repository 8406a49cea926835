package io.github.iremote.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/** Finds files with secrets in them that other users of this machine can read. */
public final class Exposed {

  /** For each such file a sentence that says how to close it. */
  public static List<String> files(Path configs) {
    return List.of(Config.FILE, "token.json").stream()
        .map(configs::resolve)
        .filter(Exposed::readableByOthers)
        .map(file -> "other users can read " + file + "; close it with: chmod 600 " + file)
        .toList();
  }

  private static boolean readableByOthers(Path file) {
    try {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
      return mode.contains(PosixFilePermission.GROUP_READ)
          || mode.contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException e) {
      // no such file yet, or a file system without modes
      return false;
    }
  }

  private Exposed() {}
}
