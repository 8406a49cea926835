package io.github.iremote.run;

import io.github.iremote.Sleeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The file by which those beside it know of a {@code watch}: locked for as long as it runs, and
 * stamped while it lives.
 */
public final class WatchSign implements AutoCloseable {
  private static final String FILE = ".watch";
  private static final Duration LIVELY = Duration.ofMinutes(15);

  /** Whoever looks whether it is locked locks it for a moment. */
  private static final Duration A_MOMENT = Duration.ofMillis(100);

  private static final int MOMENTS = 10;

  private final Path file;
  private final RunLock lock;

  private WatchSign(Path file, RunLock lock) {
    this.file = file;
    this.lock = lock;
  }

  /** Takes it; nothing where another {@code watch} has it. */
  public static Optional<WatchSign> take(Path configs, Sleeper sleeper) {
    for (int i = 0; i < MOMENTS; i++) {
      Optional<RunLock> lock = RunLock.tryAcquire(configs, FILE);
      if (lock.isPresent()) {
        return Optional.of(new WatchSign(configs.resolve(FILE), lock.get()));
      }
      sleeper.sleep(A_MOMENT);
    }
    return Optional.empty();
  }

  /** The process lives. */
  public void give(Instant now) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(now));
    } catch (IOException e) {
      // somebody has removed it: the others will do without us
    }
  }

  /** Whether a {@code watch} looks after the cars, and has given a sign lately. */
  public static boolean givenLately(Path configs, Instant now) {
    Path file = configs.resolve(FILE);
    try {
      Instant sign = Files.getLastModifiedTime(file).toInstant();
      if (Duration.between(sign, now).abs().compareTo(LIVELY) > 0) {
        return false;
      }
      Optional<RunLock> lock = RunLock.tryAcquire(configs, FILE);
      lock.ifPresent(RunLock::close);
      return lock.isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
