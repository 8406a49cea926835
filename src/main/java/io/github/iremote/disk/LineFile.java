package io.github.iremote.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A file of lines that is only ever appended to. */
public record LineFile(Path path) {
  private static final int CHUNK = 8192;

  /**
   * Appends whole lines, each in one write, and has them on the disk before it returns. A crash may
   * have left half a line at the end, which goes.
   */
  public void append(List<String> lines) throws IOException {
    try (FileChannel channel = OwnFile.hold(path)) {
      long end = lastLineEnd(channel);
      if (end < channel.size()) {
        channel.truncate(end);
      }
      channel.position(end);
      for (String line : lines) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      channel.force(true);
    }
  }

  private static long lastLineEnd(FileChannel channel) throws IOException {
    long end = channel.size();
    ByteBuffer chunk = ByteBuffer.allocate(1);
    while (end > 0) {
      long start = Math.max(0, end - chunk.capacity());
      chunk.clear().limit((int) (end - start));
      for (int read = 0; chunk.hasRemaining() && read >= 0; ) {
        read = channel.read(chunk, start + chunk.position());
      }
      for (int i = chunk.position() - 1; i >= 0; i--) {
        if (chunk.get(i) == '\n') {
          return start + i + 1;
        }
      }
      end = start;
      chunk = ByteBuffer.allocate(CHUNK);
    }
    return 0;
  }
}
