package io.github.iremote.cli.watch;

import io.github.iremote.Failure;
import io.github.iremote.cli.Command;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.Wiring;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code watch}: stays, hears CarData's stream, and tells changes within seconds. */
public final class WatchCommand implements Command {
  /** A service is given so long to end. */
  private static final Duration TO_END = Duration.ofMillis(4500);

  @Override
  public String name() {
    return "watch";
  }

  @Override
  public CommandSpec spec() {
    return Options.command(
            name(),
            "Stays, hears BMW's stream, and tells changes within seconds.",
            "For CarData, on a machine that is always on. Does all that status does, in place of"
                + " cron: it asks for what the stream lacks, within the same quota.")
        .addOption(Options.flag("--quiet", "Print nothing but errors."));
  }

  @Override
  public int run(ParseResult arguments, Surroundings here) {
    Wiring wiring = new Wiring(arguments, here);
    if (wiring.source.push().isEmpty()) {
      throw new Failure.BadConfig(
          "watch needs the CarData API: ConnectedDrive has no stream; let cron run iremote status");
    }
    Optional<WatchSign> sign = WatchSign.take(wiring.configs, here.sleeper());
    if (sign.isEmpty()) {
      wiring.log.info(() -> "another watch is running: nothing to do");
      return 0;
    }
    try (WatchSign held = sign.get()) {
      Stay stay = new Stay(wiring, held, Options.has(arguments, "--quiet"));
      Thread hook = new Thread(() -> stay.stop(TO_END), "end");
      Runtime.getRuntime().addShutdownHook(hook);
      stay.run();
      return 0;
    }
  }
}
