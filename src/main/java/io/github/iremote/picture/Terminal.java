package io.github.iremote.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal can show.
 *
 * @param utf8 whether it knows more than ASCII
 */
public record Terminal(int columns, boolean utf8, boolean colours) {

  /** The colours that every terminal has. */
  enum Colour {
    NONE(""),
    BOLD("1"),
    FAINT("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("34");

    private final String code;

    Colour(String code) {
      this.code = code;
    }
  }

  String paint(String text, Colour colour) {
    String shown = plain(text);
    return !colours || colour == Colour.NONE || text.isBlank()
        ? shown
        : "\u001b[" + colour.code + "m" + shown + "\u001b[0m";
  }

  /** A text that fits into a line. */
  public String cut(String text) {
    String shown = plain(text);
    if (shown.length() <= columns) {
      return shown;
    }
    return utf8
        ? shown.substring(0, columns - 1) + "…"
        : shown.substring(0, Math.max(0, columns - 3)) + "...";
  }

  /** The parts of a text, as many to a line as fit. */
  List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : text.split(" · ")) {
      if (!line.isEmpty() && plain(line + " · " + part).length() > columns) {
        lines.add(cut(line.toString()));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " · ").append(part);
    }
    lines.add(cut(line.toString()));
    return lines;
  }

  /** The text in letters that the terminal has. */
  public String plain(String text) {
    if (utf8) {
      return text;
    }
    String known =
        text.replace("·", "-")
            .replace("→", "->")
            .replace("…", "...")
            .replace("–", "-")
            .replace("€", "EUR")
            .replace("£", "GBP");
    StringBuilder plain = new StringBuilder();
    known.chars().forEach(c -> plain.append(c < 127 ? (char) c : '?'));
    return plain.toString();
  }
}
