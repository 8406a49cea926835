package io.github.iremote.watch;

import io.github.iremote.Failure;
import io.github.iremote.event.EventName;
import io.github.iremote.mqtt.Ending;
import io.github.iremote.watch.line.Line;
import io.github.iremote.watch.line.LineObserver;
import io.github.iremote.watch.timing.Attempts;
import io.github.iremote.watch.timing.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Opens the line when it wants to be, and says what becomes of it. */
final class Dialler implements LineObserver {
  /** Nobody says that there is a new one. */
  private static final Duration LOOKED_FOR_LOGIN = Duration.ofSeconds(10);

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
  private final LastSaid saidLast = new LastSaid();
  private final LastSaid unwritten = new LastSaid();

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

  /** Where there is no room to remember it, the line is opened all the same. */
  private void remember(Office.Turn turn, Attempts attempts) {
    remembered = attempts;
    try {
      turn.memory().update(memory -> memory.with(attempts).withDeafTold(deafTold));
      unwritten.forget();
    } catch (Failure.BadConfig e) {
      if (unwritten.isNews(e.getMessage())) {
        journal.warn(e.getMessage());
      }
    }
  }

  private boolean dial(Office.Turn turn) {
    try (turn) {
      line.attempting();
      remember(turn, line.attempts());
      boolean fresh = line.wantsFreshToken();
      try {
        line.open(Login.token(turn.tokens(), byToken, fresh), fresh);
      } catch (Failure.LoginRequired e) {
        login.lose();
        line.failed(new Ending(Ending.Kind.LOST, e.getMessage()));
        turn.loginNeeded(e);
      } catch (Failure.BmwUnavailable | Failure.BadConfig e) {
        line.failed(new Ending(Ending.Kind.LOST, e.getMessage()));
      }
      return true;
    }
  }

  @Override
  public void connected(Duration gap) {
    journal.line("the stream is heard");
    saidLast.forget();
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
    if (saidLast.isNews(sentence)) {
      journal.line(sentence);
    } else {
      journal.detail(sentence);
    }
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
      news.add(EventName.TROUBLE, News.deaf(why));
    }
  }

  /** Whether cars are asked as if there were no stream. */
  boolean deaf() {
    return line.deafFor().compareTo(DEAF) > 0;
  }

  /** When the line wants to be looked after. */
  Duration next() {
    if (login.isLost()) {
      return clocks.up().plus(LOOKED_FOR_LOGIN);
    }
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
