package io.github.iremote.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * A configuration that starts programs or reads other files is believed only where nobody but the
 * user who runs can have written it.
 */
final class OwnersFile {
  /** It belongs to whom this process runs as. */
  private static final Path SELF = Path.of("/proc/self");

  static void check(Path file, JsonNode tree) {
    String key = reaching(tree);
    if (key.isEmpty()) {
      return;
    }
    try {
      Path real = file.toRealPath();
      checkOne(real, key);
      checkOne(real.getParent(), key);
    } catch (UnsupportedOperationException e) {
      // a file system without owners and modes
    } catch (IOException e) {
      throw new Failure.BadConfig(file + " has no owner that can be seen: " + e.getMessage(), e);
    }
  }

  /** What in it reaches out of the file. */
  private static String reaching(JsonNode node) {
    if (node.isTextual()) {
      return node.asText().startsWith("${file:") ? "${file:…}" : "";
    }
    if (node.path("command").isArray()) {
      return "command";
    }
    for (JsonNode child : node) {
      String found = reaching(child);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  private static void checkOne(Path path, String key) throws IOException {
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
    if (mode.contains(PosixFilePermission.GROUP_WRITE)
        || mode.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new Failure.BadConfig(
          "other users can write to " + path + ", which uses " + key + ": chmod go-w " + path);
    }
    UserPrincipal owner = Files.getOwner(path);
    if (!owner.equals(self(path))) {
      throw new Failure.BadConfig(
          path
              + " belongs to "
              + owner.getName()
              + " and uses "
              + key
              + ": only that user may run it");
    }
  }

  private static UserPrincipal self(Path path) throws IOException {
    return Files.exists(SELF)
        ? Files.getOwner(SELF)
        : path.getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
  }

  private OwnersFile() {}
}
