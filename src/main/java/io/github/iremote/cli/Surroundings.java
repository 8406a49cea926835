package io.github.iremote.cli;

import io.github.iremote.Sleeper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * All that the program finds around it: environment, files, terminal, time. Tests and the demo hand
 * in their own.
 *
 * @param jar where the program itself lies, if it is a jar
 * @param terminal whether a person sits in front of it
 */
public record Surroundings(
    Map<String, String> environment,
    Path workingDirectory,
    Optional<Path> jar,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    InstantSource clock,
    Sleeper sleeper) {

  /** The real ones. Output is UTF-8 whatever the locale: cron has none. */
  public static Surroundings real() {
    return new Surroundings(
        System.getenv(),
        Path.of("").toAbsolutePath(),
        ownJar(),
        System.in,
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        System.console() != null,
        Clock.systemUTC(),
        Sleeper.REAL);
  }

  /** What this computer is called, for an owner who has several. */
  String host() {
    String named = environment.getOrDefault("HOSTNAME", "");
    try {
      return named.isBlank() ? Files.readString(Path.of("/etc/hostname")).strip() : named;
    } catch (IOException e) {
      return "this computer";
    }
  }

  /** {@code java -jar} makes the jar the whole class path. */
  private static Optional<Path> ownJar() {
    String classPath = System.getProperty("java.class.path");
    Path jar = Path.of(classPath).toAbsolutePath();
    return classPath.endsWith(".jar") && Files.isRegularFile(jar)
        ? Optional.of(jar)
        : Optional.empty();
  }

  /** The same, at another time, with another mouth, and out of the owner's environment. */
  public Surroundings with(InstantSource clock, Sleeper sleeper, PrintStream out) {
    return new Surroundings(
        Map.of(), workingDirectory, jar, in, out, err, terminal, clock, sleeper);
  }
}
