package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.iremote.scripts.Sandbox.Outcome;
import io.github.iremote.scripts.Sandbox.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * When scripts/iremote makes an archive of the classes and when it uses one, with a pretend JDK.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ArchiveTest {
  private static final Outcome RAN = new Outcome(3, "ran\n", "");
  private static final String PLAIN =
      "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -Xss512k -Xshare:auto -Xlog:disable ";

  @TempDir Path temp;
  private Sandbox sandbox;
  private Path launcher;
  private Path jar;
  private Path jdk;
  private Path cache;
  private Path asked;
  private Path broken;
  private Path gate;

  @BeforeEach
  void install() throws Exception {
    sandbox = Sandbox.in(temp);
    launcher = sandbox.launcher("bin");
    jar = sandbox.program("share/iremote/iremote.jar", "first");
    cache = sandbox.root.resolve("home/.cache/iremote");
    asked = sandbox.root.resolve("asked");
    broken = sandbox.root.resolve("broken");
    gate = sandbox.root.resolve("gate");
    jdk = sandbox.jdk("jvm/java", "17.0.15", java());
  }

  /** Notes what it is asked, makes the file it is asked for, or runs a program that ends with 3. */
  private String[] java() {
    return new String[] {
      "#!/bin/sh",
      "echo \"$*\" >>'" + asked + "'",
      "for word; do case $word in",
      "  -XX:DumpLoadedClassList=*)",
      "    [ ! -p '" + gate + "' ] || read -r _ <'" + gate + "'",
      "    env >>\"${word#*=}\"; exit ;;",
      "  -Xshare:dump) dumps=1 ;;",
      "  -XX:SharedArchiveFile=*)",
      "    [ -z \"${dumps:-}\" ] || { cat classes >\"${word#*=}\"; [ ! -e '"
          + broken
          + "' ]; exit; } ;;",
      "esac; done",
      "echo ran; exit 3"
    };
  }

  private void runsInFull() throws Exception {
    assertEquals(RAN, sandbox.runOut(launcher, "status"));
  }

  private List<Path> kept() throws IOException {
    try (var files = Files.list(cache)) {
      return files.toList();
    }
  }

  private Path archive() throws IOException {
    assertEquals(1, kept().size(), () -> "only the archive");
    return kept().get(0);
  }

  private long trainings() throws IOException {
    return Files.readAllLines(asked).stream().filter(line -> line.contains(" demo ")).count();
  }

  @Test
  void the_first_run_makes_the_archive_and_the_second_uses_it() throws Exception {
    runsInFull();
    assertTrue(Files.readAllLines(asked).contains(PLAIN + "-jar " + jar + " status"));
    Files.delete(asked);
    runsInFull();
    String use = "-XX:SharedArchiveFile=" + archive();
    assertEquals(List.of(PLAIN + use + " -jar " + jar + " status"), Files.readAllLines(asked));
    assertTrue(archive().getFileName().toString().matches("java-17\\.0\\.15-\\d+\\.jsa"));
  }

  @Test
  void it_can_be_made_before_the_first_run() throws Exception {
    assertEquals(new Outcome(0, "", ""), sandbox.run(launcher, "--build-cache"));
    assertTrue(Files.isRegularFile(archive()));
  }

  @Test
  void no_run_waits_for_the_archive_and_two_at_once_make_it_once() throws Exception {
    sandbox.pipe("gate");
    Running first = sandbox.start(launcher, "status");
    assertEquals(RAN, first.outcome());
    runsInFull();
    Files.writeString(gate, "go\n");
    Files.delete(gate);
    first.awaitEnd();
    assertEquals(1, trainings());
    assertTrue(Files.isRegularFile(archive()));
  }

  @Test
  void half_an_archive_is_never_used_and_the_next_try_is_an_hour_away() throws Exception {
    Files.createFile(broken);
    runsInFull();
    Path mark = archive();
    assertTrue(Files.isDirectory(mark));
    Files.delete(broken);
    runsInFull();
    assertEquals(1, trainings());
    Instant longAgo = Instant.now().minus(Duration.ofMinutes(62));
    Files.setLastModifiedTime(mark, FileTime.from(longAgo));
    runsInFull();
    assertEquals(2, trainings());
    assertTrue(Files.isRegularFile(archive()));
  }

  @Test
  void where_nothing_can_be_kept_it_runs_quietly_without() throws Exception {
    for (String nowhere : List.of("/dev/null", "/dev/null/cache", "with:colon")) {
      sandbox.env.put("HOME", nowhere);
      runsInFull();
    }
    sandbox.env.remove("HOME");
    runsInFull();
    assertEquals(0, trainings());
    String sentence = "iremote: has nowhere to keep an archive of its classes\n";
    assertEquals(new Outcome(1, "", sentence), sandbox.run(launcher, "--build-cache"));
  }

  @Test
  void another_jar_or_another_java_gets_an_archive_of_its_own() throws Exception {
    runsInFull();
    Path first = archive();
    FileTime time = Files.getLastModifiedTime(jar);
    Files.writeString(jar, "other\n");
    Files.setLastModifiedTime(jar, FileTime.from(time.toInstant().plusSeconds(1)));
    runsInFull();
    assertEquals(2, trainings());
    sandbox.env.put("JAVA_HOME", sandbox.jdk("other java", "17.0.15", java()).toString());
    runsInFull();
    assertEquals(3, trainings());
    assertEquals(3, kept().size());
    Files.writeString(Path.of(sandbox.env.get("JAVA_HOME"), "lib/modules"), "a newer build");
    runsInFull();
    assertEquals(4, trainings());
    assertTrue(kept().contains(first));
  }

  @Test
  void archives_not_read_for_days_are_cleared_away() throws Exception {
    runsInFull();
    Path old = archive();
    Files.setAttribute(
        old, "lastAccessTime", FileTime.from(Instant.now().minus(Duration.ofDays(3))));
    Files.writeString(jar, "longer than the first\n");
    runsInFull();
    assertNotEquals(old, archive());
  }

  @Test
  void it_is_private_and_an_archive_of_somebody_else_is_not_used() throws Exception {
    runsInFull();
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(archive())));
    assumeTrue("root".equals(System.getProperty("user.name")));
    Files.setAttribute(archive(), "unix:uid", 65534);
    runsInFull();
    assertFalse(Files.readString(asked).contains("SharedArchiveFile=/"));
  }

  @Test
  void what_it_learns_from_sees_nothing_of_the_owner() throws Exception {
    sandbox.env.put("SLACK", "secret");
    sandbox.env.put("IREMOTE_CONFIGS", "/etc/iremote");
    sandbox.env.put("JAVA_TOOL_OPTIONS", "-Dpassword=secret");
    runsInFull();
    String seen = Files.readString(archive());
    assertTrue(seen.contains("HOME=" + cache) && seen.contains("PATH="), seen);
    assertFalse(seen.contains("secret") || seen.contains("IREMOTE_CONFIGS"), seen);
  }
}
