package io.github.iremote.cli.history;

import static io.github.iremote.cli.Options.has;

import io.github.iremote.cli.Home;
import io.github.iremote.cli.Options;
import io.github.iremote.history.HistoryFolder;
import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.history.derived.Derived;
import io.github.iremote.history.derived.Tariff;
import io.github.iremote.message.Wording;
import io.github.iremote.picture.Terminal;
import io.github.iremote.picture.TerminalChart;
import io.github.iremote.vehicle.Vehicle;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** What {@code history} shows, in the form that is asked for. */
final class Views {
  private final ParseResult options;
  private final Home home;
  private final PrintStream out;
  private final HistoryFolder folder;
  private final Cars cars;
  private final ZoneId zone;
  private final Instant now;
  private final Span span;
  private final Figures figures;
  private final Terminal terminal;
  private boolean headed;

  Views(ParseResult options, Home home) {
    this.options = options;
    this.home = home;
    this.out = home.here().out();
    this.folder = HistoryFolder.listed(home.configs(), home.log());
    this.cars = new Cars(home.config(), home.seen(), folder);
    this.zone = home.config().timezone().get();
    this.now = home.here().clock().instant();
    this.span = Span.of(options, zone, now);
    Optional<String> currency = home.config().history().tariff().map(Tariff::currency);
    this.figures = new Figures(new Wording(home.config().distance(), () -> zone), currency);
    this.terminal = Screen.of(home.here());
  }

  int show(String view) {
    List<Vehicle> meant = cars.meant(Options.text(options, "--car"));
    if (Options.text(options, "--html").isPresent() || Options.text(options, "--png").isPresent()) {
      return new Files(options, this, meant, view).write();
    }
    boolean first = true;
    for (Vehicle car : meant) {
      out.print(first || has(options, "--csv") || has(options, "--json") ? "" : "\n");
      first = false;
      show(view, car);
    }
    return 0;
  }

  private void show(String view, Vehicle car) {
    Chronicle chronicle = chronicle(car);
    if (has(options, "--json")) {
      new JsonView(car, chronicle, out).print(view, all(view, chronicle));
      return;
    }
    boolean chart = view.equals("day") && !span.month() && span.picturable();
    if (chart && !has(options, "--csv")) {
      print(
          chronicle, TerminalChart.lines(maker(chronicle).scene(car.name(), span), terminal), car);
    } else {
      table(chart ? "readings" : view, car, chronicle);
    }
  }

  SceneMaker maker(Chronicle chronicle) {
    return new SceneMaker(chronicle, figures, now);
  }

  Chronicle chronicle(Vehicle car) {
    Chronicle.Terms terms =
        new Chronicle.Terms(
            zone, home.config().history().tariff(), cars.capacity(car), home.config().location());
    return new Chronicle(folder, car.vin(), terms, now);
  }

  private void print(Chronicle chronicle, List<String> lines, Vehicle car) {
    if (chronicle.isEmpty()) {
      out.println(car.name() + ": nothing is kept of it yet" + switchedOff());
      return;
    }
    out.println(String.join("\n", lines));
  }

  private String switchedOff() {
    return home.config().history().kept() ? "" : "; \"history\" is false in config.json";
  }

  private void table(String view, Vehicle car, Chronicle chronicle) {
    Span time = all(view, chronicle);
    Table table =
        view.equals("readings")
            ? new Readings(car, chronicle, figures.wording(), home.config().location()).table(time)
            : table(view, car, chronicle, time);
    if (has(options, "--csv")) {
      if (!headed) {
        out.println(table.csvHeading());
        headed = true;
      }
      table.csvRows().forEach(out::println);
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        terminal.cut(car.name() + " · " + (view.equals("day") ? "" : view + ", ") + time.title()));
    lines.addAll(table.lines(terminal));
    print(chronicle, lines, car);
  }

  Table table(String view, Vehicle car, Chronicle chronicle, Span time) {
    Tables tables = new Tables(car, chronicle, figures);
    if (view.equals("months")) {
      return tables.totals("month", chronicle.totalsOfMonths(time.from(), time.to()));
    }
    Derived derived = chronicle.between(time.from(), time.to());
    Totals totals = chronicle.totals(derived);
    return switch (view) {
      case "drives" -> tables.drives(derived.drives(), derived.capacity(), totals);
      case "charges" -> tables.charges(derived.charges(), totals);
      default -> tables.totals("day", chronicle.days(derived));
    };
  }

  /** Tables are of all that is known, unless a time was chosen. */
  Span all(String view, Chronicle chronicle) {
    return span.chosen() || view.equals("day") || view.equals("readings")
        ? span
        : new Span(chronicle.begin(), now, "all that is known", false, false);
  }

  Span span() {
    return span;
  }

  Home home() {
    return home;
  }

  Figures figures() {
    return figures;
  }

  Terminal terminal() {
    return terminal;
  }

  Instant now() {
    return now;
  }
}
