package io.github.iremote.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as our files hold them. */
public final class Times {
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant AFTER_LAST = Instant.ofEpochSecond(253_370_764_800L); // year 9999

  private static final String FORM = "0000-00-00T00:00:00";

  /**
   * Reads a time.
   *
   * @throws DateTimeException if it is none, or so far away that nobody can reckon with it
   */
  public static Instant parse(String text) {
    Instant time = isPlain(text) ? plain(text) : Instant.parse(text);
    if (!sensible(time)) {
      throw new DateTimeException("it holds a time beyond all clocks");
    }
    return time;
  }

  /** Whether a clock could show it. */
  public static boolean sensible(Instant time) {
    return !time.isBefore(FIRST) && time.isBefore(AFTER_LAST);
  }

  /** A time to the second, as text: of two, the earlier comes first. */
  public static String seconds(Instant time) {
    String text = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC).toString();
    return text.length() < FORM.length() ? text + ":00" : text;
  }

  /** Whether it is as we write times: in the form above, a fraction of a second perhaps, a Z. */
  private static boolean isPlain(String text) {
    int end = text.length() - 1;
    boolean plain = end >= FORM.length() && end < FORM.length() + 11 && text.charAt(end) == 'Z';
    for (int i = 0; plain && i < end; i++) {
      char form = i < FORM.length() ? FORM.charAt(i) : i == FORM.length() ? '.' : '0';
      plain = form == '0' ? text.charAt(i) >= '0' && text.charAt(i) <= '9' : text.charAt(i) == form;
    }
    return plain
        && end != FORM.length() + 1
        && number(text, 11, 13) < 24
        && number(text, 14, 16) < 60
        && number(text, 17, 19) < 60;
  }

  /** Java's own parser takes longer over one time than a history over a line. */
  private static Instant plain(String text) {
    LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    int minutes = number(text, 11, 13) * 60 + number(text, 14, 16);
    long nanos = 0;
    for (int i = FORM.length() + 1; i < FORM.length() + 10; i++) {
      nanos = nanos * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
    }
    return Instant.ofEpochSecond(
        day.toEpochDay() * 86_400 + minutes * 60L + number(text, 17, 19), nanos);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private Times() {}
}
