package io.github.iremote.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds files with secrets in them that other users of this machine can read. */
public final class Exposed {

  /** For each such file a sentence that says how to close it. */
  public static List<String> files(Path configs) {
    List<String> sentences = new ArrayList<>();
    for (String name : List.of(Config.FILE, "token.json")) {
      Path file = configs.resolve(name);
      if (readableByOthers(file)) {
        sentences.add("other users can read " + file + "; close it with: chmod 600 " + file);
      }
    }
    return sentences;
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
