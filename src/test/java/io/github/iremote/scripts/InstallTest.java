package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.scripts.Sandbox.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts/install leaves in a user's home. */
@DisabledOnOs(OS.WINDOWS)
class InstallTest {
  @TempDir Path temp;
  private Kit kit;

  @BeforeEach
  void unpack() throws Exception {
    kit = new Kit(temp);
  }

  /** All files below the kit.sandbox with what is in them. */
  private TreeMap<String, String> everything() throws IOException {
    TreeMap<String, String> everything = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(kit.sandbox.root)) {
      for (Path path : paths.toList()) {
        String text = Files.isRegularFile(path) ? Files.readString(path) : "";
        everything.put(kit.sandbox.root.relativize(path).toString(), text);
      }
    }
    everything.keySet().removeAll(List.of("out", "err"));
    return everything;
  }

  @Test
  void it_installs_for_the_user_and_adds_to_the_crontab() throws Exception {
    Files.writeString(kit.crontab, Kit.OTHER_JOB);
    kit.installs();
    assertEquals(Kit.OTHER_JOB + kit.cronLine(), Files.readString(kit.crontab));
    assertTrue(Files.isExecutable(kit.home.resolve(".local/bin/iremote")));
    assertEquals("jar 1\n", Files.readString(kit.home.resolve(".local/share/iremote/iremote.jar")));
    assertTrue(Files.isDirectory(kit.home.resolve(".config/iremote")));
  }

  @Test
  void running_it_again_updates_the_program_and_nothing_else() throws Exception {
    Path config = kit.sandbox.program("home/.config/iremote/config.json", "{}");
    Files.writeString(kit.crontab, Kit.OTHER_JOB);
    kit.installs();
    TreeMap<String, String> before = everything();
    kit.installs();
    assertEquals(before, everything());
    kit.sandbox.program("kit/iremote.jar", "jar 2");
    kit.installs();
    assertEquals("jar 2\n", Files.readString(kit.home.resolve(".local/share/iremote/iremote.jar")));
    assertEquals(Kit.OTHER_JOB + kit.cronLine(), Files.readString(kit.crontab));
    assertEquals("{}\n", Files.readString(config));
  }

  @Test
  void uninstalling_leaves_the_configuration_and_other_jobs() throws Exception {
    Files.writeString(kit.crontab, Kit.OTHER_JOB);
    TreeMap<String, String> before = everything();
    kit.installs();
    kit.sandbox.program("home/.config/iremote/config.json", "{}");
    kit.sandbox.program("home/.cache/iremote/java-17.jsa", "archive");
    kit.installs("--uninstall");
    TreeMap<String, String> after = everything();
    assertEquals("{}\n", after.remove("home/.config/iremote/config.json"));
    after.keySet().removeIf(path -> path.startsWith("home/.") && after.get(path).isEmpty());
    assertEquals(before, after);
  }

  @ParameterizedTest
  @CsvSource({
    "'', make the crontab:",
    "--cron, make the crontab:",
    "--systemd, write HOME/.config/systemd/user/iremote.service:"
        + " write HOME/.config/systemd/user/iremote.timer:",
    "--system, write /etc/cron.d/iremote:",
    "--system --cron, write /etc/cron.d/iremote:"
  })
  void a_dry_run_says_what_it_would_do_and_does_nothing(String options, String writes)
      throws Exception {
    kit.sandbox.program("bin/systemctl", "#!/bin/sh", "echo called >>calls");
    TreeMap<String, String> before = everything();

    Outcome outcome = kit.install(("--dry-run " + options).split(" "));

    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        writes,
        outcome
            .out()
            .replace(kit.home.toString(), "HOME")
            .lines()
            .filter(line -> line.matches("would (write|make) .*"))
            .map(line -> line.substring("would ".length()))
            .collect(Collectors.joining(" ")));
    assertEquals(before, everything());
  }

  @Test
  void a_dry_run_for_the_system_names_every_command() throws Exception {
    Outcome outcome = kit.install("--dry-run", "--system", "--cron");

    assertEquals(
        """
          would run: mkdir -p /usr/local/bin /usr/local/share/iremote
          would run: cp ROOT/kit/iremote /usr/local/bin/iremote.new
          would run: chmod 755 /usr/local/bin/iremote.new
          would run: mv -f /usr/local/bin/iremote.new /usr/local/bin/iremote
          would run: cp ROOT/kit/iremote.jar /usr/local/share/iremote/iremote.jar.new
          would run: chmod 644 /usr/local/share/iremote/iremote.jar.new
          would run: mv -f /usr/local/share/iremote/iremote.jar.new \
          /usr/local/share/iremote/iremote.jar
          would run: useradd --system --user-group --home-dir /var/lib/iremote --shell \
          /usr/sbin/nologin iremote
          would run: install -d -m 700 -o iremote -g iremote /var/lib/iremote
          would run: ln -sfn /var/lib/iremote /usr/local/share/iremote/configs
          would write /etc/cron.d/iremote:
              */5 * * * * iremote /usr/local/bin/iremote status --quiet --configs \
          /var/lib/iremote
          """,
        outcome.out().replace(kit.sandbox.root.toString(), "ROOT"));
  }
}
