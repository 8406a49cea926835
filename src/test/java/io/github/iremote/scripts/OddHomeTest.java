package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.iremote.scripts.Sandbox.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Homes whose names hold what cron, a shell or systemd would read as something else. */
@DisabledOnOs(OS.WINDOWS)
class OddHomeTest {
  @TempDir Path temp;
  private Kit kit;

  @BeforeEach
  void unpack() throws Exception {
    kit = new Kit(temp);
    kit.sandbox.program(
        "kit/iremote",
        "#!/bin/sh",
        "[ \"$*\" = --version ] || printf '%s\\n' \"$0\" \"$@\" >called");
  }

  private Path home(String name) throws Exception {
    Path home = Files.createDirectories(kit.sandbox.root.resolve(name));
    kit.sandbox.env.put("HOME", home.toString());
    return home;
  }

  /** What cron hands to the shell: the rest of the line up to a bare percent sign. */
  private static String command(String line) {
    StringBuilder command = new StringBuilder();
    boolean escaped = false;
    for (char c : line.replaceFirst("(\\S+ ){5}", "").toCharArray()) {
      if (c == '%' && !escaped) {
        return command.toString();
      }
      if (c == '%') {
        command.setLength(command.length() - 1);
      }
      command.append(c);
      escaped = c == '\\' && !escaped;
    }
    return command.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100% mine",
        "it's",
        "a;touch gone;",
        "a&touch gone&",
        "a#b",
        "a\\b",
        "a\\nb",
        "a \"b\"",
        "a\\%b",
        "it's\\\\%%\\%",
        "a$PATH",
        "`touch gone`",
        "%",
        "'%'",
        "a\\",
        "*"
      })
  void cron_starts_the_program_whatever_the_home_is_called(String name) throws Exception {
    Path home = home(name);
    Files.writeString(kit.crontab, Kit.OTHER_JOB + "5 4 * * * printf 'a\\nb\\\\c' \\% d\n");
    kit.installs();
    kit.installs();

    List<String> lines = Files.readAllLines(kit.crontab);
    assertEquals(4, lines.size(), lines.toString());
    assertEquals("5 4 * * * printf 'a\\nb\\\\c' \\% d", lines.get(2));
    kit.sandbox.run("sh", "-c", command(lines.get(3)));
    assertEquals(
        List.of(
            home + "/.local/bin/iremote",
            "status",
            "--quiet",
            "--configs",
            home + "/.config/iremote"),
        Files.readAllLines(kit.sandbox.root.resolve("called")));
    assertFalse(Files.exists(kit.sandbox.root.resolve("gone")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "100% mine,100%% mine,100%% mine",
        "it's,it's,it's",
        "a;b,a;b,a;b",
        "a&b,a&b,a&b",
        "a#b,a#b,a#b",
        "a\\b,a\\\\b,a\\b",
        "a \"b\",a \\\"b\\\",a \"b\""
      })
  void systemd_starts_it_too(String name, String quoted, String plain) throws Exception {
    kit.sandbox.program("bin/systemctl", "#!/bin/sh");
    kit.sandbox.program("bin/loginctl", "#!/bin/sh");
    Path home = home(name);
    kit.installs("--systemd");

    String service = Files.readString(home.resolve(".config/systemd/user/iremote.service"));
    String above = kit.sandbox.root + "/";
    String start =
        "ExecStart=\"%1$s/.local/bin/iremote\" status --quiet --configs \"%1$s/.config/iremote\""
            .formatted(above + quoted);
    assertEquals(
        List.of("ConditionPathExists=" + above + plain + "/.config/iremote/config.json", start),
        service
            .lines()
            .filter(line -> line.matches("(ExecStart|ConditionPathExists)=.*"))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({"--systemd, a$HOME", "--cron, 'a\nb'"})
  void what_cannot_be_written_so_that_it_works_is_refused(String how, String name)
      throws Exception {
    kit.sandbox.program("bin/systemctl", "#!/bin/sh");
    home(name);

    Outcome outcome = kit.install(how);

    assertEquals(1, outcome.code(), outcome.out());
    assertFalse(Files.exists(kit.crontab));
  }

  @Test
  void a_crontab_that_was_not_written_as_it_should_be_is_a_failure() throws Exception {
    kit.sandbox.program("bin/crontab", "#!/bin/sh", "[ \"$1\" = -l ] || cat >/dev/null");

    Outcome outcome = kit.install();

    assertEquals(1, outcome.code(), outcome.out());
    assertEquals(
        "install: the schedule was not written as it should be; this line is missing:"
            + " */5 * * * * 'HOME/.local/bin/iremote' status --quiet --configs"
            + " 'HOME/.config/iremote' # iremote\n",
        outcome.err().replace(kit.home.toString(), "HOME"));
    assertEquals("", outcome.out().replace(kit.home.toString(), "HOME"));
  }
}
