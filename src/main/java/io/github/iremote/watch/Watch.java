package io.github.iremote.watch;

import io.github.iremote.Failure;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.watch.line.Line;
import io.github.iremote.watch.line.Opener;
import io.github.iremote.watch.line.Switchboard;
import io.github.iremote.watch.timing.Bursts;
import io.github.iremote.watch.timing.Clocks;
import io.github.iremote.watch.timing.Reconnect;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * The process that stays: hears the stream, takes what it hears, and asks for what the stream
 * lacks. One thread does it all, a step at a time; {@link #next} says when the next is due.
 */
public final class Watch {
  private static final Duration LOCK_TRIED_AGAIN = Duration.ofMillis(200);

  /** What cannot be saved is tried again, and not at once: so it is with a full disk. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  private final Office office;
  private final Clocks clocks;
  private final Journal journal;
  private final Bursts bursts = new Bursts();
  private final News news = new News();
  private final Cars cars;
  private final Dialler dialler;
  private final Rounds rounds;
  private final Intake intake;
  private Optional<Duration> lockTried = Optional.empty();
  private Duration notBefore = Duration.ZERO;
  private final LastSaid failing = new LastSaid();

  /**
   * @param byToken whether BMW's token is the stream's password
   * @param memory what was remembered at the last time
   * @param login tells one {@code token.json} from another
   * @param chance numbers from 0 to 1
   * @param wake called from other threads when there is something to do
   * @param mirror sees how the cars are
   */
  public Watch(
      Office office,
      Opener opener,
      boolean byToken,
      Memory memory,
      Supplier<String> login,
      Clocks clocks,
      DoubleSupplier chance,
      Runnable wake,
      Journal journal,
      Mirror mirror) {
    this.office = office;
    this.clocks = clocks;
    this.journal = journal;
    this.cars = new Cars(journal, mirror, clocks);
    this.intake = new Intake(bursts, cars, clocks, memory.streamed());
    Login known = new Login(login);
    Switchboard switchboard = new Switchboard(bursts, clocks, wake);
    Reconnect rules = new Reconnect(chance);
    this.dialler =
        new Dialler(
            office,
            observer ->
                new Line(opener, byToken, switchboard, rules, memory.attempts(), clocks, observer),
            byToken,
            memory,
            known,
            cars,
            news,
            clocks,
            journal);
    this.rounds = new Rounds(cars, dialler, known, news, clocks, journal);
  }

  /** Does what is due; what fails is tried again. */
  public void step() {
    try {
      lockTried = doWhatIsDue() ? Optional.empty() : Optional.of(clocks.up());
    } catch (Failure e) {
      notBefore = clocks.up().plus(AFTER_FAILURE);
      if (failing.isNews(e.getMessage())) {
        journal.warn(e.getMessage());
      }
    }
  }

  /** Returns whether the lock was free, where it was needed. */
  private boolean doWhatIsDue() {
    Duration now = clocks.up();
    boolean free = dialler.step();
    boolean due =
        !bursts.over(now).isEmpty() || !cars.timeUp().isEmpty() || roundDue(now) || news.any();
    return due && notBefore.compareTo(now) <= 0
        ? free & office.turn().map(this::work).orElse(false)
        : free;
  }

  private boolean roundDue(Duration now) {
    return rounds.next().compareTo(now) <= 0;
  }

  private boolean work(Office.Turn turn) {
    try (turn) {
      Duration now = clocks.up();
      intake.take(turn, bursts.over(now));
      timeUp(turn, cars.timeUp());
      news.announce(turn);
      if (roundDue(now)) {
        intake.take(turn, cars.unsaved());
        rounds.go(turn);
        intake.remember(turn);
        failing.forget(); // not sooner: what fails with every round would be news each time
      }
      rounds.note(turn.late());
      return true;
    }
  }

  private void timeUp(Office.Turn turn, Collection<String> vins) {
    for (Vehicle car : vins.isEmpty() ? List.<Vehicle>of() : turn.cars()) {
      if (vins.contains(car.vin())) {
        cars.timeUp(turn, car);
      }
    }
  }

  /** Whether cars are heard. */
  public boolean hears() {
    return dialler.hears();
  }

  /** Whether an attempt to connect is under way, of which it will be woken. */
  public boolean connecting() {
    return dialler.connecting();
  }

  /** When the next step is due, by the process's own clock. */
  public Duration next() {
    Duration next = earlier(dialler.next(), rounds.next());
    next = bursts.due().isPresent() ? earlier(next, bursts.due().get()) : next;
    if (cars.next().isPresent()) {
      next = earlier(next, clocks.up().plus(Duration.between(clocks.now(), cars.next().get())));
    }
    Duration again = lockTried.isPresent() ? lockTried.get().plus(LOCK_TRIED_AGAIN) : notBefore;
    return next.compareTo(clocks.up()) <= 0 && again.compareTo(next) > 0 ? again : next;
  }

  private static Duration earlier(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * Saves what is only in memory, and lets go of the line.
   *
   * @return whether that was possible; else another holds the lock
   */
  public boolean finish() {
    dialler.close();
    if (intake.unsaved().isEmpty()) {
      return true;
    }
    return office.turn().map(this::finish).orElse(false);
  }

  private boolean finish(Office.Turn turn) {
    try (turn) {
      intake.finish(turn);
      return true;
    }
  }
}
