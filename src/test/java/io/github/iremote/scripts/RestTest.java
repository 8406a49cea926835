package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.iremote.scripts.Sandbox.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When scripts/iremote does not start Java, since the same command has nothing to do yet. */
@DisabledOnOs(OS.WINDOWS)
class RestTest {
  private static final Instant NOW = Instant.now();

  @TempDir Path temp;
  private Installation installed;
  private Path config;
  private Path run;
  private Path note;

  @BeforeEach
  void install() throws Exception {
    installed = new Installation(temp);
    config = installed.sandbox.program("my configs/config.json");
    run = installed.sandbox.program("my configs/run.json");
    Files.createDirectories(installed.cache.resolve("rest"));
    age(config, 120);
    age(run, 60);
    rest(-60, 600, "status --quiet");
  }

  private static void age(Path file, long seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(seconds)));
  }

  /** Leaves the note of a run a minute ago, as the program does. */
  private void rest(long from, long until, String command) throws IOException {
    long now = NOW.getEpochSecond();
    String home = installed.sandbox.env.get("HOME");
    String what = installed.sandbox.root + "|" + home + "|||" + command;
    note = installed.cache.resolve("rest").resolve(what.replace('/', '_'));
    Files.writeString(
        note, "%d %d\n%s\n%s\n%s\n".formatted(now + from, now + until, what, config, run));
    age(note, 59);
  }

  private boolean startsJava(String... words) throws Exception {
    Object[] command = new Object[words.length + 1];
    command[0] = installed.launcher;
    System.arraycopy(words, 0, command, 1, words.length);
    Outcome outcome = installed.sandbox.runOut(command);
    boolean started = Files.exists(installed.asked);
    assertEquals(started ? Installation.RAN : new Outcome(0, "", ""), outcome);
    return started;
  }

  @Test
  void until_then_the_same_command_does_not_start_java() throws Exception {
    rest(-60, 600, "status --quiet --configs /etc/my car *");
    assertFalse(startsJava("status", "--quiet"));
    assertFalse(startsJava("status", "--quiet", "--configs", "/etc/my car *"));
  }

  @ParameterizedTest
  @CsvSource({"status", "status --quiet --force", "status  --quiet"})
  void another_command_does(String command) throws Exception {
    assertTrue(startsJava(command.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({"the time is over,-60,-1", "it is yet to come: the clock was set back,60,600"})
  void at_another_time_it_does(String why, long from, long until) throws Exception {
    rest(from, until, "status --quiet");
    assertTrue(startsJava("status", "--quiet"), why);
  }

  @Test
  void with_a_file_that_has_changed_since_it_does() throws Exception {
    age(config, 58);
    assertTrue(startsJava("status", "--quiet"));
  }

  @Test
  void with_a_file_that_is_gone_it_does() throws Exception {
    Files.delete(run);
    assertTrue(startsJava("status", "--quiet"));
  }

  @ParameterizedTest
  @CsvSource({"IREMOTE_CONFIGS,/elsewhere", "XDG_CONFIG_HOME,/elsewhere"})
  void in_other_surroundings_it_does(String variable, String value) throws Exception {
    installed.sandbox.env.put(variable, value);
    assertTrue(startsJava("status", "--quiet"));
  }

  @ParameterizedTest
  @CsvSource({"''", "'1'", "'x y\nstatus'"})
  void a_note_that_is_none_changes_nothing(String text) throws Exception {
    Files.writeString(note, text);
    assertTrue(startsJava("status", "--quiet"));
  }

  @ParameterizedTest
  @CsvSource({"rwxrwxr-x", "rwx----wx"})
  void a_note_in_a_cache_that_others_can_write_changes_nothing(String mode) throws Exception {
    Files.setPosixFilePermissions(installed.cache, PosixFilePermissions.fromString(mode));
    assertTrue(startsJava("status", "--quiet"));
  }

  @Test
  void a_note_of_somebody_else_changes_nothing() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")));
    Files.setAttribute(note, "unix:uid", 65534);
    assertTrue(startsJava("status", "--quiet"));
  }
}
