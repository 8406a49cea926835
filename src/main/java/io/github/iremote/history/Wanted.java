package io.github.iremote.history;

import io.github.iremote.vehicle.Signal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which readings of a time somebody wants: of others no more is read than their name. */
public final class Wanted {
  static final Wanted ALL = new Wanted(Signal.all(), Signal.all());

  private final Set<String> within = new HashSet<>();
  private final Set<String> before = new HashSet<>();

  /**
   * @param within those of the time
   * @param before those of which it is to be known what they were before
   */
  public Wanted(Collection<Signal<?>> within, Collection<Signal<?>> before) {
    within.forEach(signal -> this.within.add(signal.name()));
    before.forEach(signal -> this.before.add(signal.name()));
  }

  /** Whether a line of the time is to be read: if it is a reading, and a wanted one. */
  boolean within(String line) {
    String signal = LineJson.signal(line);
    return signal.isEmpty() || within.contains(signal);
  }

  boolean before(String signal) {
    return before.contains(signal);
  }

  Set<String> before() {
    return before;
  }
}
