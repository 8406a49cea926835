package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How scripts/iremote finds Java and the jar, with pretend JDKs and a pretend Maven. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  /** Says which Java it is, which jar it runs and with what, and ends with 4. */
  static final String[] JAVA = {
    "#!/bin/sh", "while [ \"$1\" != -jar ]; do shift; done", "shift; echo \"$0 $*\"; exit 4"
  };

  private static final String NO_JAVA =
      ": install one (Debian: default-jre-headless) or set JAVA_HOME\n";

  @TempDir Path temp;
  private Launch launch;
  private Sandbox sandbox;
  private Path launcher;
  private Path jar;

  @BeforeEach
  void install() throws Exception {
    launch = Launch.in(temp, "share/iremote/iremote.jar");
    sandbox = launch.sandbox();
    sandbox.program("share/iremote/iremote.jar");
    launcher = launch.launcher();
    jar = launch.jar();
  }

  private void onPath(Path jdk) throws IOException {
    Files.createSymbolicLink(sandbox.bin.resolve("java"), jdk.resolve("bin/java"));
  }

  @Test
  void java_home_goes_before_the_path_and_the_path_before_the_usual_places() throws Exception {
    Path usual = sandbox.jdk("jvm/java-21", "21", JAVA);
    launch.runsWith(usual);
    Path onPath = sandbox.jdk("seventeen", "17.0.15", JAVA);
    onPath(onPath);
    launch.runsWith(onPath);
    Path home = sandbox.jdk("twenty five", "25.0.3", JAVA);
    sandbox.env.put("JAVA_HOME", home.toString());
    launch.runsWith(home);
  }

  @Test
  void a_java_home_that_is_gone_or_too_old_is_passed_over() throws Exception {
    Path usual = sandbox.jdk("jvm/java-17", "17.0.15", JAVA);
    sandbox.env.put("JAVA_HOME", sandbox.root + "/gone");
    launch.runsWith(usual);
    sandbox.env.put("JAVA_HOME", sandbox.jdk("eleven", "11.0.2", JAVA).toString());
    launch.runsWith(usual);
  }

  @Test
  void a_java_that_leaves_no_note_of_its_version_is_asked() throws Exception {
    Path shim = sandbox.program("shims/java", "#!/bin/sh", "echo 'openjdk version \"17.0.9\"' >&2");
    Files.createSymbolicLink(sandbox.bin.resolve("java"), shim);
    assertEquals(new Outcome(0, "", "openjdk version \"17.0.9\"\n"), launch.run());
  }

  @Test
  void without_java_it_says_what_to_install() throws Exception {
    launch.fails(127, "needs Java 17 or newer and found none" + NO_JAVA);
  }

  @Test
  void with_only_an_old_java_it_says_which() throws Exception {
    Path java = sandbox.jdk("jvm/java-11", "11.0.2", JAVA).resolve("bin/java");
    String found = "Java 11.0.2, " + java;
    launch.fails(127, "needs Java 17 or newer and found " + found + NO_JAVA);
  }

  @Test
  void it_works_through_links_and_in_a_shell_that_stops_at_errors() throws Exception {
    Path jdk = sandbox.jdk("jvm/java-17", "17.0.15", JAVA);
    Path link = Files.createSymbolicLink(sandbox.root.resolve("link"), Path.of("bin/iremote"));
    launch.runsWith(jdk, sandbox.run(link, "status", "--quiet"));
    launch.runsWith(jdk, sandbox.run("sh", "-e", link, "status", "--quiet"));
    launch.runsWith(
        jdk,
        sandbox.run(
            "env",
            "-i",
            "PATH=/usr/bin:/bin",
            "JAVA_HOME=" + jdk,
            "sh",
            link,
            "status",
            "--quiet"));
  }

  @ParameterizedTest
  @CsvSource({
    "ANSI_X3.4-1968, /home/müller, C.UTF-8",
    "ANSI_X3.4-1968, /home/miller, xx_XX.UTF-8",
    "UTF-8,          /home/müller, xx_XX.UTF-8"
  })
  void a_locale_that_is_not_installed_gives_way_where_a_path_has_an_umlaut(
      String charmap, String home, String locale) throws Exception {
    assumeTrue(
        System.getProperty("sun.jnu.encoding").equals("UTF-8"),
        "this Java cannot hand a path with an umlaut to another program itself");
    Sandbox plain = new Sandbox(temp.resolve("plain"));
    Path started = plain.launcher("bin");
    plain.program("share/iremote/iremote.jar");
    plain.jdk("jvm/java-17", "17", "#!/bin/sh", "echo $LC_ALL");
    plain.program("bin/locale", "#!/bin/sh", "echo " + charmap);
    plain.env.remove("HOME");
    plain.env.put("LC_ALL", "xx_XX.UTF-8");
    assertEquals(locale + "\n", plain.run(started, "status", "--configs", home).out());
  }

  @ParameterizedTest
  @CsvSource({"C, C.UTF-8 C", "POSIX, C.UTF-8 C", "de_AT.UTF-8, de_AT.UTF-8 "})
  void a_plain_locale_is_one_of_files_but_not_of_what_a_terminal_shows(String locale, String java)
      throws Exception {
    sandbox.jdk("jvm/java-17", "17", "#!/bin/sh", "echo \"$LC_ALL ${IREMOTE_LOCALE:-}\"");
    sandbox.env.put("LC_ALL", locale);

    String said = sandbox.run(launcher, "history").out();

    assertEquals(java.strip(), said.strip());
  }

  @Test
  void arguments_and_options_reach_java_as_they_are() throws Exception {
    sandbox.jdk("jvm/java-17", "17", "#!/bin/sh", "for word; do echo \"<$word>\"; done");
    sandbox.env.put("IREMOTE_JAVA_OPTIONS", "-Da=1 -Db=2");
    String said = sandbox.run(launcher, "status", "--car", "My i3 *", "").out();
    String end = "<-Da=1>\n<-Db=2>\n<-jar>\n<" + jar + ">\n<status>\n<--car>\n<My i3 *>\n<>\n";
    assertEquals(end, said.substring(said.indexOf("<-Da")));
  }
}
