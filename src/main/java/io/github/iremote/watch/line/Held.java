package io.github.iremote.watch.line;

import io.github.iremote.oauth.Token;
import io.github.iremote.watch.timing.Clocks.Moment;
import java.time.Duration;

/** One connection to the stream, or the attempt at one. */
final class Held {
  /** BMW ends a connection with its token, after an hour. */
  private static final Duration LONGEST = Duration.ofMinutes(50);

  private static final Duration BEFORE_ITS_END = Duration.ofMinutes(9);

  final Moment since;
  final boolean renewal;
  private final Token token;
  private AutoCloseable connection = () -> {};

  /**
   * @param renewal whether another one stands, in whose place it comes
   */
  Held(Token token, Moment since, boolean renewal) {
    this.token = token;
    this.since = since;
    this.renewal = renewal;
  }

  void holds(AutoCloseable opened) {
    connection = opened;
  }

  /** Whether its token ends soon, by either clock. */
  boolean old(Moment now) {
    return now.up().minus(since.up()).compareTo(LONGEST) >= 0
        || !now.now().isBefore(token.expiresAt().minus(BEFORE_ITS_END));
  }

  boolean standsFor(Duration time, Moment now) {
    return since.until(now).compareTo(time) >= 0;
  }

  void close() {
    try {
      connection.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
