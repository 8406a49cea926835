package io.github.iremote.cli.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The windows of time in which one car's charges are to be asked for, in that order. */
record FetchPlan(List<Window> windows) {
  /** BMW refuses a longer time. */
  private static final Duration LONGEST = Duration.ofDays(45);

  private static final Duration FURTHEST = Duration.ofDays(2 * 365);

  /** What was asked so short a time ago is not asked again; the polls do it after each charge. */
  private static final Duration NEWS = Duration.ofDays(1);

  /** BMW writes a charge down a while after it has ended. */
  private static final Duration LATE = Duration.ofDays(3);

  /**
   * A window.
   *
   * @param backwards whether it goes further back than what was asked before it
   */
  record Window(Instant from, Instant to, boolean backwards) {}

  /** A time that was chosen, as far as BMW may have something of it; the newest first. */
  static FetchPlan of(Span span, Instant now) {
    Instant furthest = now.minus(FURTHEST);
    Instant from = span.from().isBefore(furthest) ? furthest : span.from();
    List<Window> windows = new ArrayList<>();
    back(windows, from, span.to().isBefore(now) ? span.to() : now);
    return new FetchPlan(windows);
  }

  /** All that was not yet fetched: what is new since, and what is older. */
  static FetchPlan of(Optional<Fetched.Time> fetched, Instant now) {
    List<Window> windows = new ArrayList<>();
    Instant newest = fetched.map(Fetched.Time::to).orElse(now);
    if (newest.isBefore(now.minus(NEWS))) {
      for (Instant from = newest.minus(LATE); from.isBefore(now); from = from.plus(LONGEST)) {
        Instant end = from.plus(LONGEST);
        windows.add(new Window(from, end.isBefore(now) ? end : now, false));
      }
    }
    back(windows, now.minus(FURTHEST), fetched.map(Fetched.Time::from).orElse(now));
    return new FetchPlan(windows);
  }

  private static void back(List<Window> windows, Instant from, Instant to) {
    for (Instant end = to; end.isAfter(from); ) {
      Instant start = end.minus(LONGEST).isAfter(from) ? end.minus(LONGEST) : from;
      windows.add(new Window(start, end, true));
      end = start;
    }
  }
}
