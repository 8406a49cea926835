package io.github.iremote.scripts;

import static io.github.iremote.scripts.LauncherTest.JAVA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.iremote.scripts.Sandbox.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How scripts/iremote builds a jar that is not there, with a pretend Maven. */
@DisabledOnOs(OS.WINDOWS)
class JarBuildTest {
  @TempDir Path temp;
  private Launch launch;
  private Sandbox sandbox;
  private Path launcher;
  private Path jar;

  @BeforeEach
  void install() throws Exception {
    launch = Launch.in(temp, "target/iremote.jar");
    sandbox = launch.sandbox();
    launcher = launch.launcher();
    jar = launch.jar();
  }

  private void sources(String... maven) throws IOException {
    sandbox.program("pom.xml");
    sandbox.program("path/mvn", maven);
    sandbox.env.put("PATH", sandbox.root + "/path:" + sandbox.bin);
  }

  @Test
  void a_missing_jar_is_built_once() throws Exception {
    Path jdk = sandbox.jdk("jvm/java-17", "17", JAVA);
    sandbox.program("jvm/java-17/bin/javac");
    sources(
        "#!/bin/sh",
        "for word; do case $word in -Dtarget=*) to=${word#*=} ;; esac; done",
        "mkdir -p \"$to\" && echo noise && echo $JAVA_HOME >\"$to/iremote.jar\"");
    launch.runsWith(jdk);
    assertEquals(jdk + "\n", Files.readString(jar));
    sandbox.program("path/mvn", "#!/bin/sh", "exit 1");
    launch.runsWith(jdk);
  }

  @Test
  void a_build_shows_in_a_terminal_that_it_lives() throws Exception {
    Path script = Path.of("/usr/bin/script");
    assumeTrue(Files.isExecutable(script));
    sandbox.jdk("jvm/java-17", "17", JAVA);
    sandbox.program("jvm/java-17/bin/javac");
    sandbox.program("bin/sleep", "#!/bin/sh", "exec /bin/sleep 0.05");
    sources(
        "#!/bin/sh",
        "for word; do case $word in -Dtarget=*) to=${word#*=} ;; esac; done",
        "mkdir -p \"$to\" && echo jar >\"$to/iremote.jar\" && /bin/sleep 0.5");
    sandbox.program("watched", "#!/bin/sh", "exec '" + launcher + "' status --quiet");

    Outcome outcome = sandbox.run(script, "-qec", "./watched", "/dev/null");

    assertTrue(
        outcome
            .out()
            .matches("(?s)iremote: building iremote.jar, .* takes a minute \\.{3,} done.*"),
        outcome.out());
  }

  @Test
  void a_build_that_fails_leaves_no_half_a_jar_behind() throws Exception {
    sandbox.jdk("jvm/java-17", "17", JAVA);
    sandbox.program("jvm/java-17/bin/javac");
    sources(
        "#!/bin/sh",
        "for word; do case $word in -Dtarget=*) to=${word#*=} ;; esac; done",
        "mkdir -p \"$to\" && echo half >\"$to/iremote.jar\"; echo noise >&2; exit 1");
    String pom = sandbox.root.resolve("pom.xml").toString();
    String sentence =
        "Maven could not build iremote.jar; to see why: mvn -f '" + pom + "' package\n";
    launch.fails(1, sentence);
    assertFalse(Files.exists(jar));
    try (var left = Files.list(sandbox.root.resolve("target"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void what_is_missing_for_a_build_is_named() throws Exception {
    Path jdk = sandbox.jdk("jvm/java-17", "17", JAVA);
    launch.fails(127, "iremote.jar is missing: install iRemote again\n");
    sandbox.program("pom.xml");
    launch.fails(127, "needs a JDK to build iremote.jar, and " + jdk + " cannot compile\n");
    sandbox.program("jvm/java-17/bin/javac");
    String sentence =
        "needs Maven to build iremote.jar: install mvn, or copy a built iremote.jar to ";
    launch.fails(127, sentence + launcher.getParent() + "\n");
  }
}
