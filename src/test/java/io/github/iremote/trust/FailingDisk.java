package io.github.iremote.trust;

import io.github.iremote.OwnersMachine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A configs directory that can be made unwritable, and writable again: a small file system of its
 * own that is filled up or mounted read-only where there is one, else with something in the way of
 * the files.
 */
final class FailingDisk {
  private static final int PAGE = 4096;
  private static final List<String> FILES =
      List.of("event-" + OwnersMachine.VIN + ".json", "token.json", "run.json");

  final Path configs;
  private final boolean ownFileSystem;
  private boolean readOnly;

  /**
   * @param mounted the small file system, or null
   */
  FailingDisk(String mounted, Path otherwise) {
    ownFileSystem = mounted != null;
    configs = ownFileSystem ? Path.of(mounted) : otherwise;
  }

  /** How many ways there are to leave no room. */
  int choices() {
    return ownFileSystem ? 4 : 7;
  }

  /**
   * Leaves no room.
   *
   * @param choice how many pages are left, or which files are in whose way
   */
  void fill(int choice) {
    try {
      if (ownFileSystem) {
        fillUpTo(choice);
        return;
      }
      for (int i = 0; i < FILES.size(); i++) {
        if ((choice >> i & 1) == 0) {
          Path inTheWay = configs.resolve("." + FILES.get(i) + ".tmp");
          Files.deleteIfExists(inTheWay);
          Files.createDirectories(inTheWay.resolve("full"));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fillUpTo(int pages) throws IOException {
    byte[] page = new byte[PAGE];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(configs.resolve("ballast"))) {
      while (true) {
        out.write(page);
        size += PAGE;
      }
    } catch (IOException full) {
      try (var channel = FileChannel.open(configs.resolve("ballast"), StandardOpenOption.WRITE)) {
        channel.truncate(Math.max(0, size - (long) pages * PAGE));
      }
    }
  }

  /** Only where there is a file system of its own. */
  boolean makeReadOnly() throws IOException, InterruptedException {
    if (ownFileSystem) {
      remount("ro");
      readOnly = true;
    }
    return ownFileSystem;
  }

  void free() throws IOException, InterruptedException {
    if (readOnly) {
      remount("rw");
      readOnly = false;
    }
    Files.deleteIfExists(configs.resolve("ballast"));
    for (String file : FILES) {
      Path inTheWay = configs.resolve("." + file + ".tmp");
      Files.deleteIfExists(inTheWay.resolve("full"));
      if (Files.isDirectory(inTheWay)) {
        Files.delete(inTheWay);
      }
    }
  }

  private void remount(String how) throws IOException, InterruptedException {
    Process mount =
        new ProcessBuilder("mount", "-o", "remount," + how, configs.toString()).inheritIO().start();
    if (!mount.waitFor(10, TimeUnit.SECONDS) || mount.exitValue() != 0) {
      throw new IOException("cannot remount " + configs + " " + how);
    }
  }
}
