package io.github.iremote.history.text;

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The end of a month's file, from a time on: its lines are in the order in which they were heard,
 * so that a day is found without reading all that came before it.
 */
public final class Tail implements Closeable {
  private static final int BLOCK = 1 << 14;
  private static final int PROBE = 1 << 12;
  private static final int VOTERS = 5;
  private static final int RECENT = 2 * BLOCK;

  private final FileChannel file;
  private final long start;

  /**
   * @param first how the first line of the time begins
   */
  public Tail(Path path, String first) throws IOException {
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
      int votes = line == 0 ? 0 : votes(text, line, first);
      if (votes < 0) {
        before = middle + line;
      } else if (votes > 0) {
        after = middle;
      } else {
        return before; // lines longer than any of ours, or damaged ones
      }
    }
    return before;
  }

  /** How many of some lines are from that time on, less those before: a clock may have jumped. */
  private static int votes(String text, int start, String first) {
    int votes = 0;
    int line = start;
    for (int i = 0; i < VOTERS && line > 0; i++) {
      String beginning = text.substring(line, Math.min(text.length(), line + 2 * first.length()));
      votes += RawLine.from(beginning, first) ? 1 : RawLine.before(beginning, first) ? -1 : 0;
      line = text.indexOf('\n', line) + 1;
    }
    return votes;
  }

  /** From its start on. */
  public InputStream stream() throws IOException {
    return Channels.newInputStream(file.position(start));
  }

  /**
   * Of each of these signals the last reading before the start. One that is not among the first in
   * the file, where all stands that was known when the month began, is not looked for as far back.
   */
  public List<String> before(Collection<String> signals) throws IOException {
    List<String> found = new ArrayList<>();
    Set<String> missing = new HashSet<>(signals);
    String first = text(0, BLOCK);
    for (long end = start; end > 0 && !missing.isEmpty(); ) {
      long from = Math.max(0, end - BLOCK);
      String block = text(from, (int) (end - from));
      int line = from == 0 ? 0 : block.indexOf('\n') + 1;
      take(block, line, missing, found);
      end = line < block.length() ? from + line : from;
      if (end <= start - RECENT) {
        missing.retainAll(toldIn(first, missing));
      }
    }
    return found;
  }

  /** From the last of a block's whole lines to its first. */
  private static void take(String block, int first, Set<String> missing, List<String> found) {
    Set<String> here = toldIn(block, missing);
    int end = block.lastIndexOf('\n');
    while (end >= first && !here.isEmpty()) {
      int start = block.lastIndexOf('\n', end - 1) + 1;
      String signal = RawLine.signal(block, start, end);
      boolean whole = block.startsWith("{", start) && block.startsWith("}", end - 1);
      if (whole && here.remove(signal)) {
        missing.remove(signal);
        found.add(block.substring(start, end));
      }
      end = start - 1;
    }
  }

  /** Those of these signals that a block may tell of. */
  private static Set<String> toldIn(String block, Set<String> signals) {
    Set<String> told = new HashSet<>(signals);
    told.removeIf(signal -> !block.contains(RawLine.of(signal)));
    return told;
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
