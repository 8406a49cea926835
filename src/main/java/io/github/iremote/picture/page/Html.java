package io.github.iremote.picture.page;

/** Text on its way into a page. */
public final class Html {

  /** What a car says may hold anything; none of it is markup. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        case '\t' -> safe.append(' ');
        default -> safe.append(c < ' ' && c != '\n' ? '\uFFFD' : c);
      }
    }
    return safe.toString();
  }

  private Html() {}
}
