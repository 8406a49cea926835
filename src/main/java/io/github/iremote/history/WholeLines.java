package io.github.iremote.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/** The lines of a file, without a last one that has no end yet. */
public final class WholeLines {
  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;

  public WholeLines(InputStream in) {
    this.in = in;
  }

  /** The next line, or null. */
  public String next() throws IOException {
    int position = start;
    byte all = 0;
    while (true) {
      while (position < end && buffer[position] != '\n') {
        all |= buffer[position];
        position++;
      }
      if (position < end) {
        Charset letters = all < 0 ? UTF_8 : ISO_8859_1; // which need not be looked at again
        String line = new String(buffer, start, position - start, letters);
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
