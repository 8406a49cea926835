package io.github.iremote.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.iremote.Failure;
import io.github.iremote.config.Config;
import io.github.iremote.config.Exposed;
import io.github.iremote.disk.OwnFile;
import io.github.iremote.run.RunFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Tells {@code scripts/iremote} until when the same command has nothing to do, so that it need not
 * start Java for that. Other than by the launcher no such note is asked for, and none is written.
 */
final class RestNote {

  /**
   * Leaves the note; where that is not possible, the next run starts Java, as it would without.
   *
   * @param until before when there is nothing to do, unless a file changes
   */
  static void leave(Map<String, String> environment, Path configs, Instant from, Instant until) {
    String place = environment.getOrDefault("IREMOTE_REST_NOTE", "");
    if (place.isEmpty()) {
      return;
    }
    Path note = Path.of(place);
    Path half = note.resolveSibling(note.getFileName() + ".new");
    List<String> lines = new ArrayList<>();
    lines.add(from.getEpochSecond() + " " + until.getEpochSecond());
    lines.add(environment.getOrDefault("IREMOTE_REST_FOR", ""));
    try {
      files(configs).forEach(file -> lines.add(file.toAbsolutePath().toString()));
      if (Exposed.toOthers(note.getParent().getParent())) {
        return; // somebody else could write notes there, which nobody heeds
      }
      OwnFile.makeFolder(note.getParent());
      Files.deleteIfExists(half);
      try (FileChannel channel = OwnFile.create(half)) {
        channel.write(ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(UTF_8)));
      }
      Files.move(half, note, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | Failure.BadConfig e) {
      // a cache that is not there yet, or not writable
    }
  }

  /** A change of these is a reason to look: one of a car that is gone, above all. */
  private static List<Path> files(Path configs) throws IOException {
    List<Path> cars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(configs, "event-*.json")) {
      found.forEach(cars::add);
    }
    Collections.sort(cars);
    List<Path> files = new ArrayList<>();
    files.add(configs.resolve(Config.FILE));
    files.add(configs.resolve(RunFile.NAME));
    files.addAll(cars);
    return files;
  }

  private RestNote() {}
}
