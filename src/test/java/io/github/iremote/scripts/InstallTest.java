package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.scripts.Sandbox.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What scripts/install leaves in a user's home, with a pretend crontab and systemd. */
@DisabledOnOs(OS.WINDOWS)
class InstallTest {
  private static final String OTHER_JOB = "# mine\n0 4 * * * backup # daily\n";

  @TempDir Path temp;
  private Sandbox sandbox;
  private Path home;
  private Path crontab;
  private Path script;

  @BeforeEach
  void unpack() throws Exception {
    sandbox = Sandbox.in(temp);
    home = sandbox.root.resolve("home");
    crontab = sandbox.root.resolve("crontab");
    script = sandbox.copy("install", "kit");
    sandbox.copy("iremote.service", "kit");
    sandbox.copy("iremote.timer", "kit");
    sandbox.program("kit/iremote", "#!/bin/sh", "[ \"$*\" = --version ] && echo 1.0.0");
    sandbox.program("kit/iremote.jar", "jar 1");
    sandbox.program(
        "bin/crontab",
        "#!/bin/sh",
        "case $1 in",
        "  -l) [ ! -e broken ] || { echo 'permission denied' >&2; exit 1; }",
        "    cat crontab 2>/dev/null || { echo 'no crontab for me' >&2; exit 1; } ;;",
        "  -) cat >crontab.new && mv crontab.new crontab ;;",
        "esac");
  }

  private String cronLine() {
    return "*/5 * * * * '" + home + "/.local/bin/iremote' status --quiet # iremote\n";
  }

  private Outcome install(String... options) throws Exception {
    Object[] command = Stream.concat(Stream.of(script), Stream.of(options)).toArray();
    return sandbox.runOut(command);
  }

  private void installs(String... options) throws Exception {
    Outcome outcome = install(options);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("", outcome.err());
  }

  /** All files below the sandbox with what is in them. */
  private TreeMap<String, String> everything() throws IOException {
    TreeMap<String, String> everything = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(sandbox.root)) {
      for (Path path : paths.toList()) {
        String text = Files.isRegularFile(path) ? Files.readString(path) : "";
        everything.put(sandbox.root.relativize(path).toString(), text);
      }
    }
    everything.keySet().removeAll(List.of("out", "err"));
    return everything;
  }

  @Test
  void it_installs_for_the_user_and_adds_to_the_crontab() throws Exception {
    Files.writeString(crontab, OTHER_JOB);
    installs();
    assertEquals(OTHER_JOB + cronLine(), Files.readString(crontab));
    assertTrue(Files.isExecutable(home.resolve(".local/bin/iremote")));
    assertEquals("jar 1\n", Files.readString(home.resolve(".local/share/iremote/iremote.jar")));
    assertTrue(Files.isDirectory(home.resolve(".config/iremote")));
  }

  @Test
  void a_first_crontab_is_made() throws Exception {
    installs();
    assertEquals(cronLine(), Files.readString(crontab));
  }

  @Test
  void a_crontab_that_cannot_be_read_is_left_alone() throws Exception {
    Files.writeString(crontab, OTHER_JOB);
    Files.createFile(sandbox.root.resolve("broken"));
    assertEquals(1, install().code());
    assertEquals(OTHER_JOB, Files.readString(crontab));
  }

  @Test
  void running_it_again_updates_the_program_and_nothing_else() throws Exception {
    Path config = sandbox.program("home/.config/iremote/config.json", "{}");
    Files.writeString(crontab, OTHER_JOB);
    installs();
    TreeMap<String, String> before = everything();
    installs();
    assertEquals(before, everything());
    sandbox.program("kit/iremote.jar", "jar 2");
    installs();
    assertEquals("jar 2\n", Files.readString(home.resolve(".local/share/iremote/iremote.jar")));
    assertEquals(OTHER_JOB + cronLine(), Files.readString(crontab));
    assertEquals("{}\n", Files.readString(config));
  }

  @Test
  void uninstalling_leaves_the_configuration_and_other_jobs() throws Exception {
    Files.writeString(crontab, OTHER_JOB);
    TreeMap<String, String> before = everything();
    installs();
    sandbox.program("home/.config/iremote/config.json", "{}");
    sandbox.program("home/.cache/iremote/java-17.jsa", "archive");
    installs("--uninstall");
    TreeMap<String, String> after = everything();
    assertEquals("{}\n", after.remove("home/.config/iremote/config.json"));
    after.keySet().removeIf(path -> path.startsWith("home/.") && after.get(path).isEmpty());
    assertEquals(before, after);
  }

  @Test
  void a_dry_run_says_what_it_would_do_and_does_nothing() throws Exception {
    sandbox.program("bin/systemctl", "#!/bin/sh", "echo called >>calls");
    TreeMap<String, String> before = everything();
    for (String options : List.of("", " --cron", " --systemd", " --system", " --system --cron")) {
      Outcome outcome = install(("--dry-run" + options).split(" "));
      assertEquals(0, outcome.code(), outcome.err());
      assertTrue(outcome.out().contains("would run: mv -f"), outcome.out());
      assertTrue(outcome.out().contains("would run: ") && outcome.out().contains("status --quiet"));
    }
    assertEquals(before, everything());
  }

  @Test
  void a_systemd_timer_takes_the_place_of_the_crontab_line() throws Exception {
    sandbox.program("bin/systemctl", "#!/bin/sh", "echo systemctl $* >>calls");
    sandbox.program("bin/loginctl", "#!/bin/sh", "echo loginctl $* >>calls");
    Files.writeString(crontab, OTHER_JOB);
    installs("--cron");
    installs("--systemd");
    installs();
    assertEquals(OTHER_JOB, Files.readString(crontab));
    Path units = home.resolve(".config/systemd/user");
    String service = Files.readString(units.resolve("iremote.service"));
    String start = "ExecStart=\"" + home + "/.local/bin/iremote\" status --quiet\n";
    assertTrue(service.contains("Type=oneshot\n" + start), service);
    assertTrue(service.contains("ConditionPathExists=" + home + "/.config/iremote/config.json\n"));
    assertFalse(service.contains("User="), service);
    String calls = Files.readString(sandbox.root.resolve("calls"));
    assertTrue(calls.contains("systemctl --user enable --now iremote.timer\n"), calls);
    installs("--cron");
    assertFalse(Files.exists(units.resolve("iremote.timer")));
    assertEquals(OTHER_JOB + cronLine(), Files.readString(crontab));
  }

  @Test
  void a_java_that_cron_would_not_find_is_handed_on() throws Exception {
    sandbox.program("kit/iremote", "#!/bin/sh", "[ \"$JAVA_HOME\" = /my/java ]");
    sandbox.env.put("JAVA_HOME", "/my/java");
    installs();
    assertEquals(cronLine().replace("* '", "* JAVA_HOME=/my/java '"), Files.readString(crontab));
  }

  @Test
  void a_program_that_does_not_start_is_not_scheduled() throws Exception {
    sandbox.program("kit/iremote", "#!/bin/sh", "echo 'iremote: no Java' >&2; exit 127");
    Outcome outcome = install();
    assertEquals(1, outcome.code());
    assertTrue(outcome.err().startsWith("iremote: no Java\n"), outcome.err());
    assertFalse(Files.exists(crontab));
  }
}
