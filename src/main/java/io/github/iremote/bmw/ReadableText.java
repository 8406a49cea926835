package io.github.iremote.bmw;

import java.util.Locale;
import java.util.regex.Pattern;

/** BMW's texts for people without what its programs leave in them: nulls, dashes, line ends. */
final class ReadableText {

  /** A text with more letters than this is not for people; whole, it would only fill files. */
  private static final int LONGEST = 300;

  static String of(String value) {
    String text = value.length() > LONGEST ? Cleaning.cut(value) : value;
    return plain(text) ? text : Cleaning.of(text);
  }

  /** Whether there is nothing to take out: mostly so, and patterns cost a poll's start-up. */
  private static boolean plain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean between = i > 0 && i < value.length() - 1 && value.charAt(i - 1) != ' ';
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '.' && !(c == ' ' && between)) {
        return false;
      }
    }
    return !value.toUpperCase(Locale.ROOT).contains("NULL");
  }

  private static final class Cleaning {
    private static final Pattern NULL =
        Pattern.compile("(?i)\\(\\s*null\\s*\\)|(?<!-)\\bnull\\b(?!-)");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final Pattern EDGES =
        Pattern.compile("^(?:[\\s:,;]|[-–—](?=\\s|$))+|(?:[\\s:,;]|(?<=\\s)[-–—])+$");

    static String cut(String value) {
      int end = Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
      return value.substring(0, end) + "…";
    }

    static String of(String value) {
      String text = BLANKS.matcher(NULL.matcher(value).replaceAll("")).replaceAll(" ");
      return EDGES.matcher(text).replaceAll("");
    }
  }

  private ReadableText() {}
}
