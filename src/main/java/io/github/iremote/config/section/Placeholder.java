package io.github.iremote.config.section;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises a value that was copied from the sample and never filled in. */
final class Placeholder {
  private static final Set<String> WHOLE =
      Set.of(
          "changeme",
          "change-me",
          "change_me",
          "replaceme",
          "replace-me",
          "replace_me",
          "00000000-0000-0000-0000-000000000000");
  private static final List<String> BEGINNINGS = List.of("your-", "your_", "your ");
  private static final String WEBHOOK = "/services/";
  private static final List<String> WEBHOOKS =
      List.of(WEBHOOK + "xxx", WEBHOOK + "t0000", WEBHOOK + "your");

  /** By hand: each run asks, and Java takes 5 ms to begin with patterns. */
  static boolean isOne(String value) {
    String text = value.toLowerCase(Locale.ROOT);
    String webhook = text.substring(Math.max(0, text.indexOf(WEBHOOK)));
    return WHOLE.contains(text)
        || text.contains("…")
        || (text.length() > 1 && text.startsWith("<") && text.endsWith(">"))
        || (text.length() > 3 && text.equals("x".repeat(text.length())))
        || begins(text, BEGINNINGS)
        || begins(webhook, WEBHOOKS);
  }

  private static boolean begins(String text, List<String> beginnings) {
    for (String beginning : beginnings) {
      if (text.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  private Placeholder() {}
}
