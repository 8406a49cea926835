package io.github.iremote.cli.schedule;

import java.util.ArrayList;
import java.util.List;

/** The words of a command as a shell splits it: quotes and backslashes, and nothing else. */
final class ShellWords {
  private final String text;
  private final List<String> words = new ArrayList<>();
  private StringBuilder word;

  private ShellWords(String text) {
    this.text = text;
  }

  static List<String> of(String command) {
    ShellWords shell = new ShellWords(command);
    shell.split();
    return shell.words;
  }

  private void split() {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && Character.isWhitespace(c)) {
        end();
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        begin();
      } else if (c == quote) {
        quote = 0;
      } else {
        i += c == '\\' && quote != '\'' && i + 1 < text.length() ? 1 : 0;
        begin().append(text.charAt(i));
      }
    }
    end();
  }

  private StringBuilder begin() {
    word = word == null ? new StringBuilder() : word;
    return word;
  }

  private void end() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }
}
