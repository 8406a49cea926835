package io.github.iremote.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;

/** How long an experiment is, and where its chances come from. */
final class Experiment {
  final int runs;
  final Random random;
  private final String name;

  /**
   * @param runs how many, unless the system property {@code experiments.<name>} says otherwise
   */
  Experiment(String name, int runs) {
    this.name = name;
    this.runs = Integer.getInteger("experiments." + name, runs);
    long seed = Long.getLong("experiments.seed", 1);
    this.random = new Random(seed);
    say("runs %d, seed %d", this.runs, seed);
  }

  /** Whether the long version was asked for. */
  boolean isLong() {
    return System.getProperty("experiments." + name) != null;
  }

  /** Empties a directory, but for one file. */
  static void clear(Path directory, String kept) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(directory) && !path.getFileName().toString().equals(kept)) {
          Files.delete(path);
        }
      }
    }
  }

  <T> T oneOf(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  void say(String format, Object... values) {
    System.out.println(name + ": " + String.format(format, values));
  }
}
