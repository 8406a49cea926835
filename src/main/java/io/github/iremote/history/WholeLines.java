package io.github.iremote.history;

import java.io.IOException;
import java.io.Reader;

/** The lines of a text, without a last one that has no end yet. */
final class WholeLines {
  private final Reader reader;
  private final StringBuilder line = new StringBuilder(256);
  private final char[] buffer = new char[8192];
  private int position;
  private int limit;

  WholeLines(Reader reader) {
    this.reader = reader;
  }

  /** The next line, or null. */
  String next() throws IOException {
    line.setLength(0);
    while (true) {
      if (position == limit) {
        limit = reader.read(buffer);
        position = 0;
        if (limit < 0) {
          limit = 0;
          return null;
        }
      }
      int start = position;
      while (position < limit && buffer[position] != '\n') {
        position++;
      }
      line.append(buffer, start, position - start);
      if (position < limit) {
        position++;
        return line.toString();
      }
    }
  }
}
