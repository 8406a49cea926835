package io.github.iremote.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a file, without a last one that has no end yet. */
final class WholeLines {
  private final InputStream in;
  private byte[] buffer = new byte[1 << 14];
  private int start;
  private int end;

  WholeLines(InputStream in) {
    this.in = in;
  }

  /** The next line, or null. */
  String next() throws IOException {
    int position = start;
    while (true) {
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      if (position < end) {
        String line = new String(buffer, start, position - start, StandardCharsets.UTF_8);
        start = position + 1;
        return line;
      }
      position -= start;
      if (!more()) {
        return null;
      }
    }
  }

  /** Moves what is left of the buffer to its beginning, and reads on behind it. */
  private boolean more() throws IOException {
    end -= start;
    System.arraycopy(buffer, start, buffer, 0, end);
    start = 0;
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * end);
    }
    int read = in.read(buffer, end, buffer.length - end);
    end += Math.max(0, read);
    return read >= 0;
  }
}
