package io.github.iremote.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Shows a Slack message in a terminal, with its coloured bar where there is colour. */
public final class TerminalMessage {
  private final PrintStream out;
  private final boolean colour;

  public TerminalMessage(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  public void print(JsonNode message) {
    JsonNode attachment = message.path("attachments").path(0);
    String bar = bar(attachment.path("color").asText());
    for (String line : plain(message.path("text")).split("\n")) {
      out.println("  " + bar + bold(line.replace("*", "")));
    }
    List<JsonNode> fields = new ArrayList<>();
    attachment.path("fields").forEach(fields::add);
    fields.removeIf(field -> repeats(message.path("text"), field));
    int width = 0;
    for (JsonNode field : fields) {
      width = Math.max(width, field.path("title").asText().length());
    }
    for (JsonNode field : fields) {
      String title = field.path("title").asText();
      String indent = " ".repeat(width + 2);
      String value = plain(field.path("value")).replace("\n", "\n  " + bar + indent);
      out.println("  " + bar + title + " ".repeat(width - title.length() + 2) + value);
    }
    out.println();
  }

  /** A lock screen shows the line alone; here both are seen, and once is enough. */
  private static boolean repeats(JsonNode line, JsonNode field) {
    return line.asText().contains(": " + field.path("value").asText());
  }

  /** Slack's cards have {@code 62%} where their line has {@code 62 %}. */
  private static String plain(JsonNode text) {
    String spaced = text.asText().replaceAll("(\\d)%", "$1 %");
    return spaced.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private String bold(String text) {
    return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  /** The bar in the message's own colour, {@code #rrggbb}. */
  private String bar(String color) {
    if (!colour || color.length() != 7) {
      return "┃ ";
    }
    int rgb = Integer.parseInt(color.substring(1), 16);
    return "\u001b[38;2;"
        + (rgb >> 16)
        + ";"
        + (rgb >> 8 & 255)
        + ";"
        + (rgb & 255)
        + "m┃\u001b[0m ";
  }
}
