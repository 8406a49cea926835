package io.github.iremote.history;

import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** What the name of a history's file tells: {@code <VIN>-<YYYY-MM>.jsonl}, and its like. */
record FileName(String vin, YearMonth month) {
  private static final int MONTH = "2026-11".length();
  private static final Set<String> ENDINGS =
      Set.of(".jsonl", ".jsonl.gz", ".charges.jsonl", ".charges.jsonl.gz");

  /** By hand: years have many files, and Java's patterns and calendars take longer to begin. */
  static Optional<FileName> of(String file) {
    int dash = file.indexOf('-');
    String rest = file.substring(dash + 1);
    boolean ours = dash > 0 && rest.length() > MONTH && rest.charAt(4) == '-';
    ours &= ENDINGS.contains(rest.substring(Math.min(MONTH, rest.length())));
    for (int i = 0; ours && i < MONTH; i++) {
      ours = i == 4 || within(rest.charAt(i), '0', '9');
    }
    for (int i = 0; ours && i < dash; i++) {
      ours = within(file.charAt(i), '0', '9') || within(file.charAt(i), 'A', 'Z');
    }
    int month = ours ? Integer.parseInt(rest.substring(5, MONTH)) : 0;
    return month < 1 || month > 12
        ? Optional.empty()
        : Optional.of(
            new FileName(
                file.substring(0, dash),
                YearMonth.of(Integer.parseInt(rest.substring(0, 4)), month)));
  }

  private static boolean within(char c, char first, char last) {
    return c >= first && c <= last;
  }
}
