package io.github.iremote;

import java.time.Duration;

/** Waits; tests and the demo hand in one that does not. */
@FunctionalInterface
public interface Sleeper {
  void sleep(Duration duration);

  /** Really waits. A class of its own, as the first lambda of a run costs it 4 ms. */
  Sleeper REAL =
      new Sleeper() {
        @Override
        public void sleep(Duration duration) {
          try {
            Thread.sleep(duration.toMillis());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
      };
}
