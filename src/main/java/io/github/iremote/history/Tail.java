package io.github.iremote.history;

import io.github.iremote.disk.OwnFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The end of a month's file, from a time on: its lines are in the order in which they were heard,
 * so that a day is found without reading all that came before it.
 */
final class Tail implements Closeable {
  private static final int BLOCK = 1 << 14;
  private static final int PROBE = 1 << 12;
  private static final int RECENT = 2 * BLOCK;

  private final FileChannel file;
  private final long start;

  /**
   * @param first how the first line of the time begins
   */
  Tail(Path path, String first) throws IOException {
    file = OwnFile.channel(path);
    start = start(first);
  }

  /** The start of a line before that time, not far before the first one after it. */
  private long start(String first) throws IOException {
    long before = 0;
    long after = file.size();
    while (after - before > BLOCK) {
      long middle = (before + after) / 2;
      String text = text(middle, PROBE);
      int line = text.indexOf('\n') + 1;
      if (line > 0 && LineJson.before(text.substring(line), first)) {
        before = middle + line;
      } else if (line > 0 && LineJson.from(text.substring(line), first)) {
        after = middle;
      } else {
        return before; // a line longer than any of ours, or a damaged one
      }
    }
    return before;
  }

  /** From its start on. */
  InputStream stream() throws IOException {
    return Channels.newInputStream(file.position(start));
  }

  /**
   * Of each of these signals the last reading before the start. One that is not among the first in
   * the file, where all stands that was known when the month began, is not looked for as far back.
   */
  List<String> before(Collection<String> signals) throws IOException {
    String first = text(0, BLOCK);
    List<String> found = new ArrayList<>();
    for (String signal : signals) {
      String text = LineJson.of(signal);
      String line = last(text, first.contains(text) ? 0 : start - RECENT);
      if (!line.isEmpty()) {
        found.add(line);
      }
    }
    return found;
  }

  /** The last line before the start that has the text; empty if there is none. */
  private String last(String text, long since) throws IOException {
    String line = "";
    for (long end = start; end > Math.max(0, since) && line.isEmpty(); ) {
      long from = Math.max(0, end - BLOCK);
      String block = text(from, (int) (end - from));
      line = reading(block, text);
      int whole = from == 0 ? 0 : block.indexOf('\n') + 1;
      end = whole < block.length() ? from + whole : from;
    }
    return line;
  }

  private static String reading(String block, String text) {
    int at = block.lastIndexOf(text);
    int start = block.lastIndexOf('\n', at) + 1;
    int end = block.indexOf('\n', at);
    boolean whole = at >= 0 && end >= 0 && block.startsWith("{", start);
    byte[] line = whole ? block.substring(start, end).getBytes(StandardCharsets.ISO_8859_1) : null;
    return whole ? new String(line, StandardCharsets.UTF_8) : "";
  }

  /** A byte a letter: it is only searched. */
  private String text(long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
      continue;
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
