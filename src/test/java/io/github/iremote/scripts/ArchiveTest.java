package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.scripts.Sandbox.Outcome;
import io.github.iremote.scripts.Sandbox.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When scripts/iremote makes an archive of the classes and uses it, with a pretend JDK. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ArchiveTest {
  private static final String PLAIN =
      "-XX:+IgnoreUnrecognizedVMOptions -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2"
          + " -XX:+UseSerialGC -Xmx64m -XX:StringTableSize=2048 -Xshare:auto -Xlog:disable ";

  @TempDir Path temp;
  private Installation installed;

  @BeforeEach
  void install() throws Exception {
    installed = new Installation(temp);
  }

  @Test
  void the_first_run_makes_the_archive_and_the_second_uses_it() throws Exception {
    installed.runsInFull();
    assertTrue(
        Files.readAllLines(installed.asked).contains(PLAIN + "-jar " + installed.jar + " status"));
    Files.delete(installed.asked);
    installed.runsInFull();
    String use = "-XX:SharedArchiveFile=" + installed.archive();
    assertEquals(
        List.of(PLAIN + use + " -cp " + installed.jar + " io.github.iremote.cli.Main status"),
        Files.readAllLines(installed.asked));
  }

  @ParameterizedTest
  @CsvSource({
    "25.0.3, status, '-Xmn2m '",
    "25.0.3, history, '-Xmn2m -Xmn16m '",
    "17.0.15, status, ''",
    "17.0.15, history, '-XX:-UseSerialGC -XX:+UseG1GC -Xmn16m '",
  })
  void each_java_has_the_collector_that_suits_what_is_run(
      String version, String command, String collector) throws Exception {
    String java = installed.sandbox.jdk("another", version, installed.java()).toString();
    installed.sandbox.env.put("JAVA_HOME", java);
    installed.runsInFull(command);
    Files.delete(installed.asked);
    installed.runsInFull(command);
    String asked = Files.readAllLines(installed.asked).get(0);
    assertEquals(PLAIN + collector + "-XX:SharedArchiveFile", asked.split("=/")[0]);
  }

  @Test
  void it_can_be_made_before_the_first_run() throws Exception {
    assertEquals(
        new Outcome(0, "", ""), installed.sandbox.run(installed.launcher, "--build-cache"));
    assertTrue(Files.isRegularFile(installed.archive()));
  }

  @Test
  void no_run_waits_for_the_archive_and_two_at_once_make_it_once() throws Exception {
    installed.sandbox.pipe("gate");
    Running first = installed.sandbox.start(installed.launcher, "status");
    assertEquals(Installation.RAN, first.outcome());
    Running second = installed.sandbox.start(installed.launcher, "status");
    assertEquals(Installation.RAN, second.outcome());
    Files.writeString(installed.gate, "go\n");
    Files.delete(installed.gate);
    first.awaitEnd();
    second.awaitEnd();
    assertEquals(1, installed.trainings());
    assertTrue(Files.isRegularFile(installed.archive()));
  }

  @Test
  void half_an_archive_is_never_used_and_the_next_try_is_an_hour_away() throws Exception {
    Files.createFile(installed.broken);
    installed.runsInFull();
    Path mark = installed.archive();
    assertTrue(Files.isDirectory(mark));
    Files.delete(installed.broken);
    installed.runsInFull();
    assertEquals(1, installed.trainings());
    Instant longAgo = Instant.now().minus(Duration.ofMinutes(62));
    Files.setLastModifiedTime(mark, FileTime.from(longAgo));
    installed.runsInFull();
    assertEquals(2, installed.trainings());
    assertTrue(Files.isRegularFile(installed.archive()));
  }

  @Test
  void another_jar_or_another_java_gets_an_archive_of_its_own() throws Exception {
    installed.runsInFull();
    Path first = installed.archive();
    FileTime time = Files.getLastModifiedTime(installed.jar);
    Files.writeString(installed.jar, "other\n");
    Files.setLastModifiedTime(installed.jar, FileTime.from(time.toInstant().plusSeconds(1)));
    installed.runsInFull();
    assertEquals(2, installed.trainings());
    installed.sandbox.env.put(
        "JAVA_HOME", installed.sandbox.jdk("other java", "17.0.15", installed.java()).toString());
    installed.runsInFull();
    assertEquals(3, installed.trainings());
    assertEquals(3, installed.kept().size());
    Path java = Path.of(installed.sandbox.env.get("JAVA_HOME"), "bin/java");
    Files.writeString(java, "# a newer build\n", StandardOpenOption.APPEND);
    installed.runsInFull();
    assertEquals(4, installed.trainings());
    assertTrue(installed.kept().contains(first));
  }
}
