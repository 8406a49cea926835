package io.github.iremote.watch;

import io.github.iremote.Failure;
import io.github.iremote.run.CarReport;
import io.github.iremote.run.StatusRun;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.watch.timing.Clocks;
import io.github.iremote.watch.timing.Wants;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is done every few minutes, and when a car is worth asking: polls for what the stream lacks,
 * messages that wait, the program's own news, the watchdog.
 */
final class Rounds {
  static final Duration EVERY = Duration.ofMinutes(5);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(15);
  private static final int LOOKS_A_DAY = 6;
  private static final int KEPT_BACK = 4;

  private final Cars cars;
  private final Dialler dialler;
  private final Login login;
  private final News news;
  private final Clocks clocks;
  private final Journal journal;
  private final Set<String> failing = new HashSet<>();
  private Optional<Duration> last = Optional.empty();
  private boolean first = true;

  Rounds(Cars cars, Dialler dialler, Login login, News news, Clocks clocks, Journal journal) {
    this.cars = cars;
    this.dialler = dialler;
    this.login = login;
    this.news = news;
    this.clocks = clocks;
    this.journal = journal;
  }

  /** When the next one is due. */
  Duration next() {
    Duration next = last.map(time -> time.plus(EVERY)).orElse(Duration.ZERO);
    if (!login.isLost()) {
      for (Cars.Watched car : cars.all()) {
        Duration due = car.wants.due(clocks.up());
        next = due.compareTo(next) < 0 ? due : next;
      }
    }
    return next;
  }

  /** Does one. */
  void go(Office.Turn turn) {
    last = Optional.of(clocks.up());
    for (Vehicle car : turn.cars()) {
      cars.of(car.vin());
    }
    StatusRun.Report report = turn.round(new Asked(turn));
    for (CarReport car : report.cars()) {
      if (!first && !car.events().isEmpty()) { // else its card has it
        journal.event(car.car(), car.events(), car.message());
      }
      cars.note(car.car().vin(), turn.saved(car.car()), car.events());
      cars.take(turn, car.car(), Samples.NONE, false);
    }
    if (first && !report.cars().isEmpty()) {
      journal.cards(report.cars());
      first = false;
    }
    noteAll(report.failures());
    dialler.noteDeafness(
        report.failures().stream().noneMatch(Failure.BmwUnavailable.class::isInstance));
    news.announce(turn);
    turn.ping(report.failures());
  }

  /** A failure that lasts is said when it begins. */
  private void noteAll(List<RuntimeException> failures) {
    Set<String> before = Set.copyOf(failing);
    failing.clear();
    failures.forEach(failure -> note(failure, before));
  }

  /** The same of failures between two rounds: by the next they may be over. */
  void note(List<RuntimeException> failures) {
    failures.forEach(failure -> note(failure, Set.copyOf(failing)));
  }

  private void note(RuntimeException failure, Set<String> before) {
    boolean news = failing.add(failure.getMessage()) && !before.contains(failure.getMessage());
    if (news) {
      journal.warn(failure.getMessage());
    }
    if (failure instanceof Failure.LoginRequired) {
      login.lose();
    }
  }

  /** Which cars this round asks. */
  private final class Asked implements Office.Asking {
    private final Office.Turn turn;
    private final int left;

    Asked(Office.Turn turn) {
      this.turn = turn;
      this.left = turn.pollsLeft();
    }

    @Override
    public boolean now(Vehicle car) {
      Wants wants = cars.of(car.vin()).wants;
      Duration now = clocks.up();
      if (login.isLost() || wants.due(now).compareTo(now) > 0) {
        return false;
      }
      if (wants.missed() && looks() >= LOOKS_A_DAY) {
        wants.forgetMissed();
      }
      boolean affordable = left > (wants.missed() ? 0 : KEPT_BACK);
      if (!affordable || wants.due(now).compareTo(now) > 0) {
        wants.postpone(now.plus(EVERY));
        return false;
      }
      return true;
    }

    private long looks() {
      Instant day = clocks.now().minus(Duration.ofDays(1));
      return turn.memory().get().looks().stream().filter(day::isBefore).count();
    }

    @Override
    public boolean byPace(Vehicle car) {
      boolean silent = cars.of(car.vin()).wants.silentInUse(clocks.up());
      return !login.isLost() && (dialler.deaf() || silent);
    }

    @Override
    public void asked(Vehicle car, boolean answered) {
      Wants wants = cars.of(car.vin()).wants;
      if (!answered) {
        wants.postpone(clocks.up().plus(AFTER_FAILURE));
        return;
      }
      if (wants.missed()) {
        turn.memory().update(memory -> memory.withLook(clocks.now()));
      }
      wants.polled(clocks.up());
    }
  }
}
