package io.github.iremote.trust;

import io.github.iremote.trust.World.Step;
import java.util.Random;

/** Kills a run at any moment of its usual time, or soon after something was seen from outside. */
final class Killer {
  /** So much happens in a few milliseconds after these. */
  private static final Step[] BUSY = {
    Step.TOKEN_ASKED, Step.STATUS_ANSWERED, Step.POST_ARRIVED, Step.POST_ANSWERED
  };

  private static final int BUSY_MILLIS = 60;

  private final World world;
  private final Random random;
  private final boolean asked;
  private final long usualMillis;

  /**
   * @param asked whether the run is asked to end, with SIGTERM
   * @param usualMillis how long a run takes that is left alone
   */
  Killer(World world, Random random, boolean asked, long usualMillis) {
    this.world = world;
    this.random = random;
    this.asked = asked;
    this.usualMillis = usualMillis;
  }

  /** The exit code, and how far the run had come. */
  record End(int code, Step last) {}

  End kill(Process process) throws InterruptedException {
    Step[] last = {Step.STARTED};
    Step target = random.nextBoolean() ? BUSY[random.nextInt(BUSY.length)] : null;
    long delay = random.nextInt(target == null ? (int) (usualMillis * 1.1) : BUSY_MILLIS);
    world.listener =
        step -> {
          last[0] = step;
          if (step == target) {
            new Thread(() -> killAfter(process, delay)).start();
          }
        };
    if (target == null) {
      killAfter(process, delay);
    }
    int code = Program.end(process);
    world.listener = step -> {};
    return new End(code, last[0]);
  }

  private void killAfter(Process process, long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (asked) {
      process.destroy();
    } else {
      process.destroyForcibly();
    }
  }
}
