package io.github.iremote.disk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFileTest {
  private static final int FILES = 500;

  @TempDir Path folder;

  /** The first two runs of a directory find no lock, and both make it. */
  @Test
  void a_file_that_another_makes_at_the_same_moment_is_held_all_the_same() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<Boolean> holder =
        () -> {
          boolean held = true;
          for (int file = 0; file < FILES; file++) {
            start.await();
            try (FileChannel channel = OwnFile.hold(folder.resolve("lock" + file))) {
              held &= channel.isOpen();
            }
          }
          return held;
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> one = threads.submit(holder);
      assertTrue(threads.submit(holder).get() && one.get());
    } finally {
      threads.shutdownNow();
    }
  }
}
