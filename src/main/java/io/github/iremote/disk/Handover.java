package io.github.iremote.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Leaves a file that was just made to whom its directory belongs: what root makes with {@code sudo
 * iremote check} must not lock out the user that cron runs as. That user may meanwhile put another
 * file in its place, so it is given away by its open handle, which leads to the file itself; where
 * a system has no such handles, it stays root's.
 *
 * @param owner to whom it is to belong; nobody, if its directory is our own
 * @param before the handles that were open before it was made, and where they lead
 */
record Handover(Optional<Object> owner, Map<Path, Path> before) {
  private static final Path HANDLES = Path.of("/proc/self/fd");
  private static final Path OURSELVES = Path.of("/proc/self");
  private static final Handover NONE = new Handover(Optional.empty(), Map.of());

  /** Before a file is made in this directory. */
  static Handover in(Path directory) throws IOException {
    return foreign(directory)
        ? new Handover(Optional.of(Files.getAttribute(directory, "unix:uid")), handles())
        : NONE;
  }

  /** Whether a directory belongs to somebody else than who runs the program. */
  static boolean foreign(Path directory) {
    try {
      Object owner = Files.getAttribute(directory, "unix:uid");
      return !owner.equals(Files.getAttribute(OURSELVES, "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false; // a system that knows no owners, or does not tell who we are
    }
  }

  /** After it was made, while it is open. */
  void give(Path file) throws IOException {
    if (owner.isEmpty()) {
      return;
    }
    Path place = file.getParent().toRealPath().resolve(file.getFileName());
    Map<Path, Path> opened = handles();
    opened.entrySet().removeAll(before.entrySet());
    for (Map.Entry<Path, Path> handle : opened.entrySet()) {
      if (handle.getValue().equals(place) && isOnlyThere(handle.getKey())) {
        giveAway(handle.getKey());
      }
    }
  }

  private void giveAway(Path handle) {
    try {
      Files.setAttribute(handle, "unix:uid", owner.get());
    } catch (IOException e) {
      // only root can give files away; anybody else may keep theirs
    }
  }

  /** A file with another name elsewhere is not the one that was just made. */
  private static boolean isOnlyThere(Path handle) throws IOException {
    boolean folder = Files.isDirectory(handle);
    boolean file =
        Files.isRegularFile(handle) && Files.getAttribute(handle, "unix:nlink").equals(1);
    return (file || (folder && isEmpty(handle)))
        && Files.getAttribute(handle, "unix:uid").equals(Files.getAttribute(OURSELVES, "unix:uid"));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return !files.iterator().hasNext();
    }
  }

  private static Map<Path, Path> handles() throws IOException {
    Map<Path, Path> handles = new HashMap<>();
    try (DirectoryStream<Path> open = Files.newDirectoryStream(HANDLES)) {
      for (Path handle : open) {
        try {
          handles.put(handle, Files.readSymbolicLink(handle));
        } catch (IOException e) {
          // closed meanwhile
        }
      }
    }
    return handles;
  }
}
