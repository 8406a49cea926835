package io.github.iremote;

import java.util.regex.Pattern;

/** Text as it may be printed: of a VIN only the last 6 characters, and no control characters. */
public final class Masked {
  private static final Pattern VIN =
      Pattern.compile("\\b(?=\\d*[A-Z])[A-HJ-NPR-Z0-9]{11}([A-HJ-NPR-Z0-9]{6})\\b");

  public static String text(String text) {
    return VIN.matcher(Printable.text(text)).replaceAll("…$1");
  }

  private Masked() {}
}
