package io.github.iremote.disk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's own files, when many want the same. */
class OwnFileTest {
  private static final int AT_ONCE = 4;

  @TempDir Path folder;

  @Test
  void all_who_want_a_file_that_is_not_there_yet_get_it() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    CyclicBarrier start = new CyclicBarrier(AT_ONCE);
    try {
      for (int round = 0; round < 200; round++) {
        Path file = folder.resolve("lock" + round);
        Callable<FileChannel> hold =
            () -> {
              start.await();
              return OwnFile.hold(file);
            };
        List<Future<FileChannel>> held = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
          held.add(threads.submit(hold));
        }
        for (Future<FileChannel> channel : held) {
          assertTrue(channel.get().isOpen());
          channel.get().close();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
