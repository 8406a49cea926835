package io.github.iremote.cli.setup;

import io.github.iremote.cli.Surroundings;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Lines that a person types, or that come through a pipe. */
public final class Typed {
  private final Surroundings here;
  private final Console console;
  private final BufferedReader reader;

  /** The input has ended: nobody is there to be asked again. */
  public static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Only the real input has a console, which can hide what is typed. */
  public Typed(Surroundings here) {
    this.here = here;
    this.console = here.in() == System.in && here.terminal() ? System.console() : null;
    this.reader = new BufferedReader(new InputStreamReader(here.in(), StandardCharsets.UTF_8));
  }

  public String line(String prompt) {
    return present(console == null ? read(prompt) : console.readLine("%s", prompt)).trim();
  }

  /** A line that is not shown. */
  String secret(String prompt) {
    if (console == null) {
      return line(prompt);
    }
    char[] characters = console.readPassword("%s", prompt);
    return present(characters == null ? null : new String(characters)).trim();
  }

  private String read(String prompt) {
    here.out().print(prompt);
    here.out().flush();
    try {
      return reader.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String present(String line) {
    if (line == null) {
      throw new Ended();
    }
    return line;
  }
}
