package io.github.iremote.bmw.cardata;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * BMW's quota for the account: the CarData calls made, and how many more may be made. A call is
 * counted before it is sent, so that one that fails is counted too.
 *
 * <p>One rule keeps both promises: a UTC day is itself a window of 24 hours, so a quota that is
 * never passed in any 24 hours is never passed in a day.
 *
 * @param dailyCalls the calls BMW allows in a day
 * @param calls when calls were made, by BMW's clock, the oldest first
 * @param spared when calls were made beside these for what is nice to know
 * @param closedUntil until when BMW refuses every call, by BMW's clock
 * @param behind how far this machine's clock is behind BMW's, as of the last answer
 */
public record Quota(
    int dailyCalls,
    List<Instant> calls,
    List<Instant> spared,
    Optional<Instant> closedUntil,
    Duration behind) {

  private static final Duration DAY = Duration.ofHours(24);

  /** BMW counts a call when it arrives, a little after it was counted here. */
  private static final Duration WINDOW = DAY.plusMinutes(5);

  /** A call counted this short a time ago is the one whose answer has come. */
  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(2);

  /** Calls in vain that a slow clock dated too early; with every call used, an hour apart. */
  private static final Duration IN_VAIN_WITHIN = Duration.ofHours(4);

  /** With every call used, one without an answer is not followed by the next at once. */
  private static final Duration UNANSWERED = Duration.ofHours(1);

  private static final long MIN_CLOSED = 60;

  public Quota {
    calls = List.copyOf(calls);
    spared = List.copyOf(spared);
  }

  public static Quota unused(int dailyCalls) {
    return new Quota(dailyCalls, List.of(), List.of(), Optional.empty(), Duration.ZERO);
  }

  public boolean allows(Purpose purpose, Instant now) {
    return !nextAllowed(purpose, now).isAfter(now);
  }

  /** When the next call may be made; {@code now} where it may be made at once. */
  public Instant nextAllowed(Purpose purpose, Instant now) {
    Instant time = bmwTime(now);
    Instant next = closedUntil.filter(end -> closes(end, time)).orElse(time);
    if (purpose == Purpose.SPARE) {
      next = later(next, again(spared, purpose.limit(dailyCalls), time));
    }
    int limit = purpose.limit(dailyCalls, spared.size());
    next = later(next, again(calls, limit, time));
    if (calls.size() > limit && unanswered()) {
      next = later(next, calls.get(calls.size() - 1).plus(UNANSWERED));
    }
    return now.plus(Duration.between(time, next));
  }

  /** Whether the last call has had no answer: that would have made others forgotten by now. */
  private boolean unanswered() {
    return !calls.get(0).plus(WINDOW).isAfter(calls.get(calls.size() - 1));
  }

  /** When fewer than a limit of these will have been made in a window. */
  private static Instant again(List<Instant> made, int limit, Instant time) {
    if (made.size() < limit) {
      return time;
    }
    return (limit <= 0 ? time : made.get(made.size() - limit)).plus(WINDOW);
  }

  /** How many calls are left at the moment. */
  public int left(Purpose purpose, Instant now) {
    Instant start = bmwTime(now).minus(WINDOW);
    int open = purpose.limit(dailyCalls, spared.size()) - madeAfter(calls, start);
    if (purpose == Purpose.SPARE) {
      open = Math.min(open, purpose.limit(dailyCalls) - madeAfter(spared, start));
    }
    return allows(purpose, now) ? Math.max(0, open) : 0;
  }

  /** How many polls may be made between {@code now} and a later moment. */
  public int spendable(Instant now, Instant until) {
    Instant start = bmwTime(now).plus(Duration.between(now, until)).minus(WINDOW);
    return Purpose.POLL.limit(dailyCalls, madeAfter(spared, start)) - madeAfter(calls, start);
  }

  /** The calls made in the last 24 hours. */
  public int usedLast24Hours(Instant now) {
    return madeAfter(bmwTime(now).minus(DAY));
  }

  /** The calls made in this UTC day. */
  public int usedToday(Instant now) {
    return madeAfter(bmwTime(now).truncatedTo(ChronoUnit.DAYS).minusNanos(1));
  }

  /**
   * The quota by a clock that may have been set back: as no call was made in the future, the time
   * is taken to be that of the last call, and runs on from there. What is decided with it holds
   * only if it is saved, too; else a clock set back by a year would have to catch up first.
   */
  public Quota at(Instant now) {
    return new Quota(dailyCalls, calls, spared, closedUntil, Duration.between(now, bmwTime(now)));
  }

  /** One call more; to be saved before the call is sent. */
  public Quota called(Instant now) {
    List<Instant> more = new ArrayList<>(calls);
    more.add(bmwTime(now));
    // only an answer proves a call old enough to be forgotten: without any, the list is bounded
    int surplus = Math.max(0, more.size() - 2 * dailyCalls);
    return new Quota(
        dailyCalls, more.subList(surplus, more.size()), spared, closedUntil, at(now).behind);
  }

  /** The same, of a call for what is nice to know. */
  public Quota spared(Instant now) {
    List<Instant> more = new ArrayList<>(spared);
    more.add(bmwTime(now));
    return new Quota(dailyCalls, calls, more, closedUntil, at(now).behind);
  }

  /**
   * Learns the time from the {@code Date} of an answer, the token server's as well: the machine's
   * clock may have been set since the last one. Calls older than a day are forgotten only now.
   */
  public Quota answered(Instant bmwTime, Instant now) {
    boolean slow = bmwTime(now).plus(ANSWERED_WITHIN).isBefore(bmwTime);
    Instant justNow = bmwTime(now).minus(slow ? IN_VAIN_WITHIN : ANSWERED_WITHIN);
    Optional<Instant> closed = closedUntil.filter(end -> closes(end, bmwTime));
    return new Quota(
        dailyCalls,
        recent(calls, justNow, bmwTime),
        recent(spared, justNow, bmwTime),
        closed,
        Duration.between(now, bmwTime));
  }

  private static List<Instant> recent(List<Instant> made, Instant justNow, Instant bmwTime) {
    return made.stream()
        .map(call -> call.isAfter(justNow) || call.isAfter(bmwTime) ? bmwTime : call)
        .filter(bmwTime.minus(WINDOW)::isBefore)
        .toList();
  }

  /** BMW says that the quota is spent (CU-429): closed for as long as it said, or for the day. */
  public Quota closed(Optional<Duration> retryAfter, Instant now) {
    Instant time = bmwTime(now);
    Instant end = time.truncatedTo(ChronoUnit.DAYS).plus(DAY);
    if (retryAfter.isPresent()) {
      long seconds = Math.max(MIN_CLOSED, Math.min(retryAfter.get().toSeconds(), DAY.toSeconds()));
      end = time.plusSeconds(seconds);
    }
    return new Quota(dailyCalls, calls, spared, Optional.of(end), at(now).behind);
  }

  /** A closure that ends later than any can comes from a clock that was wrong. */
  private static boolean closes(Instant end, Instant time) {
    return end.isAfter(time) && !end.isAfter(time.plus(WINDOW));
  }

  private Instant bmwTime(Instant now) {
    Instant time = now.plus(behind);
    return latest(spared, latest(calls, time));
  }

  private static Instant latest(List<Instant> made, Instant time) {
    return made.isEmpty() ? time : later(time, made.get(made.size() - 1));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private int madeAfter(Instant start) {
    return madeAfter(calls, start) + madeAfter(spared, start);
  }

  private static int madeAfter(List<Instant> made, Instant start) {
    int after = 0;
    for (Instant call : made) {
      after += start.isBefore(call) ? 1 : 0;
    }
    return after;
  }
}
