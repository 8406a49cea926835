package io.github.iremote.cli.demo;

import io.github.iremote.cli.Main;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.simulator.LoopbackServer;
import io.github.iremote.simulator.PretendSlack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Has another Java list the classes of a poll that finds nothing new, for {@code scripts/iremote}
 * to make its archive of. This Java is the BMW that is polled: what a server needs is not listed.
 */
final class Rehearsal {
  /** The car has come to work, and stands there. */
  private static final Duration MORNING = Duration.ofHours(10);

  /**
   * Writes {@code NAME.classes} into the working directory for each of BMW's APIs.
   *
   * @param args options for the other Java
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Surroundings here = Surroundings.real();
    Surroundings quietly =
        here.with(here.clock(), pause -> {}, new PrintStream(PrintStream.nullOutputStream()));
    for (String api : List.of("connecteddrive", "cardata")) {
      Path configs = Files.createDirectory(here.workingDirectory().resolve(api));
      Instant now = here.clock().instant();
      DemoStage stage = DemoStage.of(api, now.minus(MORNING), () -> now);
      stage.day().advanceTo(now);
      try (LoopbackServer bmw = new LoopbackServer(stage.bmw());
          LoopbackServer slack = new LoopbackServer(new PretendSlack())) {
        stage.writeConfig(configs, bmw.url(), slack.url());
        int code = stage.login() ? Main.run(quietly, "login", "--configs", api) : 0;
        code = code == 0 ? Main.run(quietly, "status", "--configs", api) : code;
        code = code == 0 ? poll(api, List.of(args)) : code;
        if (code != 0) {
          System.exit(code);
        }
      }
    }
    System.exit(0);
  }

  private static int poll(String api, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-XX:DumpLoadedClassList=" + api + ".classes");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("status", "--quiet", "--force", "--configs", api));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private Rehearsal() {}
}
