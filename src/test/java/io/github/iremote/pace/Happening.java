package io.github.iremote.pace;

import io.github.iremote.event.EventName;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Something in a car that its owner could be told.
 *
 * @param lasting whether it stands for five minutes, as long as cron leaves between two runs, and
 *     is not the door of a moment, which stands for ten; nor the end of such a moment
 * @param visible when BMW's copy shows it
 * @param until when it is no longer so
 * @param past when BMW's copy shows that
 */
record Happening(
    EventName name, boolean lasting, Instant at, Instant visible, Instant until, Instant past) {
  static final Instant FOREVER = Instant.parse("2100-01-01T00:00:00Z");

  /** A car that only tells its odometer says that it drives off a few minutes late. */
  private static final Duration FORGIVEN = Duration.ofMinutes(4);

  /** Whether BMW's copy shows it at one run of cron at least: else no plan can tell of it. */
  boolean seeable(Predicate<Instant> machineOn) {
    Instant run = Strategy.cronAfter(visible);
    while (run.isBefore(past) && !machineOn.test(run)) {
      run = Strategy.cronAfter(run);
    }
    return run.isBefore(past);
  }

  /** Whether it is a lasting state that is still so. */
  boolean standsAt(Instant now) {
    return lasting && until.isAfter(now);
  }

  /** Whether a message that says so now is wrong, and need not be. */
  boolean stale(Instant now) {
    return now.isAfter(past) && now.isAfter(until.plus(FORGIVEN));
  }
}
