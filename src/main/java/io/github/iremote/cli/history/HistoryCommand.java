package io.github.iremote.cli.history;

import static io.github.iremote.cli.Options.has;

import io.github.iremote.Failure;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.cli.Command;
import io.github.iremote.cli.Home;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.Wiring;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code history}: what the cars did. */
public final class HistoryCommand implements Command {
  private static final List<String> OUTPUTS =
      List.of("--html", "--png", "--csv", "--json", "--fetch", "--import");
  private static final List<String> VIEWS = List.of("day", "drives", "charges", "months");

  @Override
  public String name() {
    return "history";
  }

  @Override
  public CommandSpec spec() {
    return Options.command(
            name(),
            "Shows what your cars did: a day, drives, charges, months.",
            "Without a choice of time: the last 24 hours; of drives, charges and months all.")
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("[drives|charges|months]")
                .type(String.class)
                .arity("0..1")
                .description("A table of them, with totals.")
                .build())
        .addOption(Options.value("--car", "NAME|VIN", "Only this car; its last digits will do."))
        .addOption(Options.value("--day", "DATE", "A day: 2026-01-31, today or yesterday."))
        .addOption(Options.value("--month", "MONTH", "A month: 2026-01, this or last."))
        .addOption(Options.value("--from", "DATE", "From this day on."))
        .addOption(Options.value("--to", "DATE", "Up to this day, and with it."))
        .addOption(Options.value("--html", "FILE", "Write a page that needs no network."))
        .addOption(Options.value("--png", "FILE", "Write a picture of a day, month or charge."))
        .addOption(Options.flag("--csv", "Print for a spreadsheet."))
        .addOption(Options.flag("--json", "Print one JSON object per line."))
        .addOption(Options.flag("--fetch", "Get what BMW has of charges; costs calls."))
        .addOption(Options.value("--import", "FILE", "Read the charges of BMW's archive."))
        .addOption(Options.flag("--delete", "Delete the history, or a time of it."))
        .addOption(Options.flag("--yes", "Do not ask before deleting or fetching."));
  }

  @Override
  public int run(ParseResult arguments, Surroundings here) {
    Optional<String> view = Optional.ofNullable(arguments.matchedPositionalValue(0, null));
    if (view.filter(word -> !VIEWS.contains(word)).isPresent()) {
      throw new Failure.BadConfig(
          "history " + view.get() + " is none of " + String.join(", ", VIEWS));
    }
    Home home = Home.of(arguments, here);
    Optional<String> archive = Options.text(arguments, "--import");
    if (has(arguments, "--delete")) {
      boolean shows = OUTPUTS.stream().anyMatch(arguments::hasMatchedOption);
      if (view.isPresent() || shows) {
        throw new Failure.BadConfig("give --delete alone, or with --car and a time");
      }
      return new Deletion(arguments, home).run();
    }
    if (archive.isPresent()) {
      return new Import(arguments, home).run(archive.get());
    }
    if (has(arguments, "--fetch")) {
      return new Fetch(arguments, new Wiring(home, Purpose.PERSON)).run();
    }
    return new Views(arguments, home).show(view.orElse("day"));
  }
}
