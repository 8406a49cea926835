package io.github.iremote.history;

import io.github.iremote.vehicle.Signal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which readings of a time somebody wants: of others no more is read than their name. */
public final class Wanted {
  public static final Wanted ALL =
      new Wanted(names(Signal.all()), names(Signal.all()), List.of(), Instant.MAX);

  private final Set<String> within;
  private final Set<String> before;
  private final List<String> often;
  private final Instant end;

  /**
   * @param within those of the time
   * @param often those that are said often: of them it is to be known what they were before, and
   *     one reading a minute is enough
   */
  public Wanted(Collection<Signal<?>> within, Collection<Signal<?>> often) {
    this(names(within), names(often), List.copyOf(names(often)), Instant.MAX);
  }

  private Wanted(Set<String> within, Set<String> before, List<String> often, Instant end) {
    this.within = within;
    this.before = before;
    this.often = often;
    this.end = end;
  }

  /** All of the time, and of these what they were before. */
  public static Wanted allAfter(Collection<Signal<?>> before) {
    return new Wanted(names(Signal.all()), names(before), List.of(), Instant.MAX);
  }

  /** The same, but of what was so after a time only the next reading of each signal. */
  public Wanted until(Instant end) {
    return new Wanted(within, before, often, end);
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

  /** Of which only the last reading of a minute is wanted. */
  List<String> often() {
    return often;
  }

  /** When a reading is of a later time than is wanted. */
  Instant end() {
    return end;
  }

  Set<String> before() {
    return before;
  }
}
