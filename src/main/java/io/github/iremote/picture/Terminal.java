package io.github.iremote.picture;

import io.github.iremote.Printable;
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
    if (Letters.cells(shown) <= columns) {
      return shown;
    }
    String end = utf8 ? "…" : "...";
    return Letters.within(shown, Math.max(0, columns - end.length())) + end;
  }

  /** How many cells a text takes. */
  public int width(String text) {
    return Letters.cells(plain(text));
  }

  /** The parts of a text, as many to a line as fit. */
  List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : text.split(" · ")) {
      if (!line.isEmpty() && width(line + " · " + part) > columns) {
        lines.add(cut(line.toString()));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " · ").append(part);
    }
    lines.add(cut(line.toString()));
    return lines;
  }

  /** The text on one line, in letters that the terminal has. */
  public String plain(String text) {
    String line = Printable.line(text);
    if (utf8) {
      return line;
    }
    String known =
        line.replace("·", "-")
            .replace("→", "->")
            .replace("…", "...")
            .replace("–", "-")
            .replace("€", "EUR")
            .replace("£", "GBP");
    StringBuilder plain = new StringBuilder();
    known
        .codePoints()
        .filter(letter -> Letters.cells(letter) > 0)
        .forEach(letter -> plain.append(letter < 127 ? (char) letter : '?'));
    return plain.toString();
  }
}
