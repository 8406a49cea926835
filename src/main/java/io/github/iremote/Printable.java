package io.github.iremote;

/**
 * Text that a terminal may be given: whatever would steer it, and not show, is taken out. Texts of
 * servers and of files pass here as they are read, all others as they are printed.
 */
public final class Printable {

  /** The same without control characters; lines and tabs stay. */
  public static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (steers(text.charAt(i))) {
        return without(text, i);
      }
    }
    return text;
  }

  /** The same on one line. */
  public static String line(String text) {
    return text(text.replace('\n', ' ').replace('\t', ' '));
  }

  private static String without(String text, int first) {
    StringBuilder printable = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      if (!steers(text.charAt(i))) {
        printable.append(text.charAt(i));
      }
    }
    return printable.toString();
  }

  private static boolean steers(char c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean lineEnd = c == '\u2028' || c == '\u2029';
    return control || lineEnd || turnsDirection(c);
  }

  /** These have a terminal show what follows from right to left: one name looks like another. */
  private static boolean turnsDirection(char c) {
    return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
  }

  private Printable() {}
}
