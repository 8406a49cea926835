package io.github.iremote.history;

import io.github.iremote.disk.LineFile;
import io.github.iremote.disk.OwnFile;
import io.github.iremote.history.text.Tail;
import io.github.iremote.history.text.WholeLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The lines of one month: a file that is only ever appended to, and, when the month is past, a
 * compressed one. A crash while that is made leaves both, with the same lines.
 */
public final class MonthFile {
  private static final int CHUNK = 8192;

  private final Path plain;
  private final Path packed;

  /**
   * @param name the file's name without what tells its form
   */
  MonthFile(Path folder, String name) {
    this.plain = folder.resolve(name + ".jsonl");
    this.packed = folder.resolve(name + ".jsonl.gz");
  }

  /** What is done with each line; it returns whether the next is wanted, too. */
  interface Reader {
    boolean line(String text, Path file, int number) throws IOException;

    /** Whether it has kept a line unread, which a later one may replace. */
    default boolean keeps(WholeLines lines) {
      return false;
    }
  }

  boolean exists() {
    return Files.exists(plain) || Files.exists(packed);
  }

  boolean open() {
    return Files.exists(plain);
  }

  /** When a line was last written, and how much there is; nothing where there is no file. */
  public Optional<String> stamp() throws IOException {
    StringBuilder stamp = new StringBuilder();
    for (Path file : List.of(packed, plain)) {
      if (Files.exists(file)) {
        stamp.append(Files.getLastModifiedTime(file).toMillis()).append('/');
        stamp.append(file.equals(plain) ? Files.size(file) + "+" : "");
        stamp.append(Files.isReadable(file) ? "" : "unreadable");
      }
    }
    return stamp.isEmpty() ? Optional.empty() : Optional.of(stamp.toString());
  }

  /** Appends lines, and has them on the disk before it returns. */
  void append(List<String> lines) throws IOException {
    new LineFile(plain).append(lines);
  }

  /** Hands over every whole line, the compressed ones first; all that can be read of both. */
  void read(Reader reader) throws IOException {
    Optional<IOException> wrong = Optional.empty();
    if (Files.exists(packed)) {
      try (InputStream in = new GZIPInputStream(OwnFile.stream(packed), CHUNK)) {
        read(in, packed, 1, reader);
      } catch (AccessDeniedException e) {
        wrong = Optional.of(e);
      } catch (IOException e) {
        String how = e.getMessage() == null ? "it ends too soon" : e.getMessage();
        wrong = Optional.of(new IOException(packed + " is damaged: " + how, e));
      }
    }
    if (Files.exists(plain)) {
      try (InputStream in = OwnFile.stream(plain)) {
        read(in, plain, 1, reader);
      }
    }
    if (wrong.isPresent()) {
      throw wrong.get();
    }
  }

  /**
   * Hands over the lines from a time on and some from before it. Where that is quickly found, of
   * those before only the last reading of each of these signals.
   *
   * @param first how the first line of the time begins
   */
  void read(String first, Collection<String> signals, Reader reader) throws IOException {
    if (Files.exists(packed) || Files.notExists(plain)) {
      read(reader);
      return;
    }
    try (Tail tail = new Tail(plain, first)) {
      for (String line : tail.before(signals)) {
        reader.line(line, plain, 0);
      }
      read(tail.stream(), plain, 0, reader);
    }
  }

  /** Numbers the lines by 1 each, or by 0 where that of the first is unknown. */
  private static void read(InputStream in, Path file, int each, Reader reader) throws IOException {
    WholeLines lines = new WholeLines(in);
    int number = 0;
    boolean more = true;
    while (more && lines.advance()) {
      number += each;
      more =
          lines.startsWith("\n") || reader.keeps(lines) || reader.line(lines.line(), file, number);
    }
  }

  /** Compresses a month that is past, beside the file, which then goes. */
  void compress() throws IOException {
    rewrite(text -> true);
  }

  /**
   * Replaces the month's files by a compressed one, with the lines that stay, each once. Where none
   * stays there is no file: what is written next has to begin with all that is known.
   */
  void rewrite(Predicate<String> stays) throws IOException {
    Path temporary = packed.resolveSibling("." + packed.getFileName() + ".tmp");
    FileTime written = Files.getLastModifiedTime(Files.exists(plain) ? plain : packed);
    Files.deleteIfExists(temporary);
    boolean any;
    try (FileChannel channel = OwnFile.create(temporary)) {
      GZIPOutputStream out = new GZIPOutputStream(Channels.newOutputStream(channel), CHUNK);
      any = copy(stays, out);
      out.finish();
      channel.force(true);
    }
    if (!any) {
      Files.delete(temporary);
      delete();
      return;
    }
    Files.setLastModifiedTime(temporary, written);
    Files.move(temporary, packed, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(plain);
  }

  /** Returns whether any line stays. */
  private boolean copy(Predicate<String> stays, OutputStream out) throws IOException {
    boolean both = Files.exists(packed) && Files.exists(plain);
    boolean[] any = {false};
    Set<Long> seen = new HashSet<>();
    read(
        (text, file, number) -> {
          boolean first = !both || seen.add(LineJson.hash(text));
          if (first && stays.test(text)) {
            out.write((text + "\n").getBytes(StandardCharsets.ISO_8859_1));
            any[0] = true;
          }
          return true;
        });
    return any[0];
  }

  void delete() throws IOException {
    Files.deleteIfExists(plain);
    Files.deleteIfExists(packed);
  }
}
