package io.github.iremote.cli;

import java.util.StringJoiner;

/** A link as a picture for a phone's camera, two dots to a character. */
final class QrCode {
  private static final int MARGIN = 2;
  private static final String BLACK_ON_WHITE = "\u001b[38;2;0;0;0;48;2;255;255;255m";
  private static final String PLAIN = "\u001b[0m";

  static String of(String link) {
    io.nayuki.qrcodegen.QrCode code =
        io.nayuki.qrcodegen.QrCode.encodeText(link, io.nayuki.qrcodegen.QrCode.Ecc.LOW);
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    for (int y = -MARGIN; y < code.size + MARGIN; y += 2) {
      StringBuilder line = new StringBuilder("  " + BLACK_ON_WHITE);
      for (int x = -MARGIN; x < code.size + MARGIN; x++) {
        line.append(dots(code.getModule(x, y), code.getModule(x, y + 1)));
      }
      lines.add(line.append(PLAIN));
    }
    return lines.toString();
  }

  private static char dots(boolean upper, boolean lower) {
    return upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' ');
  }

  private QrCode() {}
}
