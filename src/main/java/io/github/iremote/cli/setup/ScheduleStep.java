package io.github.iremote.cli.setup;

import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.schedule.CronLine;
import io.github.iremote.cli.schedule.Crontab;
import io.github.iremote.cli.schedule.InstalledSchedule;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The last step of {@code setup}: that something starts the program, and on this directory.
 *
 * @param streams whether the API has a stream that {@code watch} can hear
 */
record ScheduleStep(Questions ask, Surroundings here, Path configs, boolean streams) {
  private static final List<Questions.Choice> RUNS =
      List.of(
          new Questions.Choice(
              "status", "every 5 minutes, and asks your cars as often as BMW lets"),
          new Questions.Choice(
              "watch", "stays, on a machine that is always on: hears your cars within seconds"));

  /** Says what starts it, or sets that up; returns whether anything does. */
  boolean run() {
    PrintStream out = here.out();
    List<InstalledSchedule> installed = InstalledSchedule.all(here);
    for (InstalledSchedule schedule : installed) {
      if (schedule.reads(configs)) {
        String runs =
            schedule.stays()
                ? "It stays already, started by "
                : "It runs every 5 minutes already, by ";
        out.println(runs + schedule + ".");
        return true;
      }
    }
    String line = new CronLine(here, configs).text();
    Crontab crontab = new Crontab(here);
    if (!installed.isEmpty()) {
      InstalledSchedule other = installed.get(0);
      out.println("But " + other + " reads " + other.configs() + ", and not " + configs + ".");
      out.println("Either change it there, or add this line (crontab -e):");
    } else if (crontab.there()
        && ask.yes("--schedule", "--no-schedule", "Have cron run it every 5 minutes")) {
      boolean stays = streams && ask.choice("--runs", "What is cron to run?", RUNS).equals("watch");
      crontab.add(stays ? new CronLine(here, configs).text("watch") : line);
      out.println(
          stays
              ? "Cron starts watch whenever it does not run (crontab -l). Now tick the keys to stream"
                  + " in the My BMW portal: BMW CarData, Configure data stream."
              : "Cron runs it every 5 minutes from now on (crontab -l).");
      return true;
    } else {
      out.println("To have cron run it every 5 minutes, add this line (crontab -e):");
    }
    out.println(line);
    return false;
  }
}
