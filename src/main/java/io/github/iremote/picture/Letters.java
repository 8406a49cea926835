package io.github.iremote.picture;

/** How wide letters are where all have cells of one width: most take one, some two, some none. */
public final class Letters {
  /** First and last of those that take two, by Unicode's East Asian Width. */
  private static final int[] WIDE = {
    0x1100, 0x115f, // Korean in parts
    0x2e80, 0x303e, // Chinese radicals, marks
    0x3041, 0xa4cf, // Japanese, Chinese, Yi
    0xac00, 0xd7a3, // Korean
    0xf900, 0xfaff,
    0xfe30, 0xfe6f,
    0xff01, 0xff60, // Latin as wide as Chinese
    0xffe0, 0xffe6,
    0x1f18e, 0x1f19a, // pictures
    0x1f200, 0x1f64f,
    0x1f680, 0x1f6ff,
    0x1f7e0, 0x1f7eb,
    0x1f900, 0x1faff,
    0x20000, 0x3fffd, // rare Chinese
  };

  /** Pictures that stand among narrow signs. */
  private static final String PICTURES =
      "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕";

  /** The cells of a text. */
  public static int cells(String text) {
    int taken = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      taken += cells(text.codePointAt(i));
    }
    return taken;
  }

  /** The cells of a letter; none if it is a part of the one before, or only steers. */
  static int cells(int letter) {
    if (letter < 0x300) {
      return 1;
    }
    int type = Character.getType(letter);
    boolean none =
        type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || type == Character.FORMAT;
    return none ? 0 : wide(letter) ? 2 : 1;
  }

  private static boolean wide(int letter) {
    for (int i = 0; i < WIDE.length; i += 2) {
      if (letter >= WIDE[i] && letter <= WIDE[i + 1]) {
        return true;
      }
    }
    return PICTURES.indexOf(letter) >= 0;
  }

  /** The beginning of a text that takes no more cells. */
  static String within(String text, int cells) {
    int end = 0;
    int taken = 0;
    while (end < text.length()) {
      int letter = text.codePointAt(end);
      taken += cells(letter);
      if (taken > cells) {
        break;
      }
      end += Character.charCount(letter);
    }
    return text.substring(0, end);
  }

  private Letters() {}
}
