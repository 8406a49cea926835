package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code check} says of the schedule. */
@DisabledOnOs(OS.WINDOWS)
class CheckScheduleTest {
  @RegisterExtension final UnscheduledMachine cron = new UnscheduledMachine();
  private final OwnersMachine machine = cron.machine;
  private final Path temp = cron.temp;
  private final Path home = cron.home;
  private final Path crontab = cron.crontab;
  private final Path own = cron.own;

  @Test
  void check_names_the_config_the_schedule_and_a_directory_that_is_not_read() throws IOException {
    cron.scheduled(own);
    cron.setUp("");
    machine.terminal = false;

    Result well = machine.runAsTyped("check");
    machine.environment.put("IREMOTE_CONFIGS", own.toString());
    cron.scheduled(temp.resolve("other"));
    Result other = machine.runAsTyped("check");

    assertEquals(
        "ok  config      CONFIGS/home/.config/iremote/config.json: CarData, one car,"
            + " messages to slack",
        cron.about("config", well.out()));
    assertEquals(
        "ok  schedule    cron (crontab -l) has not run it yet", cron.about("schedule", well.out()));
    assertEquals(
        "!   schedule    cron (crontab -l) reads CONFIGS/other, and not"
            + " CONFIGS/home/.config/iremote",
        cron.about("schedule", other.out()));
  }

  @Test
  void check_says_when_the_schedule_last_ran_and_with_what_result() throws IOException {
    cron.scheduled(own);
    cron.setUp("");
    machine.terminal = false;
    machine.runAsTyped("status", "--quiet");

    Result well = machine.runAsTyped("check");
    cron.account.later(Duration.ofHours(6));
    machine.bmw.answer(CarDataAccount.TOKEN, 503, "");
    machine.runAsTyped("status", "--quiet");
    Result failing = machine.runAsTyped("check");

    assertEquals(
        "ok  schedule    cron (crontab -l) last ran it at 10:00: all is well",
        cron.about("schedule", well.out()));
    assertEquals(
        "ok  schedule    cron (crontab -l) last ran it at 16:00: failing since 16:00",
        cron.about("schedule", failing.out()));
  }
}
