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
    Instant plain = plain(text);
    Instant time = plain == null ? Instant.parse(text) : plain;
    if (!sensible(time)) {
      throw new DateTimeException("it holds a time beyond all clocks");
    }
    return time;
  }

  /**
   * Reads a date.
   *
   * @throws DateTimeException if it is none, or not of our calendar's four digits
   */
  public static LocalDate date(String text) {
    boolean form = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    int year = form ? number(text, 0, 4) : -1;
    int month = form ? number(text, 5, 7) : -1;
    int day = form ? number(text, 8, 10) : -1;
    if ((year | month | day) < 0) {
      throw new DateTimeException(text + " is no date");
    }
    return LocalDate.of(year, month, day);
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

  /**
   * A time as we write it: in the form above, a fraction of a second perhaps, a Z; null for
   * another. Java's own parser takes longer over one time than a history over a line.
   */
  private static Instant plain(String text) {
    int end = text.length() - 1;
    if (end < FORM.length() || text.charAt(end) != 'Z' || !hasMarks(text, end)) {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    int fraction = end > FORM.length() ? number(text, FORM.length() + 1, end) : 0;
    boolean digits = (year | month | day | hour | minute | second | fraction) >= 0;
    if (!digits || hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    for (int i = end - FORM.length() - 1; i < 9; i++) {
      fraction *= 10;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    return Instant.ofEpochSecond(days * 86_400 + hour * 3600 + minute * 60 + second, fraction);
  }

  /** What stands between the digits, and as many of these as there can be. */
  private static boolean hasMarks(String text, int end) {
    boolean whole = end == FORM.length();
    boolean part = end > FORM.length() + 1 && end < FORM.length() + 11;
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && (whole || (part && text.charAt(FORM.length()) == '.'));
  }

  /** Negative where there is another letter. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private Times() {}
}
