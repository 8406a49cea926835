package io.github.iremote.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A home of its own for a script under test: nothing of the machine's is seen but its tools. */
final class Sandbox {
  /** What a script did: its exit code and all it said. */
  record Outcome(int code, String out, String err) {}

  private static final String TOOLS =
      "sh env cat cp sed grep stat date readlink dirname find id nice sync mkdir mv rm chmod";
  private static final Path SCRIPTS = Path.of("scripts").toAbsolutePath();

  final Path root;
  final Path bin;
  final Map<String, String> env = new TreeMap<>();

  Sandbox(Path root) throws IOException, InterruptedException {
    this.root = Files.createDirectory(root);
    pipe("code");
    bin = root.resolve("bin");
    for (String tool : TOOLS.split(" ")) {
      program("bin/" + tool, "#!/bin/sh", "exec " + onThisMachine(tool) + " \"$@\"");
    }
    env.put("PATH", bin.toString());
    env.put("HOME", Files.createDirectories(root.resolve("home")).toString());
  }

  /** In a folder with a hard name: with a space and, where this Java can, an umlaut. */
  static Sandbox in(Path temp) throws IOException, InterruptedException {
    boolean umlauts = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    return new Sandbox(temp.resolve(umlauts ? "a földer" : "a folder"));
  }

  private static Path onThisMachine(String tool) {
    return List.of("/usr/bin", "/bin").stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  Path copy(String script, String folder) throws IOException {
    return program(folder + "/" + script, Files.readString(SCRIPTS.resolve(script)));
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

  void pipe(String name) throws IOException, InterruptedException {
    new ProcessBuilder("mkfifo", name).directory(root.toFile()).start().waitFor();
  }

  /** Runs it to its own end; what it has left in the background goes on. */
  Outcome run(Object... command) throws IOException {
    return start(command).outcome();
  }

  /** Runs it to the end of all that it has started. */
  Outcome runOut(Object... command) throws IOException, InterruptedException {
    Running running = start(command);
    Outcome outcome = running.outcome();
    running.awaitEnd();
    return outcome;
  }

  Running start(Object... command) throws IOException {
    // The background keeps descriptor 9 open, and with it the pipe to cat.
    String script = "{ \"$@\" 9>&1 >out 2>err; echo $? >code; } | cat >/dev/null";
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
    Stream.of(command).map(Object::toString).forEach(words::add);
    ProcessBuilder builder = new ProcessBuilder(words).directory(root.toFile());
    builder.environment().clear();
    builder.environment().putAll(env);
    return new Running(builder.start(), root);
  }

  /** A script at work; `code` is a named pipe, so that reading it waits. */
  record Running(Process process, Path root) {
    Outcome outcome() throws IOException {
      int code = Integer.parseInt(Files.readString(root.resolve("code")).strip());
      return new Outcome(
          code, Files.readString(root.resolve("out")), Files.readString(root.resolve("err")));
    }

    void awaitEnd() throws InterruptedException {
      process.waitFor();
    }
  }
}
