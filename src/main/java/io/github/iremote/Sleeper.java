package io.github.iremote;

import java.time.Duration;

/** Waits; tests and the demo hand in one that does not. */
@FunctionalInterface
public interface Sleeper {
  void sleep(Duration duration);

  /** Really waits. */
  static void real(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
