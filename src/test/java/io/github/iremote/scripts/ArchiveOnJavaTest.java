package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.scripts.Sandbox.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives made and used by each Java of this machine, around a program of one class. */
@DisabledOnOs(OS.WINDOWS)
class ArchiveOnJavaTest {
  /** A program that says a word. */
  private static final String PROGRAM =
      """
      package io.github.iremote.cli;

      class Main {
        public static void main(String[] arguments) {
          System.out.println("%s");
          System.exit(4);
        }
      }

      """;

  /** One that has Java list its classes. */
  private static final String REHEARSAL =
      """
      package io.github.iremote.cli.demo;

      class Rehearsal {
        public static void main(String[] arguments) throws Exception {
          new ProcessBuilder(
                  System.getProperty("java.home") + "/bin/java",
                  "-XX:DumpLoadedClassList=some.classes",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "io.github.iremote.cli.Main")
              .start()
              .waitFor();
        }
      }
      """;

  @TempDir Path temp;
  private Sandbox sandbox;
  private Path launcher;
  private Path jar;

  /** This JDK and those of other versions where Debian keeps them. */
  static Stream<Path> jdks() throws IOException {
    Map<Integer, Path> jdks = new TreeMap<>();
    Path usual = Path.of("/usr/lib/jvm");
    try (Stream<Path> homes = Files.exists(usual) ? Files.list(usual) : Stream.empty()) {
      for (Path home : homes.filter(home -> Files.exists(home.resolve("release"))).toList()) {
        jdks.put(major(home), home.toRealPath());
      }
    }
    jdks.put(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    return jdks.entrySet().stream().filter(jdk -> jdk.getKey() >= 17).map(Map.Entry::getValue);
  }

  private static int major(Path home) throws IOException {
    String release = Files.readString(home.resolve("release"));
    return Integer.parseInt(release.replaceAll("(?s).*JAVA_VERSION=\"(\\d+).*", "$1"));
  }

  @BeforeEach
  void install() throws Exception {
    // Java 17 takes no class of ours from an archive where the jar's path needs escapes in a URL.
    sandbox = new Sandbox(temp.resolve("plain"));
    launcher = sandbox.launcher("bin");
    jar = program("first");
  }

  /** A jar whose bytes differ in one word alone, and in nothing a listing of files shows. */
  private Path program(String word) throws IOException {
    Path source = sandbox.root.resolve("Main.java");
    Files.writeString(source, PROGRAM.formatted(word));
    Path rehearsal = sandbox.root.resolve("Rehearsal.java");
    Files.writeString(rehearsal, REHEARSAL);
    tool(
        "javac",
        "--release",
        "17",
        "-d",
        sandbox.root.toString(),
        source.toString(),
        rehearsal.toString());
    Path made =
        Files.createDirectories(sandbox.root.resolve("share/iremote")).resolve("iremote.jar");
    String jar =
        "-c -0 --date=2026-01-01T00:00:00Z -e io.github.iremote.cli.Main -f %s -C %s io"
            .formatted(made, sandbox.root);
    tool("jar", jar.split(" "));
    Files.setLastModifiedTime(made, FileTime.fromMillis(1_767_225_600_000L));
    return made;
  }

  private static void tool(String name, String... arguments) {
    assertEquals(
        0, ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments));
  }

  private void says(String word) throws Exception {
    assertEquals(new Outcome(4, word + "\n", ""), sandbox.runOut(launcher, "status"));
  }

  /** The same, with our class taken from the archive. */
  private void saysFromTheArchive(String word) throws Exception {
    Path log = sandbox.root.resolve("log");
    sandbox.env.put("IREMOTE_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
    says(word);
    sandbox.env.remove("IREMOTE_JAVA_OPTIONS");
    String loaded = Files.readString(log);
    assertTrue(loaded.contains("iremote.cli.Main source: shared objects file"), loaded);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_jar_replaced_touched_or_moved_never_runs_old_code(Path jdk) throws Exception {
    sandbox.env.put("JAVA_HOME", jdk.toString());
    says("first");
    saysFromTheArchive("first");
    program("other");
    says("other");
    saysFromTheArchive("other");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_767_300_000_000L));
    says("other");
    saysFromTheArchive("other");
    Path moved = Files.move(sandbox.root.resolve("share"), sandbox.root.resolve("moved"));
    Files.createSymbolicLink(sandbox.root.resolve("share"), moved);
    says("other");
    saysFromTheArchive("other");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void an_archive_java_will_not_take_changes_nothing_but_the_speed(Path jdk) throws Exception {
    sandbox.env.put("JAVA_HOME", jdk.toString());
    says("first");
    for (String options :
        List.of(
            "-XX:-UseSerialGC -XX:+UseParallelGC", "--add-opens=java.base/java.io=ALL-UNNAMED")) {
      sandbox.env.put("IREMOTE_JAVA_OPTIONS", options);
      says("first");
    }
    sandbox.env.remove("IREMOTE_JAVA_OPTIONS");
    Path cache = sandbox.root.resolve("home/.cache/iremote");
    try (Stream<Path> files = Files.walk(cache)) {
      Path archive = files.filter(file -> file.toString().endsWith(".jsa")).findFirst().get();
      Files.delete(archive);
      Files.writeString(archive, "not an archive");
    }
    says("first");
  }
}
