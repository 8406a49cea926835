package io.github.iremote.email;

import io.github.iremote.message.Worded;

/** A letter as a page in a mail, which loads nothing from the network. */
final class MailPage {
  private static final String GREEN = "#2eb67d";
  private static final String AMBER = "#ecb22e";
  private static final String RED = "#e01e5a";

  static String of(Worded worded, String more) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html><html><body>");
    page.append("<div style=\"font-family:sans-serif;border-left:4px solid ");
    page.append(color(worded.tone())).append(";padding-left:12px\">");
    for (Worded.Line line : worded.lines()) {
      page.append("<p><b>").append(escape(line.subject())).append("</b> ");
      page.append(escape(line.text()).replace("\n", "<br>")).append("</p>");
    }
    page.append("<table cellpadding=\"3\">");
    for (Worded.Field field : worded.details()) {
      page.append("<tr><td style=\"color:#666;vertical-align:top\">");
      page.append(escape(field.title())).append("</td><td>");
      page.append(value(field, worded)).append("</td></tr>");
    }
    return page.append("</table>").append(more).append("</div></body></html>").toString();
  }

  private static String value(Worded.Field field, Worded worded) {
    String text = escape(field.value()).replace("\n", "<br>");
    String link = escape(worded.link().orElse(""));
    return link.isEmpty() || !text.contains(link)
        ? text
        : text.replace(link, "<a href=\"" + link + "\">" + link + "</a>");
  }

  private static String color(Worded.Tone tone) {
    return switch (tone) {
      case GOOD -> GREEN;
      case ATTENTION -> AMBER;
      case URGENT -> RED;
    };
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private MailPage() {}
}
