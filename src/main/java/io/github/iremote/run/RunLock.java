package io.github.iremote.run;

import io.github.iremote.Failure;
import io.github.iremote.Sleeper;
import io.github.iremote.disk.OwnFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The lock on a configs directory: one run at a time. The system frees it when the program ends,
 * however it ends.
 */
public final class RunLock implements AutoCloseable {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private static final int TRIES = 600;

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * The lock, or nothing if another run holds it.
   *
   * @throws Failure.BadConfig if the directory cannot be written
   */
  public static Optional<RunLock> tryAcquire(Path configs) {
    return tryAcquire(configs, ".lock");
  }

  /** The same for another lock than that of runs. */
  public static Optional<RunLock> tryAcquire(Path configs, String name) {
    Path file = configs.resolve(name);
    try {
      FileChannel channel = OwnFile.hold(file);
      try {
        if (channel.tryLock() != null) {
          return Optional.of(new RunLock(channel));
        }
      } catch (OverlappingFileLockException e) {
        // held by this very process, which is as good as by another
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new Failure.BadConfig(
          configs + " must be writable, its " + name + " is not: check the owner of the directory",
          e);
    }
  }

  /**
   * The lock, waited for: what a person asks for is not left to a later run.
   *
   * @throws Failure.BmwUnavailable if another run holds it for a minute
   */
  public static RunLock await(Path configs, Sleeper sleeper) {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<RunLock> lock = tryAcquire(configs);
      if (lock.isPresent()) {
        return lock.get();
      }
      sleeper.sleep(BETWEEN_TRIES);
    }
    throw new Failure.BmwUnavailable("another run has not ended within a minute; try again");
  }

  /**
   * Writes over what is in the file. Whoever opened it for that, and be it to touch it, would let
   * go of the lock as he closes it: so it is with POSIX.
   */
  public void write(String text) {
    try {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      // no room: the others will do without us
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // the lock goes with the process
    }
  }
}
