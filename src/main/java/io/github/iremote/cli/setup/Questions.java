package io.github.iremote.cli.setup;

import io.github.iremote.Failure;
import io.github.iremote.Masked;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Surroundings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * Where {@code setup} has its answers from: the options, and for what they do not say the person in
 * front of the terminal, if there is one.
 */
final class Questions {
  private final ParseResult options;
  private final Surroundings here;
  private final Typed typed;
  private final Map<String, String> answers = new HashMap<>();
  private boolean askAgain;

  Questions(ParseResult options, Surroundings here) {
    this.options = options;
    this.here = here;
    this.typed = new Typed(here);
  }

  /** One of several answers, and a few words about it. */
  record Choice(String word, String about) {}

  /** Says something to a person; a script does not read it. */
  void explain(String text) {
    if (here.terminal()) {
      here.out().println(text);
    }
  }

  /** Takes a step; when it fails, a person may answer anew, and a script has failed. */
  void until(Runnable step) {
    for (boolean done = false; !done; ) {
      try {
        step.run();
        done = true;
      } catch (Failure e) {
        if (!here.terminal()) {
          throw e;
        }
        here.out().println("  " + Masked.text(e.getMessage()));
        askAgain = true;
        if (e instanceof Failure.BadConfig) {
          answers.clear();
        }
      }
    }
    askAgain = false;
  }

  /**
   * An answer; the last one, if a person who is asked again says nothing.
   *
   * @param standard what no answer means; nothing if there must be one
   */
  String text(String option, String question, Optional<String> standard) {
    Optional<String> given = Options.text(options, option).filter(text -> !askAgain);
    String answer;
    if (given.isPresent() || !here.terminal()) {
      answer = given.or(() -> standard).orElseThrow();
    } else {
      answer = free(question, usual(option).or(() -> standard));
    }
    answers.put(option, answer);
    return answer;
  }

  /** One of several answers, by its number or its word; the first is what no answer means. */
  String choice(String option, String question, List<Choice> choices) {
    boolean asks = here.terminal() && (askAgain || Options.text(options, option).isEmpty());
    List<String> words = choices.stream().map(Choice::word).toList();
    if (asks) {
      explain(question);
      for (Choice choice : choices) {
        String number = "  " + (words.indexOf(choice.word()) + 1) + "  " + choice.word();
        explain(choice.about().isEmpty() ? number : number + ": " + choice.about());
      }
    }
    String usual = usual(option).filter(words::contains).orElse(words.get(0));
    if (!asks) {
      return text(option, question, Optional.of(usual));
    }
    String number = Integer.toString(words.indexOf(usual) + 1);
    String answer = free("Which one, by number or name", Optional.of(number)).trim();
    boolean numbered = answer.matches("[1-9]") && Integer.parseInt(answer) <= words.size();
    String word = numbered ? words.get(Integer.parseInt(answer) - 1) : answer;
    answers.put(option, word);
    return word;
  }

  private Optional<String> usual(String option) {
    return Optional.ofNullable(answers.get(option));
  }

  /** An answer that only a person can give. */
  String free(String question, Optional<String> standard) {
    String prompt = question + standard.map(text -> " [" + text + "]").orElse("") + ": ";
    String answer = typed.line(prompt);
    return answer.isEmpty() ? standard.orElse("") : answer;
  }

  /**
   * A secret. Every user of the machine can read a command line, so an option only tells where it
   * is to be found.
   */
  String secret(String option, String question) {
    Optional<String> given = Options.text(options, option).filter(text -> !askAgain);
    if (given.isPresent() && !given.get().equals("-")) {
      if (!given.get().matches("\\$\\{.+}")) {
        throw new Failure.BadConfig(
            option
                + " takes ${NAME}, ${file:/path}, or - for a line of the standard input: others can"
                + " read what is on a command line");
      }
      return given.get();
    }
    return typed.secret(here.terminal() ? question + " (is not shown): " : "");
  }

  boolean yes(String option, String contrary, String question) {
    if (Options.has(options, option) || Options.has(options, contrary) || !here.terminal()) {
      return Options.has(options, option);
    }
    return yes(question);
  }

  /** What only a person can decide. */
  boolean yes(String question) {
    return !typed.line(question + " [Y/n]: ").toLowerCase(Locale.ROOT).startsWith("n");
  }
}
