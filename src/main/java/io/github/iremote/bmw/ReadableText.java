package io.github.iremote.bmw;

import java.util.Locale;
import java.util.regex.Pattern;

/** BMW's texts for people without what its programs leave in them: nulls, dashes, line ends. */
final class ReadableText {

  static String of(String value) {
    return plain(value) ? value : Cleaning.of(value);
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

    static String of(String value) {
      String text = BLANKS.matcher(NULL.matcher(value).replaceAll("")).replaceAll(" ");
      return EDGES.matcher(text).replaceAll("");
    }
  }

  private ReadableText() {}
}
