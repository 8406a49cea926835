package io.github.iremote.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** A JSON file that is never half-written: private from birth, forced to disk, then renamed. */
public final class JsonFile {
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
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new Failure.BadConfig(
          path + " cannot be read (" + reason(e) + "): check its owner and mode", e);
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
      if (Files.notExists(to)) {
        new JsonFile(to).write(Files.readString(path));
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
    Path temporary = path.resolveSibling("." + path.getFileName() + ".tmp");
    try {
      Files.deleteIfExists(temporary);
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              ownersAlone(temporary))) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      giveToOwnerOf(path.getParent(), temporary);
      Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
      forceName();
    } catch (IOException e) {
      discard(temporary);
      throw new Failure.BadConfig(
          path
              + " cannot be written ("
              + reason(e)
              + "): check free space and the owner of "
              + path.getParent(),
          e);
    }
  }

  /** Mode 0600 for a file to be made, where files have modes. */
  public static FileAttribute<?>[] ownersAlone(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Leaves a file to whom its directory belongs: what root makes with {@code sudo iremote check}
   * must not lock out the user that cron runs as.
   */
  public static void giveToOwnerOf(Path directory, Path file) throws IOException {
    UserPrincipal owner = Files.getOwner(directory);
    if (!owner.equals(Files.getOwner(file))) {
      try {
        Files.setOwner(file, owner);
      } catch (FileSystemException e) {
        // only root can give files away; anybody else may keep theirs
      }
    }
  }

  /** Moves a damaged file out of the way, so that it can still be looked at. */
  public Path setAside(InstantSource clock) {
    Path aside =
        path.resolveSibling(path.getFileName() + ".corrupt-" + clock.instant().getEpochSecond());
    try {
      return Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Failure.BadConfig(
          path + " is damaged and cannot be moved aside (" + reason(e) + "): remove it", e);
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
