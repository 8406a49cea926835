package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands, pasted one by one into a shell: a fresh copy, an empty home. */
class ReadmeTest {
  /** What a fresh copy does not have. */
  private static final Set<String> NOT_IN_A_COPY = Set.of("target", ".git", ".idea", ".vscode");

  private static final Pattern SHELL_BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");

  @TempDir Path temp;
  private Path copy;
  private Path home;
  private Path bin;

  @BeforeEach
  void copyRepository() throws IOException {
    copy = Files.createDirectory(temp.resolve("copy"));
    home = Files.createDirectory(temp.resolve("home"));
    // no archive of classes, which has tests of its own: making one takes longer than all commands
    Files.createFile(home.resolve(".cache"));
    bin = Files.createDirectory(temp.resolve("bin"));
    Path source = Path.of("").toAbsolutePath();
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_IN_A_COPY.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copy.resolve(source.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = source.relativize(file).toString();
            if (!name.startsWith("configs/") || name.endsWith("config.sample.json")) {
              Files.copy(file, copy.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    // The jar works the same whole, and takes half as long: this very build shrinks its own.
    Files.createDirectory(copy.resolve(".mvn"));
    Files.writeString(copy.resolve(".mvn/maven.config"), "-Dshrink.skip=true\n");
    standIn("sudo", "echo \"$*\" >>'" + temp.resolve("sudo.log") + "'");
    standIn(
        "crontab",
        "[ \"$1\" = -l ] && { cat FILE 2>/dev/null && exit; echo no crontab >&2; exit 1; }; cat >FILE"
            .replace("FILE", "'" + temp.resolve("crontab") + "'"));
    standIn("systemctl", "exit 1");
  }

  private void standIn(String name, String script) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What a command came to; what it prints is both of its streams. */
  private record Outcome(int code, String printed) {}

  private Outcome paste(String line) throws IOException, InterruptedException {
    Path printed = temp.resolve("printed");
    ProcessBuilder shell =
        new ProcessBuilder("/bin/sh", "-c", line)
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(printed.toFile());
    String path = shell.environment().get("PATH");
    shell.environment().put("PATH", bin + ":" + path);
    shell.environment().put("HOME", home.toString());
    shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
    List.of("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "MAVEN_OPTS", "IREMOTE_CONFIGS")
        .forEach(shell.environment()::remove);
    int code = shell.start().waitFor();
    return new Outcome(code, Files.readString(printed));
  }

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    var block = SHELL_BLOCK.matcher(Files.readString(Path.of("README.md")));
    while (block.find()) {
      commands.addAll(block.group(1).lines().toList());
    }
    return commands;
  }

  /** What each command is expected to end with and to say. */
  private static Outcome expected(String command) {
    if (command.contains("iremote demo")) {
      return new Outcome(0, "Good night.");
    }
    if (command.endsWith("setup")) {
      return new Outcome(2, "iremote: ");
    }
    if (command.endsWith("--dry-run") || command.endsWith("check")) {
      return new Outcome(2, "cardata.clientId still holds a placeholder");
    }
    return new Outcome(0, "");
  }

  @Test
  void every_command_does_what_the_reader_is_told() throws IOException, InterruptedException {
    List<String> commands = commands();
    assertTrue(commands.remove("mvn verify"), "the README names the test command: this very run");
    assertTrue(commands.size() >= 7, commands.toString());
    for (String command : commands) {
      Outcome outcome = paste(command.replace("/tmp/", temp + "/").replace("~/", home + "/"));
      Outcome expected = expected(command);
      assertEquals(expected.code(), outcome.code(), command + "\n" + outcome.printed());
      assertTrue(
          outcome.printed().contains(expected.printed()), command + "\n" + outcome.printed());
      assertFalse(outcome.printed().contains("Exception"), outcome.printed());
    }
    assertTrue(Files.readString(temp.resolve("sudo.log")).startsWith("apt-get install -y "));
    String crontab = Files.readString(temp.resolve("crontab"));
    assertEquals(
        "*/5 * * * * TEMP/home/.local/bin/iremote status --quiet --configs TEMP/home/.config/iremote"
            + " # iremote\n",
        crontab.replace(temp.toString(), "TEMP"));
  }

  @Test
  void ci_runs_the_test_command_that_the_readme_names() throws IOException {
    String script = Files.readString(Path.of(".ci/run"));
    assertTrue(Pattern.compile("(?m)^mvn .*\\bverify$").matcher(script).find(), script);
  }
}
