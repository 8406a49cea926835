package io.github.iremote.history;

import io.github.iremote.vehicle.Signal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which readings of a time somebody wants: of others no more is read than their name. */
public final class Wanted {
  public static final Wanted ALL = new Wanted(Signal.all(), Signal.all(), List.of());

  private final Set<String> within;
  private final Set<String> before;
  private final Set<String> often;

  /**
   * @param within those of the time
   * @param often those that are said often: of them it is to be known what they were before, and
   *     one reading a minute is enough
   */
  public Wanted(Collection<Signal<?>> within, Collection<Signal<?>> often) {
    this(within, often, often);
  }

  private Wanted(
      Collection<Signal<?>> within, Collection<Signal<?>> before, Collection<Signal<?>> often) {
    this.within = names(within);
    this.before = names(before);
    this.often = names(often);
  }

  /** All of the time, and of these what they were before. */
  public static Wanted allAfter(Collection<Signal<?>> before) {
    return new Wanted(Signal.all(), before, List.of());
  }

  private static Set<String> names(Collection<Signal<?>> signals) {
    Set<String> names = new HashSet<>();
    for (Signal<?> signal : signals) {
      names.add(signal.name());
    }
    return names;
  }

  /** Whether a line of the time is to be read: a reading of a signal, or what is no reading. */
  boolean within(String signal) {
    return signal.isEmpty() || within.contains(signal);
  }

  /** Whether it is to be known what a signal was before the time. */
  boolean before(String signal) {
    return before.contains(signal) || (this == ALL && !signal.isEmpty());
  }

  /** Whether only the last reading of a minute is wanted. */
  boolean onlyLast(String signal) {
    return often.contains(signal);
  }

  Set<String> before() {
    return before;
  }
}
