package io.github.iremote.config.section;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the key that a typo was meant to be. */
public final class Spelling {

  /** The nearest of the words, if it is near enough to be meant. */
  public static Optional<String> nearest(String word, Collection<String> words) {
    String nearest = null;
    int least = Math.max(2, word.length() / 2) + 1;
    for (String candidate : words) {
      int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** What may have been meant, or else all that there is. */
  static String meant(String word, Collection<String> words) {
    return nearest(word, words)
        .map(near -> "did you mean " + near + "?")
        .orElse("expected one of " + String.join(", ", words));
  }

  /** The Levenshtein distance: how many letters to insert, delete or replace. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }

  private Spelling() {}
}
