package io.github.iremote.trust;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final String classPath;
  private final List<String> more = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();

  public Program(Path configs, Path output) {
    this(configs, output, "");
  }

  /**
   * @param instead classes that take the place of the program's own
   */
  Program(Path configs, Path output, Path instead) {
    this(configs, output, instead + File.pathSeparator);
  }

  private Program(Path configs, Path output, String instead) {
    this.configs = configs;
    this.output = output;
    this.classPath =
        instead + System.getProperty("experiments.jar", System.getProperty("java.class.path"));
  }

  /** A further option for Java. */
  public Program with(String flag) {
    more.add(flag);
    return this;
  }

  /** In other surroundings. */
  Program with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Starts a command. */
  public Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(more);
    command.addAll(List.of("-cp", classPath, "io.github.iremote.cli.Main"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--configs", configs.toString()));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(output.toFile()));
    process.environment().putAll(environment);
    return process.start();
  }

  /** Runs a command to its end. */
  public int run(String... arguments) throws IOException, InterruptedException {
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
