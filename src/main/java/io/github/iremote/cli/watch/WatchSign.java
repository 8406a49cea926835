package io.github.iremote.cli.watch;

import io.github.iremote.Sleeper;
import io.github.iremote.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The file by which those beside it know of a {@code watch}: locked for as long as it runs, and
 * with the time in it at which it was last known to live.
 */
public final class WatchSign implements AutoCloseable {
  private static final String FILE = ".watch";
  private static final Duration LIVELY = Duration.ofMinutes(15);
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  /** Whoever looks whether it is locked locks it for a moment. */
  private static final Duration A_MOMENT = Duration.ofMillis(100);

  private static final int MOMENTS = 10;

  private final RunLock lock;
  private Instant given = Instant.EPOCH;

  private WatchSign(RunLock lock) {
    this.lock = lock;
  }

  /** Takes it; nothing where another {@code watch} has it. */
  public static Optional<WatchSign> take(Path configs, Sleeper sleeper) {
    for (int i = 0; i < MOMENTS; i++) {
      Optional<RunLock> lock = RunLock.tryAcquire(configs, FILE);
      if (lock.isPresent()) {
        return Optional.of(new WatchSign(lock.get()));
      }
      sleeper.sleep(A_MOMENT);
    }
    return Optional.empty();
  }

  /** The process lives. */
  public void give(Instant now) {
    if (Duration.between(given, now).abs().compareTo(BETWEEN) >= 0) {
      lock.write(now.truncatedTo(ChronoUnit.SECONDS).toString());
      given = now;
    }
  }

  /** Whether a {@code watch} looks after the cars, and has given a sign lately. */
  public static boolean givenLately(Path configs, Instant now) {
    try {
      Instant sign = Instant.parse(Files.readString(configs.resolve(FILE)));
      if (Duration.between(sign, now).abs().compareTo(LIVELY) > 0) {
        return false;
      }
      Optional<RunLock> lock = RunLock.tryAcquire(configs, FILE);
      lock.ifPresent(RunLock::close);
      return lock.isEmpty();
    } catch (IOException | DateTimeParseException e) {
      return false;
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
