package io.github.iremote.scripts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A home of its own for a script under test: nothing of the machine's is seen but its tools. */
final class Sandbox {
  /** What a script did: its exit code and all it said. */
  record Outcome(int code, String out, String err) {}

  private static final String TOOLS =
      "sh env cat sed stat cksum readlink find nice sync mkdir mv rm chmod touch";
  private static final Path SCRIPTS = Path.of("scripts").toAbsolutePath();

  final Path root;
  final Path bin;
  final Map<String, String> env = new TreeMap<>();

  Sandbox(Path temp) throws IOException {
    boolean umlauts = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    root = Files.createDirectory(temp.resolve(umlauts ? "a földer" : "a folder"));
    bin = Files.createDirectories(root.resolve("bin"));
    for (String tool : TOOLS.split(" ")) {
      Files.createSymbolicLink(bin.resolve(tool), onThisMachine(tool));
    }
    env.put("PATH", bin.toString());
    env.put("HOME", Files.createDirectories(root.resolve("home")).toString());
  }

  private static Path onThisMachine(String tool) {
    return List.of("/usr/bin", "/bin").stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Copies the launcher, to look for Java in our jvm folder where it would look in the machine's.
   */
  Path launcher(String folder) throws IOException {
    String script = Files.readString(SCRIPTS.resolve("iremote"));
    return program(
        folder + "/iremote",
        script.replace("/usr/lib/jvm/*", "\"" + root + "\"/jvm/*").replace("/opt/*", "/nowhere"));
  }

  /** A program made of lines of shell. */
  Path program(String path, String... lines) throws IOException {
    Path program = root.resolve(path);
    Files.createDirectories(program.getParent());
    Files.writeString(program, String.join("\n", lines) + "\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A pretend JDK whose `java` is a few lines of shell. */
  Path jdk(String folder, String version, String... java) throws IOException {
    Path home = program(folder + "/bin/java", java).getParent().getParent();
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"Us\"\nJAVA_VERSION=\"" + version + "\"\nSOURCE=\"\"\n");
    Files.writeString(Files.createDirectories(home.resolve("lib")).resolve("modules"), version);
    return home;
  }

  Outcome run(Object... command) throws IOException, InterruptedException {
    return start(command).outcome();
  }

  /** Runs it and waits for all it has left running in the background too. */
  Outcome runToTheEnd(Object... command) throws IOException, InterruptedException {
    Running running = start(command);
    running.process.getInputStream().readAllBytes();
    return running.outcome();
  }

  private Running start(Object... command) throws IOException {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" 9>&1 >out 2>err", "sh"));
    for (Object word : command) {
      words.add(word.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(words).directory(root.toFile());
    builder.environment().clear();
    builder.environment().putAll(env);
    builder.environment().putIfAbsent("PATH", bin.toString());
    return new Running(builder.start(), root);
  }

  private record Running(Process process, Path root) {
    Outcome outcome() throws IOException, InterruptedException {
      int code = process.waitFor();
      return new Outcome(code, said("out"), said("err"));
    }

    private String said(String where) throws IOException {
      return Files.readString(root.resolve(where), StandardCharsets.UTF_8);
    }
  }
}
