package io.github.iremote.cli.history;

import io.github.iremote.Failure;
import io.github.iremote.bmw.cardata.Api;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.bmw.cardata.Quota;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.setup.Typed;
import io.github.iremote.cli.source.CarDataSource;
import io.github.iremote.history.History;
import io.github.iremote.history.HistoryFolder;
import io.github.iremote.oauth.Token;
import io.github.iremote.run.RunLock;
import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ParseResult;

/** {@code history --fetch}: the charges that BMW still has, window by window, the newest first. */
final class Fetch {
  /** BMW refuses a longer time. */
  private static final Duration WINDOW = Duration.ofDays(45);

  private static final Duration FURTHEST = Duration.ofDays(2 * 365);

  /** Where BMW has nothing for so long, it has nothing before it either. */
  private static final int EMPTY_WINDOWS = 2;

  private final ParseResult options;
  private final Wiring wiring;
  private final CarDataSource source;
  private final History history;
  private final Instant now;

  Fetch(ParseResult options, Wiring wiring) {
    this.options = options;
    this.wiring = wiring;
    this.source =
        wiring
            .carData()
            .orElseThrow(() -> new Failure.BadConfig("only CarData has a charging history"));
    this.history =
        wiring
            .history()
            .orElseThrow(() -> new Failure.BadConfig("\"history\" is false: nothing is kept"));
    this.now = wiring.here.clock().instant();
  }

  int run() {
    HistoryFolder folder = new HistoryFolder(wiring.configs, wiring.log);
    List<Vehicle> cars =
        new Cars(wiring.config, wiring.garage.seen(), folder).meant(Options.text(options, "--car"));
    Span span =
        Span.of(options, wiring.config.timezone().get(), now)
            .or(new Span(now.minus(FURTHEST), now, "", false, false));
    Instant from = span.from().isBefore(now.minus(FURTHEST)) ? now.minus(FURTHEST) : span.from();
    Instant to = span.to().isBefore(now) ? span.to() : now;
    long windows = windows(from, to);
    int spare = spare();
    say(windows, cars.size(), spare);
    if (spare == 0) {
      return 0;
    }
    if (!sure()) {
      wiring.here.out().println("Nothing is fetched.");
      return 0;
    }
    RunLock lock = RunLock.await(wiring.configs, wiring.here.sleeper());
    try (lock) {
      cars.forEach(car -> fetch(car, from, to));
    }
    return 0;
  }

  private static long windows(Instant from, Instant to) {
    long days = Math.max(1, Duration.between(from, to).toDays());
    return (days + WINDOW.toDays() - 1) / WINDOW.toDays();
  }

  private void say(long windows, int cars, int spare) {
    wiring
        .here
        .out()
        .println(
            "This takes up to "
                + windows * cars
                + " of BMW's "
                + source.dailyCalls()
                + " calls a day; "
                + spare
                + " can be spared today, the others are for the polls."
                + (windows * cars > spare ? " The newest come first; go on tomorrow." : ""));
  }

  /** As many calls as leave half of the quota to the polls. */
  private int spare() {
    Quota quota = source.book(Purpose.PERSON).quota();
    return Math.max(0, source.dailyCalls() / 2 - quota.usedLast24Hours(now));
  }

  private boolean sure() {
    if (Options.has(options, "--yes")) {
      return true;
    }
    if (!wiring.here.terminal()) {
      throw new Failure.BadConfig("there is no terminal to ask in: give --yes to fetch");
    }
    try {
      String answer = new Typed(wiring.here).line("Fetch them? [y/N]: ");
      return answer.toLowerCase(Locale.ROOT).startsWith("y");
    } catch (Typed.Ended e) {
      return false;
    }
  }

  private void fetch(Vehicle car, Instant from, Instant to) {
    int found = 0;
    int added = 0;
    int empty = 0;
    Instant end = to;
    while (end.isAfter(from) && empty < EMPTY_WINDOWS && spare() > 0) {
      Instant start = end.minus(WINDOW).isAfter(from) ? end.minus(WINDOW) : from;
      List<ChargingSession> sessions = ask(car, start, end);
      empty = sessions.isEmpty() ? empty + 1 : 0;
      found += sessions.size();
      added += history.add(car.vin(), sessions, now);
      end = start;
    }
    boolean more = end.isAfter(from) && empty < EMPTY_WINDOWS;
    String rest =
        more ? "; before " + end.toString().substring(0, 10) + " nothing was asked yet" : "";
    wiring
        .here
        .out()
        .println(car.name() + ": BMW has " + found + " charges, " + added + " are new" + rest);
  }

  private List<ChargingSession> ask(Vehicle car, Instant from, Instant to) {
    Api api = source.api(Purpose.PERSON);
    Token token = wiring.tokens.current();
    try {
      return api.sessions(token.accessToken(), car, from, to);
    } catch (Failure.TokenRejected e) {
      return api.sessions(wiring.tokens.insteadOf(token).accessToken(), car, from, to);
    }
  }
}
