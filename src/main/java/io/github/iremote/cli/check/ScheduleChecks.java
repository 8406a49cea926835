package io.github.iremote.cli.check;

import io.github.iremote.cli.QuietRuns;
import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.schedule.CronLine;
import io.github.iremote.cli.schedule.InstalledSchedule;
import io.github.iremote.cli.watch.WatchSign;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The part of {@code check} that looks for what starts the program, and whether it does. */
record ScheduleChecks(Findings findings, Wiring wiring) {

  void run() {
    List<InstalledSchedule> installed = InstalledSchedule.all(wiring.here);
    for (InstalledSchedule schedule : installed) {
      if (schedule.reads(wiring.configs) && schedule.stays()) {
        stays(schedule);
      } else if (schedule.reads(wiring.configs)) {
        findings.look("schedule", () -> schedule + ran());
      } else {
        findings.warn(
            "schedule", schedule + " reads " + schedule.configs() + ", and not " + wiring.configs);
      }
    }
    if (installed.isEmpty()) {
      String line = new CronLine(wiring.here, wiring.configs).text();
      findings.warn(
          "schedule",
          lastRun().isPresent()
              ? "unknown;" + ran()
              : "none is found; to have cron start it, add with crontab -e: " + line);
    }
  }

  private void stays(InstalledSchedule schedule) {
    if (WatchSign.givenLately(wiring.configs, wiring.here.clock().instant())) {
      findings.look("schedule", () -> schedule + " has started watch, which is well");
    } else {
      findings.warn("schedule", schedule + " is to keep watch running, and it does not run");
    }
  }

  private Optional<Instant> lastRun() {
    return wiring.remembered.quietRuns.get().last();
  }

  private String ran() {
    QuietRuns runs = wiring.remembered.quietRuns.get();
    if (lastRun().isEmpty()) {
      return " has not run it yet";
    }
    String result =
        wiring
            .trouble()
            .failingSince()
            .map(since -> "failing since " + time(since))
            .orElse(
                runs.failing().isEmpty()
                    ? "all is well"
                    : "failed (" + String.join(", ", runs.failing()) + ")");
    return " last ran it at " + time(lastRun().get()) + ": " + result;
  }

  private String time(Instant time) {
    return wiring.wording().time(time, wiring.here.clock().instant());
  }
}
