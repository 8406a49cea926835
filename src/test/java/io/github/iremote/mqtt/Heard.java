package io.github.iremote.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes down what a connection tells, to be waited for. */
public final class Heard implements Listener {
  private static final int PATIENCE_SECONDS = 20;

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Override
  public void connected() {
    told.add("connected");
  }

  @Override
  public void message(String topic, byte[] payload) {
    told.add(topic + " " + new String(payload, StandardCharsets.UTF_8));
  }

  @Override
  public void ended(Ending ending) {
    told.add(ending.kind() + ": " + ending.words());
  }

  /** The next thing it tells. */
  public String next() {
    return next(PATIENCE_SECONDS);
  }

  public String next(int patienceSeconds) {
    try {
      String next = told.poll(patienceSeconds, TimeUnit.SECONDS);
      return next == null ? "nothing" : next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether nothing more was told. */
  public boolean silent() {
    return told.isEmpty();
  }
}
