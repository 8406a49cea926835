package io.github.iremote.cli.history;

import io.github.iremote.cli.Surroundings;
import io.github.iremote.picture.Terminal;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the terminal in front of which a person sits can show. */
final class Screen {
  private static final int USUAL = 80;
  private static final int NARROWEST = 40;
  private static final int WIDEST = 240;

  static Terminal of(Surroundings here) {
    Map<String, String> environment = here.environment();
    boolean colours =
        here.terminal()
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    int columns = Math.max(NARROWEST, Math.min(WIDEST, columns(here)));
    return new Terminal(columns, utf8(environment), colours);
  }

  /** The first of these that is set decides, as for every program; the launcher keeps one apart. */
  private static boolean utf8(Map<String, String> environment) {
    for (String name : List.of("IREMOTE_LOCALE", "LC_ALL", "LC_CTYPE", "LANG")) {
      String locale = environment.getOrDefault(name, "");
      if (!locale.isEmpty()) {
        return locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
      }
    }
    return false;
  }

  private static int columns(Surroundings here) {
    String told = here.environment().getOrDefault("COLUMNS", "");
    if (told.matches("\\d{1,4}")) {
      return Integer.parseInt(told);
    }
    return here.terminal() ? asked() : USUAL;
  }

  /** Shells keep the width to themselves; the terminal's own driver knows it. */
  private static int asked() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
      boolean ended = stty.waitFor(1, TimeUnit.SECONDS) && stty.exitValue() == 0;
      return ended && size.matches("\\d+ [1-9]\\d*") ? Integer.parseInt(size.split(" ")[1]) : USUAL;
    } catch (IOException e) {
      return USUAL;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL;
    }
  }

  private Screen() {}
}
