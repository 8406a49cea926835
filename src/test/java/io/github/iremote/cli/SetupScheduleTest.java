package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code setup} writes, and what it does about a schedule, beside a pretend crontab. */
@DisabledOnOs(OS.WINDOWS)
class SetupScheduleTest {
  @RegisterExtension final UnscheduledMachine cron = new UnscheduledMachine();
  private final OwnersMachine machine = cron.machine;
  private final Path temp = cron.temp;
  private final Path home = cron.home;
  private final Path crontab = cron.crontab;
  private final Path own = cron.own;

  @Test
  void it_writes_where_the_installed_schedule_reads_and_says_so() throws IOException {
    Path elsewhere = home.resolve("else where");
    cron.scheduled(elsewhere);
    Files.createDirectory(temp.resolve("configs")); // as in the sources: only a sample is in it

    Result result = cron.setUp("");

    assertEquals(0, result.code(), result.toString());
    assertTrue(Files.exists(elsewhere.resolve("config.json")), result.out());
    assertEquals(
        """
          Written: CONFIGS/home/else where/config.json
          It runs every 5 minutes already, by cron (crontab -l).
          The next run posts for the first time; to see your cars now: iremote status
          """,
        cron.ending(result));
    assertEquals(1, Files.readAllLines(crontab).size());
  }

  @Test
  void a_schedule_of_an_earlier_version_reads_the_users_own_directory() throws IOException {
    Files.writeString(
        crontab, "*/5 * * * * '" + home + "/.local/bin/iremote' status --quiet # iremote\n");

    Result result = cron.setUp("");

    assertTrue(Files.exists(own.resolve("config.json")), result.toString());
    assertEquals(
        """
          Written: CONFIGS/home/.config/iremote/config.json
          It runs every 5 minutes already, by cron (crontab -l).
          The next run posts for the first time; to see your cars now: iremote status
          """,
        cron.ending(result));
  }

  @Test
  void where_nothing_starts_it_cron_is_asked_to_and_the_line_finds_the_car() throws IOException {
    Files.writeString(crontab, "# mine\n0 4 * * * backup\n");

    Result result = cron.setUp("", "y", "");

    assertEquals(0, result.code(), result.toString());
    assertEquals(
        """
          Written: CONFIGS/home/.config/iremote/config.json
          Have cron run it every 5 minutes [Y/n]: What is cron to run?
            1  status: every 5 minutes, and asks your cars as often as BMW lets
            2  watch: stays, on a machine that is always on: hears your cars within seconds
          Which one, by number or name [1]: Cron runs it every 5 minutes from now on (crontab \
          -l).
          The next run posts for the first time; to see your cars now: iremote status
          """,
        cron.ending(result));
    String line = "*/5 * * * * iremote status --quiet --configs " + own + " # iremote";
    assertEquals(List.of("# mine", "0 4 * * * backup", line), Files.readAllLines(crontab));
    machine.terminal = false;
    String[] command = line.replaceAll(".*iremote status", "status").split(" # ")[0].split(" ");
    machine.environment.clear();
    assertEquals(new Result(0, "", ""), machine.runAsTyped(command));
    assertEquals(List.of("*My i4*: Watching: locked · 60 % · 240 km"), machine.headlines());
  }

  @Test
  void cron_is_asked_to_keep_watch_running_and_a_set_up_after_that_leaves_it_so()
      throws IOException {
    Result result = cron.setUp("", "y", "2");
    assertEquals(0, result.code(), result.toString());
    assertEquals(
        """
          Written: CONFIGS/home/.config/iremote/config.json
          Have cron run it every 5 minutes [Y/n]: What is cron to run?
            1  status: every 5 minutes, and asks your cars as often as BMW lets
            2  watch: stays, on a machine that is always on: hears your cars within seconds
          Which one, by number or name [1]: Cron starts watch whenever it does not run (crontab \
          -l). Now tick the keys to stream in the My BMW portal: BMW CarData, Configure data \
          stream.
          The next run posts for the first time; to see your cars now: iremote status
          """,
        cron.ending(result));
    String line = "*/5 * * * * iremote watch --quiet --configs " + own + " # iremote";
    assertEquals(List.of(line), Files.readAllLines(crontab));

    machine.terminal = false;
    String checked = machine.runAsTyped("check").out();
    assertEquals(
        "!   schedule    cron (crontab -l) is to keep watch running, and it does not run",
        cron.about("schedule", checked));
    Files.delete(own.resolve("config.json"));
    result = cron.setUp("");
    assertEquals(
        """
          Written: CONFIGS/home/.config/iremote/config.json
          It stays already, started by cron (crontab -l).
          The next run posts for the first time; to see your cars now: iremote status
          """,
        cron.ending(result));
    assertEquals(1, Files.readAllLines(crontab).size());
  }

  /** To cron, a backslash that follows another protects no percent sign. */
  @ParameterizedTest
  @ValueSource(strings = {"a\\%b", "100%", "it's\\%", "a b\\\\%%"})
  void crons_own_reading_of_the_line_finds_the_directory(String name) throws Exception {
    machine.environment.put("IREMOTE_CONFIGS", home.resolve(name).toString());

    Result result = cron.setUp("", "y", "");

    assertEquals(0, result.code(), result.toString());
    String command =
        asCronReads(Files.readAllLines(crontab).get(0).substring("*/5 * * * * ".length()));
    Process shell =
        new ProcessBuilder("sh", "-c", "iremote() { printf %s \"$4\"; }; " + command).start();
    assertEquals(
        home.resolve(name).toString(),
        new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    machine.terminal = false;
    String checked = machine.runAsTyped("check").out();
    assertEquals(
        "ok  schedule    cron (crontab -l) has not run it yet", cron.about("schedule", checked));
  }

  /** As cron does: a percent sign ends a command, unless a backslash is before it. */
  private static String asCronReads(String line) {
    StringBuilder command = new StringBuilder();
    boolean escaped = false;
    for (char c : line.toCharArray()) {
      if (c == '%' && !escaped) {
        break;
      }
      if (c == '%') {
        command.setLength(command.length() - 1);
      }
      command.append(c);
      escaped = !escaped && c == '\\';
    }
    return command.toString();
  }

  @Test
  void the_directory_is_made_for_its_owner_alone() throws IOException {
    cron.setUp("", "n");

    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
  }

  @Test
  void cron_is_left_alone_when_told() throws IOException {
    Result result = cron.setUp("", "n");

    assertEquals(0, result.code(), result.toString());
    assertFalse(Files.exists(crontab));
    assertEquals(
        """
          Written: CONFIGS/home/.config/iremote/config.json
          Have cron run it every 5 minutes [Y/n]: To have cron run it every 5 minutes, add this \
          line (crontab -e):
          */5 * * * * iremote status --quiet --configs CONFIGS/home/.config/iremote # iremote
          To see your cars, and to post for the first time: iremote status
          """,
        cron.ending(result));
  }

  @Test
  void a_schedule_that_reads_another_directory_is_named() throws IOException {
    cron.scheduled(own);
    machine.environment.put("IREMOTE_CONFIGS", temp.resolve("mine").toString());

    Result result = cron.setUp("");

    assertTrue(Files.exists(temp.resolve("mine/config.json")), result.toString());
    assertEquals(
        """
          Written: CONFIGS/mine/config.json
          But cron (crontab -l) reads CONFIGS/home/.config/iremote, and not CONFIGS/mine.
          Either change it there, or add this line (crontab -e):
          */5 * * * * iremote status --quiet --configs CONFIGS/mine # iremote
          To see your cars, and to post for the first time: iremote status
          """,
        cron.ending(result));
  }

  @Test
  void runs_before_there_is_a_config_are_silent() throws IOException {
    Files.createDirectories(own);

    Result quiet = machine.runAsTyped("status", "--quiet", "--configs", own.toString());
    Result byHand = machine.runAsTyped("status", "--configs", own.toString());

    assertEquals(new Result(0, "", ""), quiet);
    assertEquals(2, byHand.code());
    Files.writeString(own.resolve("token.json"), "{}");
    assertEquals(2, machine.runAsTyped("status", "--quiet", "--configs", own.toString()).code());
  }
}
