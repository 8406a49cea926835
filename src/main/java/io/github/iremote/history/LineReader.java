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
 * Of signals that are said often, the last of a minute is enough.
 */
public final class LineReader {
  private static final Instant LATEST = Instant.ofEpochSecond(253_370_764_797L);

  private final Instant to;
  private final String from;
  private final String until;
  private final String end;
  private final Wanted wanted;
  private final Consumer<Line> consumer;
  private final Log log;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> over = new HashSet<>();
  private final Map<String, String> known = new LinkedHashMap<>();

  /** The first line of the minute, and what holds for all of that. */
  private String last = "";

  private boolean within;
  private boolean late;

  private int skipped;

  public LineReader(Instant from, Instant to, Consumer<Line> consumer, Log log) {
    this(from, to, Wanted.ALL, consumer, log);
  }

  public LineReader(Instant from, Instant to, Wanted wanted, Consumer<Line> consumer, Log log) {
    this.from = LineJson.start(from);
    this.until = LineJson.start(known(to).plusSeconds(1));
    this.end = LineJson.start(known(wanted.end()));
    this.to = to;
    this.wanted = wanted;
    this.consumer = consumer;
    this.log = log;
  }

  private static Instant known(Instant time) {
    return time.isAfter(LATEST) ? LATEST : time;
  }

  public void read(MonthFile file) {
    skipped = 0;
    try {
      if (wanted == Wanted.ALL) {
        file.read(this::line);
      } else {
        file.read(from, wanted.before(), this::line);
      }
    } catch (IOException e) {
      log.warn("the history is read without a part that is damaged: " + e.getMessage());
    }
    if (skipped > 1) {
      log.warn("and " + (skipped - 1) + " more lines of this file");
    }
  }

  /** Hands over what was known last, as nothing came after it. */
  void end() {
    for (String text : known.values()) {
      hand(text, Path.of("history"), 0);
    }
    known.clear();
  }

  /** Returns whether a line that is wanted may follow. */
  private boolean line(String text, Path file, int number) {
    if (!within || !LineJson.sameMinute(text, last)) {
      if (LineJson.before(text, from)) {
        String signal = LineJson.signal(text);
        if (wanted.before(signal)) {
          known.put(signal, text);
        }
        return true;
      }
      if (!LineJson.sameMinute(text, last)) {
        end();
      }
      last = text;
      if (LineJson.from(text, until)) {
        return wanted == Wanted.ALL;
      }
      within = !LineJson.sameMinute(text, from) && !LineJson.sameMinute(text, until);
      late = LineJson.from(text, end);
    }
    String signal = LineJson.signal(text);
    if (late && !signal.isEmpty() && LineJson.isLater(text, end) && !over.add(signal)) {
      return true;
    }
    if (wanted.onlyLast(signal)) {
      known.put(signal, text);
    } else if (wanted.within(signal)) {
      hand(text, file, number);
    }
    return true;
  }

  private void hand(String text, Path file, int number) {
    try {
      Optional<Line> line = LineJson.read(text);
      if (line.isPresent() && line.get().heard().isBefore(to) && seen.add(line.get().id())) {
        consumer.accept(line.get());
      }
    } catch (IOException e) {
      skipped++;
      if (skipped == 1) {
        String which = number > 0 ? "line " + number : "a line";
        log.warn(file + ": " + which + " is skipped (" + e.getMessage() + ")");
      }
    }
  }
}
