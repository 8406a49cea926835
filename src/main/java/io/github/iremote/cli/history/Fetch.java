package io.github.iremote.cli.history;

import io.github.iremote.Failure;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.bmw.cardata.Quota;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.setup.Typed;
import io.github.iremote.cli.source.CarDataSource;
import io.github.iremote.cli.source.ChargeSource;
import io.github.iremote.history.History;
import io.github.iremote.history.HistoryFolder;
import io.github.iremote.run.RunLock;
import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.Vehicle;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/** {@code history --fetch}: the charges that BMW still has, window by window, the newest first. */
final class Fetch {
  /** Where BMW has nothing for so long, it has nothing before it either. */
  private static final int EMPTY_WINDOWS = 2;

  private static final int MOST_PAGES = 10;

  private final ParseResult options;
  private final Wiring wiring;
  private final CarDataSource source;
  private final History history;
  private final Fetched fetched;
  private final Instant now;
  private final Purpose rank;

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
    this.fetched = new Fetched(wiring.remembered.sections);
    this.now = wiring.here.clock().instant();
    this.rank = half() > 0 ? Purpose.PERSON : Purpose.SPARE;
  }

  int run() {
    HistoryFolder folder = new HistoryFolder(wiring.configs, wiring.log);
    List<Vehicle> cars =
        new Cars(wiring.config, wiring.garage.seen(), folder).meant(Options.text(options, "--car"));
    Span span = Span.of(options, wiring.config.timezone().get(), now);
    Map<Vehicle, FetchPlan> plans = new LinkedHashMap<>();
    cars.forEach(car -> plans.put(car, plan(car, span)));
    int windows = plans.values().stream().mapToInt(plan -> plan.windows().size()).sum();
    int spare = spare();
    say(windows, spare);
    if (windows == 0 || spare == 0) {
      return 0;
    }
    if (!sure()) {
      wiring.here.out().println("Nothing is fetched.");
      return 0;
    }
    RunLock lock = RunLock.await(wiring.configs, wiring.here.sleeper());
    try (lock) {
      plans.forEach((car, plan) -> fetch(car, plan, !span.chosen()));
    }
    return 0;
  }

  private FetchPlan plan(Vehicle car, Span span) {
    return span.chosen() ? FetchPlan.of(span, now) : FetchPlan.of(fetched.of(car.vin()), now);
  }

  private void say(int windows, int spare) {
    String words =
        windows == 0
            ? "There is nothing to fetch: what BMW has was fetched, or is not of that time."
                + " --from asks again."
            : "This takes up to "
                + windows
                + " of BMW's "
                + source.dailyCalls()
                + " calls a day; "
                + spare
                + " can be spared today, the others are for the polls."
                + (windows > spare ? " The newest come first; go on tomorrow." : "");
    wiring.here.out().println(words);
  }

  /** As many calls as leave half of the quota to the polls, or as no poll would get. */
  private int spare() {
    return Math.max(0, rank == Purpose.SPARE ? book().left(rank, now) : half());
  }

  private int half() {
    return source.dailyCalls() / 2 - book().usedLast24Hours(now);
  }

  private Quota book() {
    return source.book(Purpose.SPARE).quota();
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

  private void fetch(Vehicle car, FetchPlan plan, boolean remember) {
    int found = 0;
    int added = 0;
    int empty = 0;
    ChargeSource asked = new ChargeSource(source, wiring.tokens, rank, MOST_PAGES);
    Deque<FetchPlan.Window> left = new ArrayDeque<>(plan.windows());
    while (!left.isEmpty() && empty < EMPTY_WINDOWS && spare() > 0) {
      FetchPlan.Window window = left.remove();
      List<ChargingSession> sessions = asked.sessions(car.vin(), window.from(), window.to());
      empty = sessions.isEmpty() && window.backwards() ? empty + 1 : 0;
      found += sessions.size();
      added += history.add(car.vin(), sessions, now);
      if (remember) {
        remember(car, window, empty == EMPTY_WINDOWS);
      }
    }
    boolean more = !left.isEmpty() && empty < EMPTY_WINDOWS;
    String rest =
        more
            ? "; before " + left.peek().to().toString().substring(0, 10) + " nothing was asked yet"
            : "";
    wiring
        .here
        .out()
        .println(car.name() + ": BMW has " + found + " charges, " + added + " are new" + rest);
  }

  private void remember(Vehicle car, FetchPlan.Window window, boolean last) {
    Fetched.Time known = fetched.of(car.vin()).orElse(new Fetched.Time(window.to(), window.to()));
    Instant from = last ? Instant.EPOCH : window.from();
    fetched.put(
        car.vin(),
        window.backwards()
            ? new Fetched.Time(from, known.to())
            : new Fetched.Time(known.from(), window.to()));
  }
}
