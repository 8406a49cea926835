package io.github.iremote.watch.line;

import io.github.iremote.mqtt.Ending;
import io.github.iremote.oauth.Token;
import io.github.iremote.watch.timing.Attempts;
import io.github.iremote.watch.timing.Clocks;
import io.github.iremote.watch.timing.Clocks.Moment;
import io.github.iremote.watch.timing.Deafness;
import io.github.iremote.watch.timing.Reconnect;
import io.github.iremote.watch.timing.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The line to the stream: one attempt at a time, with the token of that moment; a new connection
 * before the token of the old one ends, or after the machine has slept. All but what connections
 * tell happens on the thread of the process.
 */
public final class Line {
  /** For connecting and subscribing. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** The broker ends the old connection a moment before the new one stands. */
  private static final Duration SEAMLESS = Duration.ofSeconds(10);

  private final Opener opener;
  private final boolean byToken;
  private final Reconnect rules;
  private final Clocks clocks;
  private final Switchboard switchboard;
  private final LineObserver observer;
  private final Refusals refusals = new Refusals();
  private Attempts attempts;
  private Optional<Held> current = Optional.empty();
  private Optional<Held> opening = Optional.empty();
  private final Deafness deafness;
  private boolean renewNow;
  private Moment lastStep;

  /**
   * @param byToken whether the token is the password, and ends the connection with it
   */
  public Line(
      Opener opener,
      boolean byToken,
      Switchboard switchboard,
      Reconnect rules,
      Attempts attempts,
      Clocks clocks,
      LineObserver observer) {
    this.opener = opener;
    this.byToken = byToken;
    this.switchboard = switchboard;
    this.rules = rules;
    this.attempts = attempts;
    this.clocks = clocks;
    this.observer = observer;
    this.lastStep = clocks.moment();
    this.deafness = new Deafness(lastStep);
  }

  /** Looks at what has happened to connections, and to the time. */
  public void step() {
    switchboard.step();
    Moment now = clocks.moment();
    if (lastStep.sleptUntil(now)) {
      renewNow = true;
      deafness.begin(lastStep);
    }
    lastStep = now;
    if (opening.isPresent() && opening.get().since.until(now).compareTo(PATIENCE) > 0) {
      ended(opening.get(), new Ending(Ending.Kind.LOST, "the broker does not answer"));
    }
    if (attempts.evicted()
        && current.filter(held -> held.standsFor(Reconnect.SETTLED, now)).isPresent()) {
      attempts = attempts.withEvicted(false);
      observer.settled();
    }
  }

  /** Whether it is time to open a connection. */
  public boolean wantsToOpen() {
    return opening.isEmpty() && due() && !rules.next(attempts, clocks.now()).isAfter(clocks.now());
  }

  private boolean due() {
    return current.isEmpty() || renewNow || (byToken && current.get().old(clocks.moment()));
  }

  /** Whether BMW has refused the token there is, and another may be asked for. */
  public boolean wantsFreshToken() {
    return refusals.wantFreshToken(clocks.up());
  }

  /** An attempt is about to be made: to be remembered before it is. */
  public void attempting() {
    attempts = attempts.withMade(clocks.now());
  }

  public void open(Token token, boolean fresh) {
    if (fresh) {
      refusals.asked(clocks.up());
    }
    renewNow = false;
    Held held = new Held(token, clocks.moment(), current.isPresent());
    opening = Optional.of(held);
    held.holds(
        opener.open(token, switchboard.ear(() -> connected(held), ending -> ended(held, ending))));
  }

  /** No attempt can be made, for want of a token. */
  public void failed(Ending why) {
    attempts = rules.failed(attempts, why.kind(), clocks.now());
    tell(why);
  }

  private void connected(Held held) {
    if (opening.filter(held::equals).isEmpty()) {
      return;
    }
    Duration gap = deafness.gap(clocks.moment());
    current.ifPresent(Held::close);
    current = opening;
    opening = Optional.empty();
    deafness.end();
    attempts = attempts.connected();
    if (held.renewal && gap.compareTo(SEAMLESS) <= 0) {
      observer.renewed();
    } else {
      observer.connected(gap);
    }
  }

  private void ended(Held held, Ending why) {
    if (opening.filter(held::equals).isPresent()) {
      opening = Optional.empty();
      refusals.note(why);
      attempts = rules.failed(attempts, why.kind(), clocks.now());
    } else if (current.filter(held::equals).isPresent()) {
      current = Optional.empty();
      deafness.begin(clocks.moment());
      if (opening.isPresent()) {
        held.close(); // the broker makes room for the new one
        return;
      }
      boolean before = attempts.evicted();
      attempts = rules.lost(attempts, why.kind(), held.since.until(clocks.moment()), clocks.now());
      if (attempts.evicted() && !before) {
        observer.evicted();
      }
    } else {
      return;
    }
    held.close();
    tell(why);
  }

  /** A renewal that fails while the old connection stands is no news. */
  private void tell(Ending why) {
    if (current.isEmpty()) {
      observer.disconnected(why, rules.next(attempts, clocks.now()));
    }
  }

  public Attempts attempts() {
    return attempts;
  }

  public boolean opening() {
    return opening.isPresent();
  }

  /** Whether cars are heard. */
  public boolean stands() {
    return current.isPresent();
  }

  /** For how long cars have not been heard while the machine was awake. */
  public Duration deafFor() {
    return deafness.awake(clocks.moment());
  }

  /** When there is something to do that nobody wakes for. */
  public Instant next() {
    return opening.isPresent() || !due()
        ? clocks.now().plus(PATIENCE)
        : rules.next(attempts, clocks.now());
  }

  /** Connects anew with another token: somebody has logged in. */
  public void renew() {
    renewNow = true;
  }

  public void close() {
    current.ifPresent(Held::close);
    opening.ifPresent(Held::close);
  }
}
