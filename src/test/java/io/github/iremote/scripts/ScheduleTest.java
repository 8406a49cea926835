package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.scripts.Sandbox.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How scripts/install has iRemote started, with a pretend crontab and systemd. */
@DisabledOnOs(OS.WINDOWS)
class ScheduleTest {
  private static final String OWNER = System.getProperty("user.name");

  @TempDir Path temp;
  private Kit kit;

  @BeforeEach
  void unpack() throws Exception {
    kit = new Kit(temp);
  }

  @Test
  void a_first_crontab_is_made() throws Exception {
    kit.installs();
    assertEquals(kit.cronLine(), Files.readString(kit.crontab));
  }

  @Test
  void a_crontab_that_cannot_be_read_is_left_alone() throws Exception {
    Files.writeString(kit.crontab, Kit.OTHER_JOB);
    Files.createFile(kit.sandbox.root.resolve("broken"));
    assertEquals(1, kit.install().code());
    assertEquals(Kit.OTHER_JOB, Files.readString(kit.crontab));
  }

  @Test
  void a_systemd_timer_takes_the_place_of_the_crontab_line() throws Exception {
    kit.sandbox.program("bin/systemctl", "#!/bin/sh", "echo systemctl $* >>calls");
    kit.sandbox.program("bin/loginctl", "#!/bin/sh", "echo loginctl $* >>calls");
    Files.writeString(kit.crontab, Kit.OTHER_JOB);
    kit.installs("--cron");
    kit.installs("--systemd");
    kit.installs();
    assertEquals(Kit.OTHER_JOB, Files.readString(kit.crontab));
    Path units = kit.home.resolve(".config/systemd/user");
    String service = Files.readString(units.resolve("iremote.service"));
    assertEquals(
        """
          [Unit]
          Description=iRemote: tells Slack what changed about your car
          # Nothing to do before `iremote setup`.
          ConditionPathExists=HOME/.config/iremote/config.json

          [Service]
          Type=oneshot
          ExecStart="HOME/.local/bin/iremote" status --quiet --configs "HOME/.config/iremote"
          # BMW or Slack out of reach: the next run tries again, and the program itself tells \
          when it lasts.
          SuccessExitStatus=4 5
          TimeoutStartSec=300
          # The launcher may still be making its archive of classes when the run is over.
          KillMode=process
          UMask=0077
          """,
        service.replace(kit.home.toString(), "HOME"));
    String calls = Files.readString(kit.sandbox.root.resolve("calls"));
    assertEquals(
        """
          systemctl --user list-timers
          systemctl --user daemon-reload
          systemctl --user enable --now iremote.timer
          loginctl enable-linger OWNER
          systemctl --user list-timers
          systemctl --user daemon-reload
          systemctl --user enable --now iremote.timer
          loginctl enable-linger OWNER
          """,
        calls.replace("linger " + OWNER, "linger OWNER"));
    kit.installs("--cron");
    assertFalse(Files.exists(units.resolve("iremote.timer")));
    assertEquals(Kit.OTHER_JOB + kit.cronLine(), Files.readString(kit.crontab));
  }

  @Test
  void a_switch_that_fails_leaves_the_schedule_that_works() throws Exception {
    kit.installs("--cron");
    kit.sandbox.program("bin/systemctl", "#!/bin/sh", "case $* in *enable*) exit 1 ;; esac");

    Outcome outcome = kit.install("--systemd");

    assertEquals(1, outcome.code(), outcome.out());
    assertEquals(kit.cronLine(), Files.readString(kit.crontab));
  }

  @Test
  void a_java_that_cron_would_not_find_is_handed_on() throws Exception {
    kit.sandbox.program("kit/iremote", "#!/bin/sh", "[ \"$JAVA_HOME\" = /my/java ]");
    kit.sandbox.env.put("JAVA_HOME", "/my/java");
    kit.installs();
    assertEquals(
        kit.cronLine().replace("* '", "* JAVA_HOME=/my/java '"), Files.readString(kit.crontab));
  }

  @Test
  void a_program_that_does_not_start_is_not_scheduled() throws Exception {
    kit.sandbox.program("kit/iremote", "#!/bin/sh", "echo 'iremote: no Java' >&2; exit 127");
    Outcome outcome = kit.install();
    assertEquals(1, outcome.code());
    assertTrue(outcome.err().startsWith("iremote: no Java\n"), outcome.err());
    assertFalse(Files.exists(kit.crontab));
  }

  @Test
  void a_watch_takes_the_place_of_timer_and_crontab_line_and_stays() throws Exception {
    kit.sandbox.program("bin/systemctl", "#!/bin/sh", "echo systemctl $* >>calls");
    kit.sandbox.program("bin/loginctl", "#!/bin/sh", "echo loginctl $* >>calls");
    Files.writeString(kit.crontab, Kit.OTHER_JOB);
    kit.installs("--cron");
    kit.installs("--systemd");
    kit.installs("--watch");
    kit.installs();
    assertEquals(Kit.OTHER_JOB, Files.readString(kit.crontab));
    Path units = kit.home.resolve(".config/systemd/user");
    assertFalse(Files.exists(units.resolve("iremote.timer")));
    String service = Files.readString(units.resolve("iremote-watch.service"));
    assertEquals(
        """
          [Unit]
          Description=iRemote: hears BMW's stream and tells Slack what changed about your car
          # Nothing to hear before `iremote setup`; after it: systemctl restart iremote-watch
          ConditionPathExists=HOME/.config/iremote/config.json

          [Service]
          ExecStart="HOME/.local/bin/iremote" watch --configs "HOME/.config/iremote"
          Restart=always
          RestartSec=60
          # How Java ends when it is asked to.
          SuccessExitStatus=143
          TimeoutStopSec=10
          UMask=0077


          [Install]
          WantedBy=default.target
          """,
        service.replace(kit.home.toString(), "HOME"));
    String calls = Files.readString(kit.sandbox.root.resolve("calls"));
    assertEquals(
        """
          systemctl --user list-timers
          systemctl --user daemon-reload
          systemctl --user enable --now iremote.timer
          loginctl enable-linger OWNER
          systemctl --user show-environment
          systemctl --user list-timers
          systemctl --user daemon-reload
          systemctl --user enable iremote-watch.service
          systemctl --user restart iremote-watch.service
          loginctl enable-linger OWNER
          systemctl --user disable --now iremote.timer
          systemctl --user daemon-reload
          systemctl --user list-timers
          systemctl --user daemon-reload
          systemctl --user enable iremote-watch.service
          systemctl --user restart iremote-watch.service
          loginctl enable-linger OWNER
          """,
        calls.replace("linger " + OWNER, "linger OWNER"));
    kit.installs("--uninstall");
    assertFalse(Files.exists(units.resolve("iremote-watch.service")));
  }

  /** So it is away from a desktop, or where only root may say so. */
  @Test
  void one_who_may_not_stay_when_logged_out_is_told_and_has_one_schedule_all_the_same()
      throws Exception {
    kit.installs("--cron");
    kit.sandbox.program("bin/systemctl", "#!/bin/sh");
    kit.sandbox.program("bin/loginctl", "#!/bin/sh", "[ $# = 3 ]");
    Outcome outcome = kit.install("--watch");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("", Files.readString(kit.crontab).strip());
    assertEquals(
        "install: systemd will stop it when you log out, unless you do: sudo loginctl enable-linger "
            + OWNER
            + "\n",
        outcome.err());
  }

  @Test
  void without_systemd_cron_starts_the_watch_again_whenever_it_does_not_run() throws Exception {
    Files.writeString(kit.crontab, Kit.OTHER_JOB);
    kit.installs("--watch");
    kit.installs();
    assertEquals(
        Kit.OTHER_JOB + kit.cronLine().replace(" status ", " watch "),
        Files.readString(kit.crontab));
    kit.installs("--cron");
    assertEquals(Kit.OTHER_JOB + kit.cronLine(), Files.readString(kit.crontab));
  }
}
