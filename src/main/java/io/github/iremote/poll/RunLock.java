package io.github.iremote.poll;

import io.github.iremote.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The lock on a configs directory: one run at a time. The system frees it when the program ends,
 * however it ends.
 */
public final class RunLock implements AutoCloseable {
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
    Path file = configs.resolve(".lock");
    try {
      FileChannel channel =
          FileChannel.open(
              file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), mode(file));
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
          configs + " must be writable, its .lock is not: check the owner of the directory", e);
    }
  }

  /** 0600, where files have modes. */
  private static FileAttribute<?>[] mode(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
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
