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
  /** What is nice to know: shares what polls must leave, and takes one of theirs a day at most. */
  SPARE,
  /** {@code login}, {@code check} and {@code --force}: may use what polls must leave. */
  PERSON;

  private static final int RESERVE = 2;

  /** What of it neither a car in use may take nor what is nice to know. */
  private static final int FOR_PERSONS = 1;

  /** What is nice to know may wait for a day, but not for ever. */
  private static final int MOST_SPARED = 2;

  /** After a clock was set forward one call goes out too early; its answer tells the time. */
  private static final int KEPT_BACK = 1;

  /** A quota too small to keep all of it back keeps a part. */
  int limit(int dailyCalls) {
    int planned = dailyCalls > 1 ? dailyCalls - KEPT_BACK : dailyCalls;
    int reserve = Math.min(RESERVE, planned / 4);
    return switch (this) {
      case POLL -> planned - reserve;
      case IN_USE -> planned - Math.min(FOR_PERSONS, reserve);
      case SPARE -> reserve > FOR_PERSONS ? MOST_SPARED : 0;
      case PERSON -> planned;
    };
  }

  /** How many calls may be made beside those that were spared. */
  int limit(int dailyCalls, int spared) {
    int shared = IN_USE.limit(dailyCalls);
    int least = shared - SPARE.limit(dailyCalls);
    int all = this == PERSON ? limit(dailyCalls) : shared;
    int most = this == POLL ? limit(dailyCalls) : all;
    return Math.max(least, Math.min(most, all - spared));
  }
}
