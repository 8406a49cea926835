package io.github.iremote;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Work that must not be left half done: a request to end the program (SIGTERM, Ctrl-C) waits for
 * its end, for a while.
 */
public final class Unbroken {
  /** A watch must be gone 5 seconds after it was asked to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** What is to be done. */
  @FunctionalInterface
  public interface Work<T, X extends Exception> {
    T toItsEnd() throws X;
  }

  /**
   * Does the work.
   *
   * @throws Failure.BmwUnavailable if the program is ending already
   */
  public static <T, X extends Exception> T work(Work<T, X> work) throws X {
    CountDownLatch done = new CountDownLatch(1);
    Thread hook = new Thread(() -> await(done), "finishing");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new Failure.BmwUnavailable("the program was asked to end", e);
    }
    try {
      return work.toItsEnd();
    } finally {
      done.countDown();
      forget(hook);
    }
  }

  private static void await(CountDownLatch done) {
    try {
      done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the end has come, and has waited
    }
  }

  private Unbroken() {}
}
