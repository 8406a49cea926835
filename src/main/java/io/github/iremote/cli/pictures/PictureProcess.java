package io.github.iremote.cli.pictures;

import io.github.iremote.cli.Wiring;
import io.github.iremote.message.Illustration;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Has pictures drawn and sent by another Java, when the texts are delivered and the lock is free:
 * drawing takes memory and time that no poll has. A picture that does not come about is not missed.
 */
public final class PictureProcess {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Wiring wiring;

  public PictureProcess(Wiring wiring) {
    this.wiring = wiring;
  }

  /** Waits for the end of it, since what a service leaves behind is ended with the service. */
  public void run(List<Illustration> illustrations) {
    if (illustrations.isEmpty() || wiring.history().isEmpty()) {
      return;
    }
    try {
      Process process = builder().start();
      try (OutputStream in = process.getOutputStream()) {
        for (Illustration illustration : illustrations) {
          in.write((illustration.line() + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
      if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      wiring.log.info(() -> "pictures: " + (process.isAlive() ? "too slow" : "done"));
    } catch (IOException e) {
      wiring.log.info(() -> "no pictures: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ProcessBuilder builder() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(PictureMain.class.getName(), wiring.configs.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD);
    builder.redirectError(wiring.log.talking() ? Redirect.INHERIT : Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(wiring.here.environment());
    return builder;
  }
}
