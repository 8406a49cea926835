package io.github.iremote.cli.check;

import io.github.iremote.Failure;
import io.github.iremote.Masked;
import io.github.iremote.cli.ExitCode;
import io.github.iremote.cli.Main;
import io.github.iremote.cli.Stack;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What {@code check} finds: a line each as it comes, and the exit code of the worst. */
final class Findings {
  private static final int WIDTH = 12;

  private final PrintStream out;
  private final boolean tracing;
  private int exitCode;

  /**
   * @param tracing whether stack traces are wanted
   */
  Findings(PrintStream out, boolean tracing) {
    this.out = out;
    this.tracing = tracing;
  }

  /** Looks at one thing; says what is well, or else what is wrong. */
  boolean look(String thing, Supplier<String> look) {
    return find(thing, look, well -> well).isPresent();
  }

  /** Looks for one thing that further looks need. */
  <T> Optional<T> find(String thing, Supplier<T> look, Function<T, String> well) {
    try {
      T found = look.get();
      print("ok", thing, well.apply(found));
      return Optional.of(found);
    } catch (RuntimeException thrown) {
      RuntimeException e = Main.known(thrown);
      boolean known = e instanceof Failure;
      print("!!", thing, known ? e.getMessage() : "a bug: " + e + "; please report it with -vv");
      exitCode = ExitCode.worse(exitCode, known ? ((Failure) e).exitCode() : ExitCode.BUG);
      if (tracing) {
        out.println(Masked.text(Stack.trace(e)));
      }
      return Optional.empty();
    }
  }

  /** Not as it should be, but no reason why nothing works. */
  void warn(String thing, String sentence) {
    print("! ", thing, sentence);
  }

  /** Could not be looked at. */
  void skip(String thing, String reason) {
    print("--", thing, reason);
  }

  int exitCode() {
    return exitCode;
  }

  private void print(String mark, String thing, String sentence) {
    String gap = " ".repeat(Math.max(1, WIDTH - thing.length()));
    out.println(Masked.text(mark + "  " + thing + gap + sentence));
  }
}
