package io.github.iremote.watch;

import io.github.iremote.Failure;
import io.github.iremote.event.EventName;
import io.github.iremote.mqtt.Ending;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.oauth.Token;
import io.github.iremote.watch.timing.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Opens the line when it wants to be, and says what becomes of it. */
final class Dialler implements LineObserver {
  /** Longer than polls let a token live, so that the line never gets one that is dying. */
  private static final Duration TOKEN_GOOD_FOR = Duration.ofMinutes(20);

  private static final Duration DEAF = Duration.ofMinutes(1);
  private static final Duration DEAF_FOR_LONG = Duration.ofHours(1);

  private final Office office;
  private final Line line;
  private final boolean byToken;
  private final Login login;
  private final Cars cars;
  private final News news;
  private final Clocks clocks;
  private final Journal journal;
  private Attempts remembered;
  private boolean deafTold;
  private String why = "";
  private String saidLast = "";

  /**
   * @param line makes the line, whose observer this is
   * @param byToken whether the token is the stream's password
   */
  Dialler(
      Office office,
      Function<LineObserver, Line> line,
      boolean byToken,
      Memory memory,
      Login login,
      Cars cars,
      News news,
      Clocks clocks,
      Journal journal) {
    this.office = office;
    this.byToken = byToken;
    this.login = login;
    this.cars = cars;
    this.news = news;
    this.clocks = clocks;
    this.journal = journal;
    this.remembered = memory.attempts();
    this.deafTold = memory.deafTold();
    this.line = line.apply(this);
  }

  /** Looks after the line; returns whether another held the lock. */
  boolean step() {
    line.step();
    if (login.cameBack()) {
      journal.line("there is a new login");
      line.renew();
    }
    if (login.isLost() || !line.wantsToOpen()) {
      return line.attempts().equals(remembered) || office.turn().map(this::remember).orElse(false);
    }
    return office.turn().map(this::dial).orElse(false);
  }

  private boolean remember(Office.Turn turn) {
    try (turn) {
      remember(turn, line.attempts());
      return true;
    }
  }

  private void remember(Office.Turn turn, Attempts attempts) {
    turn.memory().update(memory -> memory.with(attempts).withDeafTold(deafTold));
    remembered = attempts;
  }

  private boolean dial(Office.Turn turn) {
    try (turn) {
      line.attempting();
      remember(turn, line.attempts());
      boolean fresh = line.wantsFreshToken();
      try {
        line.open(token(turn.tokens(), fresh), fresh);
      } catch (Failure.LoginRequired e) {
        login.lose();
        line.failed(new Ending(Ending.Kind.LOST, e.getMessage()));
        turn.loginNeeded(e);
      } catch (Failure.BmwUnavailable e) {
        line.failed(new Ending(Ending.Kind.LOST, e.getMessage()));
      }
      return true;
    }
  }

  /** An old {@code token.json} has no id token: a renewal gives one. */
  private Token token(CachedTokens tokens, boolean fresh) {
    Token token = tokens.goodFor(TOKEN_GOOD_FOR);
    if (byToken && (fresh || token.idToken().isEmpty())) {
      token = tokens.insteadOf(token);
    }
    if (byToken && token.idToken().isEmpty()) {
      throw new Failure.LoginRequired(
          "BMW gives this login no token for the stream; run: iremote login");
    }
    return token;
  }

  @Override
  public void connected(Duration gap) {
    journal.line("the stream is heard");
    saidLast = "";
    if (gap.compareTo(DEAF) > 0) {
      cars.missedSomething();
    }
    if (deafTold) {
      deafTold = false;
      news.add(EventName.RECOVERED, "BMW's stream is heard again, nothing needs doing");
    }
  }

  @Override
  public void renewed() {
    journal.detail("the line to the stream is renewed");
  }

  @Override
  public void disconnected(Ending ending, Instant next) {
    why = ending.words();
    String sentence = "the stream is not heard: " + why;
    if (sentence.equals(saidLast)) {
      journal.detail(sentence);
    } else {
      journal.line(sentence);
    }
    saidLast = sentence;
  }

  @Override
  public void evicted() {
    journal.line(News.EVICTED);
    news.add(EventName.TROUBLE, News.EVICTED);
  }

  @Override
  public void settled() {
    journal.line("no other program takes the stream away any more");
    news.add(EventName.RECOVERED, "BMW's stream is heard again, nothing needs doing");
  }

  /** Tells of a stream that is not heard for long, where BMW answers all the same. */
  void noteDeafness(boolean bmwAnswers) {
    boolean known = deafTold || line.attempts().evicted() || login.isLost();
    if (!known && bmwAnswers && line.deafFor().compareTo(DEAF_FOR_LONG) > 0) {
      deafTold = true;
      news.add(
          EventName.TROUBLE,
          "BMW's stream has not been heard for an hour ("
              + why
              + "); the cars are asked as often as the quota allows, and the stream is tried again"
              + " and again");
    }
  }

  /** Whether cars are asked as if there were no stream. */
  boolean deaf() {
    return line.deafFor().compareTo(DEAF) > 0;
  }

  /** When the line wants to be looked after. */
  Duration next() {
    Duration wait = Duration.between(clocks.now(), line.next());
    return clocks.up().plus(wait.isNegative() ? Duration.ZERO : wait);
  }

  boolean hears() {
    return line.stands();
  }

  boolean connecting() {
    return line.opening();
  }

  void close() {
    line.close();
  }
}
