package io.github.iremote.message;

import java.nio.charset.StandardCharsets;

/** Texts cut to what a place takes. */
public final class Cut {
  private static final String MORE = "…";

  /** At most this many characters, as Java and Telegram count them. */
  public static String toLength(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - MORE.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + MORE;
  }

  /** At most this many bytes of UTF-8. */
  public static String toBytes(String text, int most) {
    if (text.length() * 3L <= most || bytes(text) <= most) {
      return text;
    }
    int room = most - bytes(MORE);
    int end = 0;
    for (int used = 0; end < text.length(); ) {
      int next = text.offsetByCodePoints(end, 1);
      used += bytes(text.substring(end, next));
      if (used > room) {
        break;
      }
      end = next;
    }
    return text.substring(0, end) + MORE;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private Cut() {}
}
