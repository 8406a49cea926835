package io.github.iremote.cli;

import io.github.iremote.Failure;
import io.github.iremote.config.Config;
import io.github.iremote.json.Section;
import io.github.iremote.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** A configuration that cannot be used, in the runs that cron starts: it mails what they print. */
record QuietConfig(ParseResult arguments, Surroundings here) {

  /**
   * Whether cron has mailed that already, and nobody has touched the file since; notes it if not.
   */
  boolean isKnown(Failure.BadConfig failure) {
    try {
      Path configs = Options.configs(arguments, here);
      Optional<RunLock> free = RunLock.tryAcquire(configs);
      if (free.isEmpty()) {
        return false;
      }
      RunLock lock = free.get();
      try (lock) {
        return isKnown(failure, configs);
      }
    } catch (Failure.BadConfig e) {
      return false; // where nothing can be noted, all is said
    }
  }

  private boolean isKnown(Failure.BadConfig failure, Path configs) {
    Section<QuietRuns> section = new Remembered(configs, here, Options.log(arguments)).quietRuns;
    QuietRuns before = section.get();
    Instant now = here.clock().instant();
    Path config = configs.resolve(Config.FILE);
    boolean untouched =
        Files.notExists(config)
            || before.last().filter(last -> !changed(config).isAfter(last)).isPresent();
    boolean known = untouched && before.failing().contains(QuietRuns.kind(failure));
    if (!known) {
      section.update(runs -> runs.after(List.of(failure), true, now));
    }
    return known;
  }

  private static Instant changed(Path config) {
    try {
      return Files.getLastModifiedTime(config, LinkOption.NOFOLLOW_LINKS).toInstant();
    } catch (IOException e) {
      return Instant.MAX;
    }
  }
}
