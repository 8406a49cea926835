package io.github.iremote.cli.watch;

import io.github.iremote.Failure;
import io.github.iremote.cli.Wiring;
import io.github.iremote.config.Config;
import io.github.iremote.watch.Journal;
import io.github.iremote.watch.Watch;
import io.github.iremote.watch.timing.Clocks;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The process that stays: a watch after the other, each by the configuration of its time. */
final class Stay {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** Nothing that is always due may keep a processor busy. */
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);

  private static final Duration TRIED_AGAIN = Duration.ofMillis(100);
  private static final int TRIES = 30;

  private final WatchSign sign;
  private final boolean quiet;
  private final Clocks clocks;
  private final Bell bell = new Bell();
  private final CountDownLatch ended = new CountDownLatch(1);
  private Wiring wiring;
  private volatile boolean stopping;

  Stay(Wiring wiring, WatchSign sign, boolean quiet) {
    this.wiring = wiring;
    this.sign = sign;
    this.quiet = quiet;
    this.clocks = new Clocks(wiring.here.clock(), System::nanoTime);
  }

  /** Watches until it is stopped. */
  void run() {
    try {
      while (!stopping) {
        Journal journal = new LineByLine(wiring, quiet);
        watch(journal);
        if (!stopping) {
          journal.line("the configuration has changed and is read anew");
        }
      }
    } finally {
      ended.countDown();
    }
  }

  /** Asks it to end, from another thread, and waits while it does. */
  void stop(Duration patience) {
    stopping = true;
    bell.ring();
    try {
      if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        wiring.log.info(() -> "it ends in the middle of something; nothing is lost by that");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One watch, until it is stopped or there is another configuration. */
  private void watch(Journal journal) {
    FileMark config = new FileMark(wiring.configs.resolve(Config.FILE));
    String before = config.now();
    Watch watch =
        WatchWiring.watch(
            wiring, clocks, ThreadLocalRandom.current()::nextDouble, bell::ring, journal);
    while (!stopping) {
      sign.give(clocks.now());
      watch.step();
      if (!config.now().equals(before)) {
        before = config.now();
        if (readAnew(journal)) {
          break;
        }
      }
      Duration wait = watch.next().minus(clocks.up());
      wait = wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
      bell.await(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }
    finish(watch);
  }

  private void finish(Watch watch) {
    for (int i = 0; i < TRIES && !watch.finish(); i++) {
      bell.await(TRIED_AGAIN);
    }
  }

  /** Returns whether the new configuration can be used; else the old one stays in force. */
  private boolean readAnew(Journal journal) {
    try {
      Wiring fresh = wiring.withConfig(Config.load(wiring.configs, wiring.here.environment()));
      if (fresh.source.push().isEmpty()) {
        return unusable(journal, "watch needs the CarData API");
      }
      fresh.runs.delivery(false);
      wiring = fresh;
      return true;
    } catch (Failure e) {
      return unusable(journal, e.getMessage());
    }
  }

  private static boolean unusable(Journal journal, String why) {
    journal.warn(why + "; until then the old configuration stays in force");
    return false;
  }
}
