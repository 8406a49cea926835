package io.github.iremote.cli;

import static io.github.iremote.cli.Options.has;

import io.github.iremote.Failure;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.cli.pictures.PictureProcess;
import io.github.iremote.cli.watch.WatchSign;
import io.github.iremote.config.Config;
import io.github.iremote.event.EventName;
import io.github.iremote.message.Illustration;
import io.github.iremote.pace.Timetable;
import io.github.iremote.run.RunFile;
import io.github.iremote.run.RunLock;
import io.github.iremote.run.StatusRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code status}: the job cron runs. */
public final class StatusCommand implements Command {

  @Override
  public String name() {
    return "status";
  }

  @Override
  public CommandSpec spec() {
    return Options.command(
            name(),
            "Asks how every car is and tells Slack what changed.",
            "The job cron runs: fetches every car once and compares it with its last saved"
                + " event.")
        .addOption(
            Options.flag("--dry-run", "Print what would be posted; post nothing, save no event."))
        .addOption(
            Options.value("--car", "NAME|VIN", "Only this car; the VIN's last digits will do."))
        .addOption(Options.flag("--quiet", "Print nothing but errors."))
        .addOption(Options.flag("--short", "Print one line a car."))
        .addOption(Options.flag("--json", "Print one JSON object per car and line."))
        .addOption(Options.flag("--force", "Fetch even if no fetch is due."));
  }

  @Override
  public int run(ParseResult arguments, Surroundings here) {
    boolean force = has(arguments, "--force");
    Purpose purpose = force ? Purpose.PERSON : Purpose.IN_USE;
    if (has(arguments, "--quiet") && untouched(Options.configs(arguments, here))) {
      Options.log(arguments).info(() -> "nothing is set up yet: nothing to do");
      return 0;
    }
    Wiring wiring;
    try {
      wiring = new Wiring(arguments, here, purpose);
    } catch (Failure.BadConfig e) {
      if (has(arguments, "--quiet") && new QuietConfig(arguments, here).isKnown(e)) {
        return e.exitCode();
      }
      throw e;
    }
    if (wiring.source.server().startsWith("https:")) {
      HeadStart.tls();
    }
    if (!force && WatchSign.givenLately(wiring.configs, here.clock().instant())) {
      return besideWatch(arguments, wiring);
    }
    Optional<RunLock> free = RunLock.tryAcquire(wiring.configs);
    if (free.isEmpty()) {
      wiring.log.info(() -> "another run is under way: nothing to do");
      return 0;
    }
    List<Illustration> illustrations = new ArrayList<>();
    RunLock lock = free.get();
    int code;
    try (lock) {
      code = run(arguments, wiring, illustrations);
    }
    if (!illustrations.isEmpty()) {
      new PictureProcess(wiring).run(illustrations);
    }
    return code;
  }

  /** An installation schedules the program before its owner sets it up: that is no failure yet. */
  private static boolean untouched(Path configs) {
    return Files.notExists(configs.resolve(Config.FILE))
        && Files.notExists(configs.resolve("token.json"))
        && Files.notExists(configs.resolve(RunFile.NAME));
  }

  private static int run(ParseResult arguments, Wiring wiring, List<Illustration> illustrations) {
    Instant start = wiring.here.clock().instant();
    boolean dryRun = has(arguments, "--dry-run");
    boolean quiet = has(arguments, "--quiet");
    if (has(arguments, "--force") && !quiet) {
      new Cost(wiring).ofPolls(wiring.garage.cars(Options.text(arguments, "--car")).size());
    }
    QuietRuns before = wiring.remembered.quietRuns.get();
    List<String> exposed = wiring.warnOfExposedFiles(quiet ? before.warned() : Set.of());
    if (quiet) {
      wiring.remembered.quietRuns.note(runs -> runs.at(start).warning(exposed));
    }
    Optional<Instant> rest = Optional.empty();
    List<RuntimeException> failures = new ArrayList<>();
    try {
      StatusRun.Report report =
          wiring
              .runs
              .statusRun(dryRun, has(arguments, "--force"))
              .run(Options.text(arguments, "--car"));
      if (!quiet) {
        new CarPrinter(wiring).print(report.cars(), arguments);
      }
      failures.addAll(report.failures());
      illustrations.addAll(report.illustrations());
      rest = report.restUntil();
    } catch (RuntimeException e) {
      failures.add(e);
    }
    if (!dryRun) {
      Set<EventName> told = wiring.trouble().told();
      wiring.healthcheck().ping(failures, told.contains(EventName.TROUBLE));
    }
    Set<String> known = quiet ? noted(failures, before, wiring) : Set.of();
    if (rest.isPresent() && restful(arguments, wiring)) {
      RestNote.leave(wiring.here.environment(), wiring.configs, start, rest.get());
    }
    return explain(failures, known, wiring);
  }

  /** The kinds of failure that cron has mailed before, and that have lasted since. */
  private static Set<String> noted(
      List<RuntimeException> failures, QuietRuns before, Wiring wiring) {
    Instant now = wiring.here.clock().instant();
    boolean troubled = !wiring.trouble().none();
    QuietRuns after = wiring.remembered.quietRuns.get().after(failures, troubled, now);
    try {
      wiring.remembered.quietRuns.note(runs -> after);
      if (!after.sameAs(before) || before.stale(now)) {
        wiring.remembered.quietRuns.save();
      }
    } catch (Failure e) {
      failures.add(e); // where nothing can be noted, all is said
      return Set.of();
    }
    return before.failing();
  }

  /** A watch looks after the cars: there is nothing to do, and what it knows to show. */
  private static int besideWatch(ParseResult arguments, Wiring wiring) {
    wiring.log.info(() -> "iremote watch is running and looks after the cars");
    if (!has(arguments, "--quiet")) {
      Timetable pace = wiring.source.schedule(false).orElseThrow();
      Optional<Timetable> none = Optional.of(new NoneAsked(pace));
      StatusRun run = wiring.runs.statusRun(none, wiring.runs.delivery(true), true);
      new CarPrinter(wiring).print(run.run(Options.text(arguments, "--car")).cars(), arguments);
    }
    return 0;
  }

  /** Whether a run like this one does nothing at all while no car is due. */
  private static boolean restful(ParseResult arguments, Wiring wiring) {
    return has(arguments, "--quiet")
        && !has(arguments, "--force")
        && !wiring.log.talking()
        && wiring.config.healthcheckUrl().isEmpty();
  }

  /** One line for each different failure; the exit code is that of the worst. */
  private static int explain(List<RuntimeException> failures, Set<String> known, Wiring wiring) {
    int worst = 0;
    Set<String> said = new LinkedHashSet<>();
    for (RuntimeException failure : failures) {
      boolean news =
          said.add(failure.getClass() + failure.getMessage())
              && !known.contains(QuietRuns.kind(failure));
      int code =
          news
              ? Main.explain(failure, wiring.log.tracing(), wiring.here.err())
              : Main.exitCode(failure);
      worst = ExitCode.worse(worst, code);
    }
    return worst;
  }
}
