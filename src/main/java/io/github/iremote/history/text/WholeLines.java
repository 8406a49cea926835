package io.github.iremote.history.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a file, without a last one that has no end yet; a letter for each byte, as most are
 * only looked at: Java searches such a text at once, and a loop of ours only when it is compiled.
 */
public final class WholeLines {
  private final InputStream in;
  private byte[] bytes = new byte[1 << 15];
  private int filled;

  /**
   * What is filled; in it, where the line starts, where it stops, and where the next one starts.
   */
  private String block = "";

  private int start;
  private int stop;
  private int next;

  public WholeLines(InputStream in) {
    this.in = in;
  }

  /** The next line, or null. */
  public String next() throws IOException {
    return advance() ? line() : null;
  }

  /** What a line says. */
  public static String decoded(String letters) {
    return new String(letters.getBytes(ISO_8859_1), UTF_8);
  }

  /** Goes on to the next line; returns whether there is one. */
  public boolean advance() throws IOException {
    start = next;
    stop = block.indexOf('\n', start);
    while (stop < 0) {
      if (!more()) {
        return false;
      }
      stop = block.indexOf('\n');
    }
    next = stop + 1;
    return true;
  }

  /** The line. */
  public String line() {
    return block.substring(start, stop);
  }

  /** Whether the line begins so; an empty one begins with its end. */
  public boolean startsWith(String beginning) {
    return block.startsWith(beginning, start);
  }

  /** Which of these signals the line tells a reading of, or null. */
  public String tells(List<String> signals) {
    return RawLine.signal(block, start, stop, signals);
  }

  /** Moves what is left of the block to its beginning, and reads on behind it. */
  private boolean more() throws IOException {
    filled -= start;
    System.arraycopy(bytes, start, bytes, 0, filled);
    if (filled == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * filled);
    }
    int read = in.read(bytes, filled, bytes.length - filled);
    filled += Math.max(0, read);
    block = new String(bytes, 0, filled, ISO_8859_1);
    start = 0;
    next = 0;
    return read >= 0;
  }
}
