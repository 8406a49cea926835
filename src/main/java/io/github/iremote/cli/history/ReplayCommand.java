package io.github.iremote.cli.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Log;
import io.github.iremote.car.CarFiles;
import io.github.iremote.car.Take;
import io.github.iremote.cli.Command;
import io.github.iremote.cli.Home;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.PlaceWiring;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.config.Config;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Reminders;
import io.github.iremote.history.HistoryFolder;
import io.github.iremote.history.Line;
import io.github.iremote.json.Json;
import io.github.iremote.message.Wording;
import io.github.iremote.message.delivery.Delivery;
import io.github.iremote.picture.Terminal;
import io.github.iremote.run.replay.Replay;
import io.github.iremote.vehicle.Vehicle;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code replay}: what today's config would have told of recorded days. */
public final class ReplayCommand implements Command {

  /** Within this a car that is watched is looked at, and what came before it is known. */
  private static final Duration AFTERWARDS = Duration.ofDays(1);

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public CommandSpec spec() {
    return Options.command(
            name(),
            "Shows what your config would have told of recorded days.",
            "Beside what was told: \"=\" is the same, \"-\" was told and would not be, \"+\" would"
                + " be told now. Nothing is sent or saved.")
        .addOption(Options.value("--car", "NAME|VIN", "Only this car."))
        .addOption(Options.value("--from", "DATE", "From this day on; else all that is kept."))
        .addOption(Options.value("--to", "DATE", "Up to this day, and with it."))
        .addOption(
            OptionSpec.builder("--set")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("KEY=VALUE")
                .description("As if config.json said so: thresholds.leftOpenMinutes=30.")
                .build())
        .addOption(Options.flag("--json", "Print one JSON object per message and line."));
  }

  @Override
  public int run(ParseResult arguments, Surroundings here) {
    Path configs = Options.configs(arguments, here);
    List<String> changes = arguments.matchedOptionValue("--set", List.of());
    Config config = Config.load(configs, here.environment(), changes);
    Log log = Options.log(arguments);
    HistoryFolder folder = new HistoryFolder(configs, log);
    Cars cars = new Cars(config, new Home(here, log, configs, config).seen(), folder);
    ZoneId zone = config.timezone().get();
    Instant now = here.clock().instant();
    Span span = Span.of(arguments, zone, now).or(new Span(Instant.EPOCH, now, "", false, false));
    for (Vehicle car : cars.meant(Options.text(arguments, "--car"))) {
      List<Line> lines = new ArrayList<>();
      folder.read(car.vin(), span.from(), span.to().plus(AFTERWARDS), lines::add);
      Comparison comparison = compare(car, lines, config, span);
      if (Options.has(arguments, "--json")) {
        comparison.pairs().forEach(pair -> here.out().println(Json.line(json(car, pair))));
      } else {
        Figures figures = new Figures(new Wording(config.distance(), () -> zone), Optional.empty());
        print(car, comparison, figures, Screen.of(here), here.out());
      }
    }
    return 0;
  }

  private static Comparison compare(Vehicle car, List<Line> lines, Config config, Span span) {
    List<Replay.Told> was = new ArrayList<>();
    for (Line line : lines) {
      boolean within = !line.heard().isBefore(span.from()) && line.heard().isBefore(span.to());
      if (within && line.content() instanceof Line.Told told) {
        List<EventName> events = new ArrayList<>(told.events());
        events.remove(EventName.REPORT); // figures of a period: no rule tells them
        if (!events.isEmpty()) {
          was.add(new Replay.Told(line.heard(), told.place(), events));
        }
      }
    }
    Replay replay = new Replay(car, (taker, clock) -> today(config, taker, clock));
    return new Comparison(was, replay.run(lines, span.from(), span.to()));
  }

  /** The rules and places of the config, without the way there. */
  private static Replay.Today today(Config config, Replay.LetterTaker taker, InstantSource clock) {
    Log log = new Log(0);
    Delivery delivery =
        new Delivery(PlaceWiring.all(config), place -> taker::take, Optional.empty(), clock, log);
    Reminders reminders = config.messages().reminding(config.timezone());
    Take take =
        new Take(
            new CarFiles(Path.of("nowhere"), clock, log),
            config.thresholds(),
            config.mute(),
            config.location(),
            delivery,
            Optional.empty(),
            reminders,
            clock);
    return new Replay.Today(take, delivery, reminders);
  }

  private static void print(
      Vehicle car, Comparison comparison, Figures figures, Terminal terminal, PrintStream out) {
    out.println(car.name());
    if (comparison.pairs().isEmpty()) {
      out.println("  nothing was told, and nothing would be");
      return;
    }
    for (Comparison.Pair pair : comparison.pairs()) {
      String sign = pair.same() ? "=" : pair.was().isEmpty() ? "+" : "-";
      String events = String.join(" ", pair.any().events().stream().map(Enum::name).toList());
      String time = figures.date(pair.at()) + " " + figures.clock(pair.at());
      String now = figures.clock(pair.would().orElse(pair.any()).at());
      String moved = now.equals(figures.clock(pair.at())) ? "" : " (now " + now + ")";
      out.println(
          terminal.cut(sign + " " + time + "  " + pair.any().place() + "  " + events + moved));
    }
    out.println();
    out.println(String.format("  %-22s %6s %6s %6s", "event", "told", "now", ""));
    comparison
        .counts()
        .forEach(
            (name, count) -> {
              int more = count[1] - count[0];
              String difference = more == 0 ? "" : more > 0 ? "+" + more : "" + more;
              String row =
                  String.format("  %-22s %6d %6d %6s", name, count[0], count[1], difference);
              out.println(row.stripTrailing());
            });
  }

  private static JsonNode json(Vehicle car, Comparison.Pair pair) {
    ObjectNode json =
        Json.object()
            .put("vin", car.vin())
            .put("name", car.name())
            .put("place", pair.any().place());
    ArrayNode events = json.putArray("events");
    pair.any().events().stream().map(EventName::name).forEach(events::add);
    pair.was().ifPresent(told -> json.put("told", told.at().toString()));
    pair.would().ifPresent(told -> json.put("now", told.at().toString()));
    return json;
  }
}
