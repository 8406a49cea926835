package io.github.iremote.json;

/** Numbers as JSON writes them. */
public final class Decimal {
  private static final int EXACT = 15;

  /**
   * Reads a number; at once, where both its digits and the power of ten below them are exact.
   *
   * @throws NumberFormatException if it is none
   */
  public static double parse(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    long digits = 0;
    double below = 0;
    for (int i = start; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        below *= 10;
      } else if (text.charAt(i) == '.' && below == 0 && i > start) {
        below = 1;
      } else {
        return any(text);
      }
    }
    if (text.length() == start || text.length() - start > EXACT) {
      return any(text);
    }
    double value = below > 0 ? digits / below : digits;
    return start > 0 ? -value : value;
  }

  /** Java takes more for a number than JSON does. */
  private static double any(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("-.0123456789E".indexOf(text.charAt(i)) < 0) {
        throw new NumberFormatException();
      }
    }
    return Double.parseDouble(text);
  }

  private Decimal() {}
}
