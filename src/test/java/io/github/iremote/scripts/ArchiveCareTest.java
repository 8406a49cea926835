package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.iremote.scripts.Sandbox.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What scripts/iremote takes care of with its archives, with a pretend JDK. */
@DisabledOnOs(OS.WINDOWS)
class ArchiveCareTest {
  @TempDir Path temp;
  private Installation installed;

  @BeforeEach
  void install() throws Exception {
    installed = new Installation(temp);
  }

  @Test
  void where_nothing_can_be_kept_it_runs_quietly_without() throws Exception {
    for (String nowhere : List.of("/dev/null", "/dev/null/cache", "with:colon")) {
      installed.sandbox.env.put("HOME", nowhere);
      installed.runsInFull();
    }
    installed.sandbox.env.remove("HOME");
    installed.runsInFull();
    assertEquals(0, installed.trainings());
    String sentence = "iremote: has nowhere to keep an archive of its classes\n";
    assertEquals(
        new Outcome(1, "", sentence), installed.sandbox.run(installed.launcher, "--build-cache"));
  }

  @Test
  void archives_not_read_for_days_are_cleared_away() throws Exception {
    installed.runsInFull();
    Path old = installed.archive();
    Files.setAttribute(
        old, "lastAccessTime", FileTime.from(Instant.now().minus(Duration.ofDays(3))));
    Files.writeString(installed.jar, "longer than the first\n");
    installed.runsInFull();
    assertNotEquals(old, installed.archive());
  }

  @Test
  void it_is_private_and_an_archive_of_somebody_else_is_not_used() throws Exception {
    installed.runsInFull();
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(installed.cache)));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(installed.archive())));
    assumeTrue("root".equals(System.getProperty("user.name")));
    Files.setAttribute(installed.archive(), "unix:uid", 65534);
    installed.runsInFull();
    assertFalse(Files.readString(installed.asked).contains("SharedArchiveFile=/"));
  }

  @Test
  void what_it_learns_from_sees_nothing_of_the_owner() throws Exception {
    installed.sandbox.env.put("SLACK", "secret");
    installed.sandbox.env.put("IREMOTE_CONFIGS", "/etc/iremote");
    installed.sandbox.env.put("JAVA_TOOL_OPTIONS", "-Dpassword=secret");
    installed.runsInFull();
    String seen = Files.readString(installed.archive());
    assertTrue(seen.contains("HOME=" + installed.cache) && seen.contains("PATH="), seen);
    assertFalse(seen.contains("secret") || seen.contains("IREMOTE_CONFIGS"), seen);
  }
}
