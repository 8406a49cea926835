package io.github.iremote.cli.schedule;

import io.github.iremote.Failure;
import io.github.iremote.cli.Surroundings;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The user's own crontab, by way of the {@code crontab} program. */
public final class Crontab {
  private final Surroundings here;

  public Crontab(Surroundings here) {
    this.here = here;
  }

  /** Whether this machine has cron. */
  public boolean there() {
    return program().isPresent();
  }

  /** Its lines; none where there is no crontab, or none that can be read. */
  public List<String> lines() {
    try {
      return program().isEmpty() ? List.of() : run("", "-l").lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * Adds a line, and looks whether it is there.
   *
   * @throws Failure.BadConfig if cron does not take it
   */
  public void add(String line) {
    List<String> lines = new ArrayList<>(lines());
    lines.add(line);
    try {
      run(String.join("\n", lines) + "\n", "-");
    } catch (IOException e) {
      throw refused(line, e);
    }
    if (!lines().equals(lines)) {
      throw refused(line, null);
    }
  }

  private static Failure refused(String line, IOException e) {
    String reason = e == null ? "" : " (" + e.getMessage() + ")";
    return new Failure.BadConfig(
        "cron did not take the line" + reason + "; add it with crontab -e: " + line, e);
  }

  private Optional<String> program() {
    for (String folder : here.environment().getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path program = Path.of(folder, "crontab");
      if (!folder.isEmpty() && Files.isExecutable(program)) {
        return Optional.of(program.toString());
      }
    }
    return Optional.empty();
  }

  /** That there is no crontab yet is the only refusal that may be passed over. */
  private String run(String input, String option) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program().orElseThrow(), option);
    builder.environment().putAll(here.environment());
    builder.environment().put("LC_ALL", "C");
    Process process = builder.redirectErrorStream(true).start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream in = process.getInputStream()) {
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() == 0) {
        return answer;
      }
      if (answer.contains("no crontab") || answer.contains("can't open")) {
        return "";
      }
      throw new IOException(answer.strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
