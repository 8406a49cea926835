package io.github.iremote.watch.line;

import io.github.iremote.bmw.Push.Ear;
import io.github.iremote.mqtt.Ending;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.watch.timing.Bursts;
import io.github.iremote.watch.timing.Clocks;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Brings what connections tell, on threads of theirs, to the thread of the process. */
public final class Switchboard {
  private final Queue<Runnable> happened = new ConcurrentLinkedQueue<>();
  private final Bursts bursts;
  private final Clocks clocks;
  private final Runnable wake;

  /**
   * @param wake called from those threads when there is something to do
   */
  public Switchboard(Bursts bursts, Clocks clocks, Runnable wake) {
    this.bursts = bursts;
    this.clocks = clocks;
    this.wake = wake;
  }

  /** Does what has happened since the last time. */
  void step() {
    for (Runnable next = happened.poll(); next != null; next = happened.poll()) {
      next.run();
    }
  }

  /** The ear for one connection. */
  Ear ear(Runnable connected, Consumer<Ending> ended) {
    return new Ear() {
      @Override
      public void connected() {
        happens(connected);
      }

      @Override
      public void heard(String vin, Samples samples, boolean urgent) {
        bursts.add(vin, samples, urgent, clocks.up());
        wake.run();
      }

      @Override
      public void ended(Ending ending) {
        happens(() -> ended.accept(ending));
      }
    };
  }

  private void happens(Runnable happening) {
    happened.add(happening);
    wake.run();
  }
}
