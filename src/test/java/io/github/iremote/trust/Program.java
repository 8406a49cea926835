package io.github.iremote.trust;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as processes, as the launcher starts it: the jar, or the classes under test. */
public final class Program {
  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx64m",
          "-Xss512k",
          "-Xshare:auto",
          "-Xlog:disable");

  private final Path configs;
  private final Path output;
  private final List<String> more = new ArrayList<>();

  public Program(Path configs, Path output) {
    this.configs = configs;
    this.output = output;
  }

  /** A further option for Java. */
  public Program with(String flag) {
    more.add(flag);
    return this;
  }

  /** Starts a command. */
  public Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(more);
    String jar = System.getProperty("experiments.jar");
    command.addAll(
        jar != null
            ? List.of("-jar", jar)
            : List.of("-cp", System.getProperty("java.class.path"), "io.github.iremote.cli.Main"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--configs", configs.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(output.toFile()))
        .start();
  }

  /** Runs a command to its end. */
  int run(String... arguments) throws IOException, InterruptedException {
    return end(start(arguments));
  }

  /** Waits for the end; nothing here may take a minute. */
  static int end(Process process) throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("a run did not end");
    }
    return process.exitValue();
  }

  public String output() throws IOException {
    return Files.exists(output) ? Files.readString(output) : "";
  }
}
