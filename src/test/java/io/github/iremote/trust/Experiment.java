package io.github.iremote.trust;

import java.util.Random;

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

  <T> T oneOf(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  void say(String format, Object... values) {
    System.out.println(name + ": " + String.format(format, values));
  }
}
