package io.github.iremote.config.section;

import java.util.regex.Pattern;

/** Recognises a value that was copied from the sample and never filled in. */
final class Placeholder {
  private static final Pattern PATTERN =
      Pattern.compile(
          ".*….*|<.*>|your[-_ ].*|x{4,}|change[-_ ]?me|replace[-_ ]?me"
              + "|.*/services/(x{3,}|t0{4,}|your).*|00000000-0000-0000-0000-000000000000",
          Pattern.CASE_INSENSITIVE);

  static boolean isOne(String value) {
    return PATTERN.matcher(value).matches();
  }

  private Placeholder() {}
}
