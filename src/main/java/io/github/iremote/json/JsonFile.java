package io.github.iremote.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.disk.OwnFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;

/** A JSON file that is never half-written: private from birth, forced to disk, then renamed. */
public final class JsonFile {
  private static final String CORRUPT = ".corrupt-";

  private final Path path;

  public JsonFile(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  /**
   * What the file holds; nothing if it does not exist.
   *
   * @throws IOException if it is not a JSON object
   * @throws Failure.BadConfig if it cannot be read
   */
  public Optional<JsonNode> read() throws IOException {
    return read(path);
  }

  /**
   * What a run that was killed has written whole, and not yet put in place of the file.
   *
   * @throws Failure.BadConfig if it cannot be read
   */
  public Optional<JsonNode> leftover() {
    try {
      return read(temporary());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> read(Path file) throws IOException {
    byte[] bytes;
    try {
      bytes = OwnFile.read(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (OwnFile.TooLarge e) {
      throw e;
    } catch (IOException e) {
      throw new Failure.BadConfig(
          file + " cannot be read (" + reason(e) + "): check its owner and mode", e);
    }
    JsonNode node = Json.parse(new String(bytes, StandardCharsets.UTF_8));
    if (!node.isObject()) {
      throw new IOException("it is not a JSON object");
    }
    return Optional.of(node);
  }

  /** Leaves a copy of the file, as private as itself; one that is there already stays. */
  public void copy(Path to) {
    try {
      if (Files.notExists(to, LinkOption.NOFOLLOW_LINKS)) {
        new JsonFile(to).write(new String(OwnFile.read(path), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new Failure.BadConfig(path + " cannot be copied to " + to + " (" + reason(e) + ")", e);
    }
  }

  /**
   * Replaces the file in one step. A run that is killed meanwhile leaves one temporary file, which
   * the next write replaces; the lock sees to it that no two runs write at once.
   *
   * @throws Failure.BadConfig if that is not possible; the old file is then as it was
   */
  public void write(JsonNode node) {
    write(Json.pretty(node));
  }

  /** Replaces the file by a text with comments in it, just so. */
  public void write(String text) {
    Path temporary = temporary();
    try {
      Files.deleteIfExists(temporary);
      try (FileChannel channel = OwnFile.create(temporary)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      takeOver(temporary);
    } catch (IOException e) {
      discard(temporary);
      throw unwritable(e);
    }
  }

  Path temporary() {
    return path.resolveSibling("." + path.getFileName() + ".tmp");
  }

  /** Puts a file that is whole in place of this. */
  void takeOver(Path whole) throws IOException {
    Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
    forceName();
  }

  /** What to say and do where the file could not be written. */
  public Failure.BadConfig unwritable(IOException e) {
    return new Failure.BadConfig(
        path
            + " cannot be written ("
            + reason(e)
            + "): check free space and the owner of "
            + path.getParent(),
        e);
  }

  /** Moves a damaged file out of the way, so that it can still be looked at. */
  public Path setAside(InstantSource clock) {
    String name = path.getFileName() + CORRUPT + clock.instant().getEpochSecond();
    Path aside = path.resolveSibling(name);
    for (int more = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); more++) {
      aside = path.resolveSibling(name + "-" + more);
    }
    try {
      return Files.move(path, aside);
    } catch (IOException e) {
      throw new Failure.BadConfig(
          path + " is damaged and cannot be moved aside (" + reason(e) + "): remove it", e);
    }
  }

  /** Whether a damaged one lies beside the place where the file should be. */
  public boolean hasBeenSetAside() {
    try (DirectoryStream<Path> aside =
        Files.newDirectoryStream(path.getParent(), path.getFileName() + CORRUPT + "*")) {
      return aside.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  /** What went wrong, without the path that most file exceptions have as their message. */
  private static String reason(IOException e) {
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return e.getClass() == IOException.class ? e.getMessage() : e.getClass().getSimpleName();
  }

  /** The new name is in the directory, which is a file of its own: a power cut could undo it. */
  private void forceName() {
    try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException e) {
      // some systems open no directories; the file itself is whole, by its old name or its new
    }
  }

  private static void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // The disk that refused the write may refuse this too; the failure is reported anyway.
    }
  }
}
