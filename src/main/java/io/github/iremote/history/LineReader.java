package io.github.iremote.history;

import io.github.iremote.Log;
import io.github.iremote.history.text.RawLine;
import io.github.iremote.history.text.WholeLines;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
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
public final class LineReader implements MonthFile.Reader {
  /** After so many lines beyond the time, no clock has jumped: it is over. */
  private static final int BEYOND = 20;

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

  /** Of each signal the last line, and the one before it in case that is damaged or a repeat. */
  private final Map<String, String[]> known = new LinkedHashMap<>();

  private Path file = Path.of("history");

  /** How the lines of the minute begin, and what holds for all of that. */
  private String minute = "\n";

  private int beyond;
  private boolean within;
  private boolean late;

  private int skipped;

  public LineReader(Instant from, Instant to, Consumer<Line> consumer, Log log) {
    this(from, to, Wanted.ALL, consumer, log);
  }

  public LineReader(Instant from, Instant to, Wanted wanted, Consumer<Line> consumer, Log log) {
    this.from = RawLine.start(from);
    this.until = RawLine.start(known(to).plusSeconds(1));
    this.end = RawLine.start(known(wanted.end()));
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
        file.read(this);
      } else {
        file.read(from, wanted.before(), this);
      }
    } catch (AccessDeniedException e) {
      log.warn(e.getFile() + " cannot be read: check its owner and mode");
    } catch (IOException e) {
      log.warn("the history is read without a part: " + e.getMessage());
    }
    if (skipped > 1) {
      log.warn("and " + (skipped - 1) + " more lines of this file");
    }
  }

  @Override
  public boolean keeps(WholeLines lines) {
    String signal =
        within && !late && lines.startsWith(minute) ? lines.tells(wanted.often()) : null;
    if (signal != null) {
      keep(signal, lines.line());
    }
    return signal != null;
  }

  private void keep(String signal, String text) {
    String[] texts = known.get(signal);
    if (texts == null) {
      texts = new String[2];
      known.put(signal, texts);
    }
    texts[1] = texts[0];
    texts[0] = text;
  }

  /** Hands over what was known last, as nothing came after it. */
  void end() {
    for (String[] texts : known.values()) {
      if (!hand(texts[0], 0) && texts[1] != null) {
        hand(texts[1], 0);
      }
    }
    known.clear();
  }

  @Override
  public boolean line(String text, Path path, int number) {
    file = path;
    boolean sameMinute = text.startsWith(minute);
    if (!within || !sameMinute) {
      if (RawLine.before(text, from)) {
        before(text);
        return true;
      }
      if (!sameMinute) {
        end();
      }
      minute = RawLine.minute(text);
      if (RawLine.from(text, until)) {
        beyond++;
        return wanted == Wanted.ALL || beyond < BEYOND;
      }
      beyond = 0;
      within = !from.startsWith(minute) && !until.startsWith(minute);
      late = RawLine.from(text, end);
    }
    String signal = RawLine.signal(text);
    if (late && !signal.isEmpty() && RawLine.isLater(text, end) && !over.add(signal)) {
      return true;
    }
    if (wanted.often().contains(signal)) {
      keep(signal, text);
    } else if (wanted.within(signal)) {
      hand(text, number);
    }
    return true;
  }

  private void before(String text) {
    if (within) {
      end(); // a clock has jumped back, and nothing of the time may be replaced
      within = false;
    }
    String signal = RawLine.signal(text);
    if (wanted.before(signal)) {
      keep(signal, text);
    }
  }

  /** Returns whether it is one, and no repeat. */
  private boolean hand(String text, int number) {
    try {
      Optional<Line> line = LineJson.read(text);
      if (line.isPresent() && line.get().heard().isBefore(to) && seen.add(line.get().id())) {
        consumer.accept(line.get());
        return true;
      }
    } catch (IOException e) {
      skipped++;
      if (skipped == 1) {
        String which = number > 0 ? "line " + number : "a line";
        log.warn(file + ": " + which + " is skipped (" + e.getMessage() + ")");
      }
    }
    return false;
  }
}
