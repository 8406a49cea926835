package io.github.iremote.watch;

import io.github.iremote.bmw.cardata.Stream.Ear;
import io.github.iremote.mqtt.Ending;
import io.github.iremote.oauth.Token;
import io.github.iremote.vehicle.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The line to the stream: one attempt at a time, with the token of that moment; a new connection
 * before the token of the old one ends, or after the machine has slept. All but what connections
 * tell happens on the thread of the process.
 */
final class Line {
  /** BMW ends a connection with its token, after an hour. */
  private static final Duration LONGEST = Duration.ofMinutes(50);

  private static final Duration BEFORE_ITS_END = Duration.ofMinutes(9);

  /** For connecting and subscribing. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** The wall's clock goes on while the machine sleeps. */
  private static final Duration SLEPT = Duration.ofMinutes(1);

  /** BMW is asked for another token once, and not with every refusal. */
  private static final Duration BETWEEN_FRESH_TOKENS = Duration.ofMinutes(10);

  /** The broker ends the old connection a moment before the new one stands. */
  private static final Duration SEAMLESS = Duration.ofSeconds(10);

  private final Opener opener;
  private final boolean byToken;
  private final Bursts bursts;
  private final Reconnect rules;
  private final Clocks clocks;
  private final Runnable wake;
  private final Observer observer;
  private final Queue<Runnable> happened = new ConcurrentLinkedQueue<>();

  private Attempts attempts;
  private Optional<Held> current = Optional.empty();
  private Optional<Held> opening = Optional.empty();
  private Optional<Moment> deafSince;
  private Optional<Duration> freshAsked = Optional.empty();
  private boolean wantsFresh;
  private boolean renewNow;
  private Moment lastStep;

  /** Opens a connection, at once, and tells the ear what comes of it. */
  interface Opener {
    AutoCloseable open(Token token, Ear ear);
  }

  /** What becomes of the line. */
  interface Observer {
    /** Cars are heard from now on, and were not for a while. */
    void connected(Duration gap);

    /** The line is renewed, and nothing was missed. */
    void renewed();

    /** They are not, and will not be before then. */
    void disconnected(Ending why, Instant next);

    /** Another program takes the stream away, again and again. */
    void evicted();

    /** It is ours again. */
    void settled();
  }

  /** A time by both clocks. */
  private record Moment(Instant now, Duration up) {
    Duration until(Moment later) {
      Duration wall = Duration.between(now, later.now);
      Duration own = later.up.minus(up);
      return wall.compareTo(own) > 0 ? wall : own;
    }
  }

  /** One connection, or the attempt at one. */
  private static final class Held {
    final Token token;
    final Moment since;
    final boolean renewal;
    AutoCloseable connection;

    Held(Token token, Moment since, boolean renewal) {
      this.token = token;
      this.since = since;
      this.renewal = renewal;
    }
  }

  /**
   * @param byToken whether the token is the password, and ends the connection with it
   */
  Line(
      Opener opener,
      boolean byToken,
      Bursts bursts,
      Reconnect rules,
      Attempts attempts,
      Clocks clocks,
      Runnable wake,
      Observer observer) {
    this.opener = opener;
    this.byToken = byToken;
    this.bursts = bursts;
    this.rules = rules;
    this.attempts = attempts;
    this.clocks = clocks;
    this.wake = wake;
    this.observer = observer;
    this.lastStep = moment();
    this.deafSince = Optional.of(lastStep);
  }

  private Moment moment() {
    return new Moment(clocks.now(), clocks.up());
  }

  /** Looks at what has happened to connections, and to the time. */
  void step() {
    for (Runnable next = happened.poll(); next != null; next = happened.poll()) {
      next.run();
    }
    Moment now = moment();
    Duration asleep = Duration.between(lastStep.now, now.now).minus(now.up.minus(lastStep.up));
    renewNow |= asleep.compareTo(SLEPT) > 0;
    lastStep = now;
    if (opening.isPresent() && opening.get().since.until(now).compareTo(PATIENCE) > 0) {
      ended(opening.get(), new Ending(Ending.Kind.LOST, "the broker does not answer"));
    }
    if (attempts.evicted() && standsFor(Reconnect.SETTLED)) {
      attempts = attempts.withEvicted(false);
      observer.settled();
    }
  }

  /** Whether it is time to open a connection. */
  boolean wantsToOpen() {
    return opening.isEmpty() && due() && !rules.next(attempts, clocks.now()).isAfter(clocks.now());
  }

  private boolean due() {
    return current.isEmpty() || renewNow || old(current.get());
  }

  private boolean old(Held held) {
    if (!byToken) {
      return false;
    }
    return clocks.up().minus(held.since.up).compareTo(LONGEST) >= 0
        || !clocks.now().isBefore(held.token.expiresAt().minus(BEFORE_ITS_END));
  }

  /** Whether BMW has refused the token there is, and another may be asked for. */
  boolean wantsFreshToken() {
    boolean lately =
        freshAsked
            .filter(asked -> clocks.up().minus(asked).compareTo(BETWEEN_FRESH_TOKENS) < 0)
            .isPresent();
    return wantsFresh && !lately;
  }

  /** An attempt is about to be made: to be remembered before it is. */
  void attempting() {
    attempts = attempts.withMade(clocks.now());
  }

  void open(Token token, boolean fresh) {
    if (fresh) {
      freshAsked = Optional.of(clocks.up());
      wantsFresh = false;
    }
    renewNow = false;
    Held held = new Held(token, moment(), current.isPresent());
    opening = Optional.of(held);
    held.connection = opener.open(token, ear(held));
  }

  /** No attempt can be made, for want of a token. */
  void failed(Ending why) {
    attempts = rules.failed(attempts, why.kind(), clocks.now());
    tell(why);
  }

  private Ear ear(Held held) {
    return new Ear() {
      @Override
      public void connected() {
        happens(() -> Line.this.connected(held));
      }

      @Override
      public void heard(String vin, Samples samples, boolean urgent) {
        bursts.add(vin, samples, urgent, clocks.up());
        wake.run();
      }

      @Override
      public void ended(Ending ending) {
        happens(() -> Line.this.ended(held, ending));
      }
    };
  }

  private void happens(Runnable happening) {
    happened.add(happening);
    wake.run();
  }

  private void connected(Held held) {
    if (opening.filter(held::equals).isEmpty()) {
      return;
    }
    Duration gap = deafFor();
    boolean seamless = gap.compareTo(SEAMLESS) <= 0;
    current.ifPresent(Line::close);
    current = opening;
    opening = Optional.empty();
    deafSince = Optional.empty();
    attempts = attempts.connected();
    if (held.renewal && seamless) {
      observer.renewed();
    } else {
      observer.connected(gap);
    }
  }

  private void ended(Held held, Ending why) {
    if (opening.filter(held::equals).isPresent()) {
      opening = Optional.empty();
      wantsFresh |= why.kind() == Ending.Kind.LOGIN_REFUSED;
      attempts = rules.failed(attempts, why.kind(), clocks.now());
    } else if (current.filter(held::equals).isPresent()) {
      if (opening.isPresent()) {
        current = Optional.empty(); // the broker makes room for the new one
        deafSince = Optional.of(moment());
        close(held);
        return;
      }
      current = Optional.empty();
      deafSince = Optional.of(moment());
      boolean before = attempts.evicted();
      attempts = rules.lost(attempts, why.kind(), held.since.until(moment()), clocks.now());
      if (attempts.evicted() && !before) {
        observer.evicted();
      }
    } else {
      return;
    }
    close(held);
    tell(why);
  }

  /** A renewal that fails while the old connection stands is no news. */
  private void tell(Ending why) {
    if (current.isEmpty()) {
      observer.disconnected(why, rules.next(attempts, clocks.now()));
    }
  }

  private static void close(Held held) {
    try {
      held.connection.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  Attempts attempts() {
    return attempts;
  }

  /** Whether an attempt is under way. */
  boolean opening() {
    return opening.isPresent();
  }

  /** Whether cars are heard. */
  boolean stands() {
    return current.isPresent();
  }

  private boolean standsFor(Duration time) {
    return current.filter(held -> held.since.until(moment()).compareTo(time) >= 0).isPresent();
  }

  /** For how long cars have not been heard. */
  Duration deafFor() {
    return deafSince.map(since -> since.until(moment())).orElse(Duration.ZERO);
  }

  /** When there is something to do that nobody wakes for. */
  Instant next() {
    return opening.isPresent() || !due()
        ? clocks.now().plus(PATIENCE)
        : rules.next(attempts, clocks.now());
  }

  /** Connects anew with another token: somebody has logged in. */
  void renew() {
    renewNow = true;
  }

  void close() {
    current.ifPresent(Line::close);
    opening.ifPresent(Line::close);
    current = Optional.empty();
    opening = Optional.empty();
  }
}
