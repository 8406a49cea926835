package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code setup} finds that systemd starts. */
@DisabledOnOs(OS.WINDOWS)
class SetupSystemdTest {
  @RegisterExtension final UnscheduledMachine cron = new UnscheduledMachine();
  private final OwnersMachine machine = cron.machine;
  private final Path home = cron.home;
  private final Path crontab = cron.crontab;
  private final Path own = cron.own;

  @Test
  void a_timer_of_systemds_is_found_by_setup_and_by_check() throws IOException {
    Path units = Files.createDirectories(home.resolve(".config/systemd/user"));
    Path elsewhere = home.resolve("100 %");
    Files.writeString(
        units.resolve("iremote.service"),
        "[Service]\nExecStart=\"%1$s/.local/bin/iremote\" status --quiet --configs \"%1$s/100 %%%%\"\n"
            .formatted(home));

    assertTrue(Files.notExists(crontab));
    Files.createDirectory(units.resolve("timers.target.wants"));
    Files.createFile(units.resolve("timers.target.wants/iremote.timer"));
    Result result = cron.setUp("");
    machine.terminal = false;
    Result check = machine.runAsTyped("check");

    assertTrue(Files.exists(elsewhere.resolve("config.json")), result.out());
    assertEquals(
        """
          Written: CONFIGS/home/100 %/config.json
          It runs every 5 minutes already, by systemd \
          (CONFIGS/home/.config/systemd/user/iremote.service).
          The next run posts for the first time; to see your cars now: iremote status
          """,
        cron.ending(result));
    assertEquals(
        "ok  schedule    systemd (CONFIGS/home/.config/systemd/user/iremote.service)"
            + " has not run it yet",
        cron.about("schedule", check.out()));
    assertFalse(Files.exists(crontab));
  }

  @Test
  void a_service_of_systemds_that_stays_is_found() throws IOException {
    Path units = Files.createDirectories(home.resolve(".config/systemd/user"));
    Files.writeString(
        units.resolve("iremote-watch.service"),
        "[Service]\nExecStart=\"/x/bin/iremote\" watch --configs \"" + own + "\"\n");
    Files.createDirectory(units.resolve("default.target.wants"));
    Files.createFile(units.resolve("default.target.wants/iremote-watch.service"));
    Result result = cron.setUp("");
    assertEquals(
        """
          Written: CONFIGS/home/.config/iremote/config.json
          It stays already, started by systemd \
          (CONFIGS/home/.config/systemd/user/iremote-watch.service).
          The next run posts for the first time; to see your cars now: iremote status
          """,
        cron.ending(result));
  }

  @Test
  void a_timer_that_is_not_enabled_starts_nothing() throws IOException {
    Path units = Files.createDirectories(home.resolve(".config/systemd/user"));
    Files.writeString(
        units.resolve("iremote.service"),
        "ExecStart=/x/iremote status --quiet --configs " + home + "/else\n");

    Result result = cron.setUp("", "n");

    assertEquals(
        """
          Written: CONFIGS/home/.config/iremote/config.json
          Have cron run it every 5 minutes [Y/n]: To have cron run it every 5 minutes, add this \
          line (crontab -e):
          */5 * * * * iremote status --quiet --configs CONFIGS/home/.config/iremote # iremote
          To see your cars, and to post for the first time: iremote status
          """,
        cron.ending(result));
    assertTrue(Files.exists(own.resolve("config.json")), result.out());
  }
}
