package io.github.iremote.json;

import java.time.DateTimeException;
import java.time.Instant;

/** Times as our files hold them. */
public final class Times {
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant AFTER_LAST = Instant.parse("9999-01-01T00:00:00Z");

  /**
   * Reads a time.
   *
   * @throws DateTimeException if it is none, or so far away that nobody can reckon with it
   */
  public static Instant parse(String text) {
    Instant time = Instant.parse(text);
    if (!sensible(time)) {
      throw new DateTimeException("it holds a time beyond all clocks");
    }
    return time;
  }

  /** Whether a clock could show it. */
  public static boolean sensible(Instant time) {
    return !time.isBefore(FIRST) && time.isBefore(AFTER_LAST);
  }

  private Times() {}
}
