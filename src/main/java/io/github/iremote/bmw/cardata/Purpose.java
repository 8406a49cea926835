package io.github.iremote.bmw.cardata;

/** Who asks BMW, and with that, how much of the quota may be used. */
public enum Purpose {
  /** The cron job, of a car that rests. */
  POLL,
  /**
   * The cron job, of a car in use: may take what is nice to know, as what happens now does not
   * wait.
   */
  IN_USE,
  /** What is nice to know: a part of what polls must leave, so that it never delays one. */
  SPARE,
  /** {@code login}, {@code check} and {@code --force}: may use what polls must leave. */
  PERSON;

  private static final int RESERVE = 3;

  /** What of it neither a car in use may take nor what is nice to know. */
  private static final int FOR_PERSONS = 1;

  /** After a clock was set forward one call goes out too early; its answer tells the time. */
  private static final int KEPT_BACK = 1;

  /** A quota too small to keep all of it back keeps a part. */
  int limit(int dailyCalls) {
    if (this == SPARE) {
      return Math.max(0, planned(dailyCalls) - POLL.limit(dailyCalls) - FOR_PERSONS);
    }
    if (this == IN_USE) {
      return POLL.limit(dailyCalls) + SPARE.limit(dailyCalls);
    }
    int planned = planned(dailyCalls);
    return this == PERSON ? planned : planned - Math.min(RESERVE, planned / 4);
  }

  /** Of polls, calls that were spared leave as many as before; of the others, fewer. */
  int limit(int dailyCalls, int spared) {
    int polls = POLL.limit(dailyCalls);
    int shared = (this == SPARE ? IN_USE : this).limit(dailyCalls) - spared;
    return this == POLL ? polls : Math.max(polls, shared);
  }

  private static int planned(int dailyCalls) {
    return dailyCalls > 1 ? dailyCalls - KEPT_BACK : dailyCalls;
  }
}
