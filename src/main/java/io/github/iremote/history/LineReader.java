package io.github.iremote.history;

import io.github.iremote.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the lines of a time, each once. Lines from before it and after it are only looked at, not
 * read: of each signal the last before is handed over, so that the time begins with what was known.
 */
public final class LineReader {
  private static final String SIGNAL = "\"signal\":\"";

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:58Z");

  private final Instant to;
  private final String from;
  private final String until;
  private final Consumer<Line> consumer;
  private final Log log;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> known = new LinkedHashMap<>();

  public LineReader(Instant from, Instant to, Consumer<Line> consumer, Log log) {
    this.from = LineJson.seconds(from);
    this.until = LineJson.seconds(to.isAfter(LATEST) ? LATEST : to.plusSeconds(1));
    this.to = to;
    this.consumer = consumer;
    this.log = log;
  }

  public void read(MonthFile file) {
    try {
      file.read(this::line);
    } catch (IOException e) {
      log.warn("the history is read without a part that is damaged: " + e.getMessage());
    }
  }

  /** Hands over what was known before, if nothing came after it. */
  void end() {
    known.values().forEach(text -> hand(text, Path.of("history"), 0));
    known.clear();
  }

  private void line(String text, Path file, int number) {
    if (LineJson.before(text, from)) {
      int start = text.indexOf(SIGNAL);
      int end = text.indexOf('"', start + SIGNAL.length());
      if (start > 0 && end > start) {
        known.put(text.substring(start, end), text);
      }
      return;
    }
    end();
    if (!LineJson.from(text, until)) {
      hand(text, file, number);
    }
  }

  private void hand(String text, Path file, int number) {
    try {
      Optional<Line> line = LineJson.read(text);
      if (line.isPresent() && line.get().heard().isBefore(to) && seen.add(line.get().id())) {
        consumer.accept(line.get());
      }
    } catch (IOException e) {
      log.warn(file + ": line " + number + " is skipped (" + e.getMessage() + ")");
    }
  }
}
