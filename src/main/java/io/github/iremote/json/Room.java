package io.github.iremote.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.disk.OwnFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * Room on the disk for what a file is to hold next, taken before it is known what that is. The room
 * becomes the file: it is written over, and renamed.
 */
public final class Room implements AutoCloseable {
  private final JsonFile file;
  private final Path place;

  private Room(JsonFile file, Path place) {
    this.file = file;
    this.place = place;
  }

  /**
   * Takes room for what the file is to hold next.
   *
   * @throws io.github.iremote.Failure.BadConfig if there is none
   */
  public static Room take(JsonFile file, int bytes) {
    Room room =
        new Room(file, file.path().resolveSibling("." + file.path().getFileName() + ".room"));
    try {
      clearTheWay(file.temporary());
      Files.deleteIfExists(room.place);
      try (FileChannel channel = OwnFile.create(room.place)) {
        fill(channel, blank(bytes));
      }
      return room;
    } catch (IOException e) {
      room.close();
      throw file.unwritable(e);
    }
  }

  /** What a killed run has left stays; what is no file goes, or there would be no way past it. */
  private static void clearTheWay(Path temporary) throws IOException {
    if (Files.exists(temporary, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(temporary, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(temporary);
    }
  }

  /**
   * Replaces the file by this.
   *
   * @throws io.github.iremote.Failure.BadConfig if that is not possible
   */
  public void write(JsonNode node) {
    Path temporary = file.temporary();
    try {
      try {
        Files.move(place, temporary, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        temporary = place; // something is in the way of that name, and it matters little
      }
      try (FileChannel channel = OwnFile.hold(temporary)) {
        byte[] text = Json.pretty(node).getBytes(StandardCharsets.UTF_8);
        fill(channel, text);
        channel.truncate(text.length);
        channel.force(true);
      }
      file.takeOver(temporary);
    } catch (IOException e) {
      throw file.unwritable(e);
    }
  }

  /** Blanks after a text leave it JSON: a run may be killed before it cuts them off. */
  private static byte[] blank(int bytes) {
    byte[] blanks = new byte[bytes];
    Arrays.fill(blanks, (byte) ' ');
    return blanks;
  }

  private static void fill(FileChannel channel, byte[] text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  /** Gives back what was not needed. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(place);
    } catch (IOException e) {
      // the next run takes the same room
    }
  }
}
