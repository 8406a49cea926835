package io.github.iremote.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.json.Json;
import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterWording;
import io.github.iremote.message.Notifier;
import io.github.iremote.message.PlainJson;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program on this machine as a place for messages: a line of JSON on its standard input, no shell
 * in between, nothing of our environment, and a limit to its time.
 */
public final class CommandNotifier implements Notifier {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "LANG", "C.UTF-8");

  private final String title;
  private final List<String> argv;
  private final LetterWording wording;
  private final Duration limit;
  private final InstantSource clock;

  /**
   * @param limit how long the program may take
   */
  public CommandNotifier(
      String title, List<String> argv, LetterWording wording, Duration limit, InstantSource clock) {
    this.title = title;
    this.argv = List.copyOf(argv);
    this.wording = wording;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public void send(Letter letter) {
    ObjectNode json = PlainJson.of(letter, wording, clock.instant());
    ProcessBuilder builder = new ProcessBuilder(argv).directory(new File("/"));
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().put("IREMOTE_ID", letter.id());
    try {
      Process process = builder.start();
      int code = end(process, Json.line(json) + "\n");
      if (code != 0) {
        throw new Failure.PlaceUnavailable(
            title + " ended with exit code " + code + "; messages are kept");
      }
    } catch (IOException e) {
      // its own message quotes the arguments, one of which may be a secret
      throw new Failure.PlaceUnavailable(
          title + " cannot be started; messages are kept: check " + argv.get(0), true);
    }
  }

  @Override
  public Optional<String> probe() {
    Path program = Path.of(argv.get(0));
    if (!Files.isExecutable(program) || Files.isDirectory(program)) {
      throw new Failure.PlaceUnavailable(
          title + " cannot be started: " + program + " is no program that may be run", true);
    }
    return Optional.of("the program is there");
  }

  private int end(Process process, String line) {
    Thread writer = new Thread(() -> write(process, line), "command");
    writer.setDaemon(true);
    writer.start();
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    throw new Failure.PlaceUnavailable(
        title + " did not end within " + limit.toSeconds() + " seconds; messages are kept");
  }

  /** A program that reads nothing is none the worse for it: its exit code decides. */
  private static void write(Process process, String line) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // it has not read to the end
    }
  }
}
