package io.github.iremote.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.Log;
import io.github.iremote.event.Notes;
import io.github.iremote.history.chronicle.Diary;
import io.github.iremote.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A writer that is killed again and again, while it appends and while it compresses. Longer with
 * {@code -Dexperiments.history=500}.
 */
class KilledWriterTest {
  private final int runs = Integer.getInteger("experiments.history", 6);
  private final Random random = new Random(Long.getLong("experiments.seed", 1));

  @TempDir Path configs;

  @Test
  void no_line_that_was_written_is_lost_and_none_is_read_twice() throws Exception {
    int kept = 0;
    for (int run = 0; run < runs; run++) {
      kept = Math.max(kept, killed(kept + 1));
      List<Integer> read = read();
      Set<Integer> distinct = new HashSet<>(read);
      assertEquals(distinct.size(), read.size(), "none is read twice");
      for (int number = 1; number <= kept; number++) {
        assertTrue(distinct.contains(number), number + " is lost, of " + kept);
      }
    }
    repaired(kept + 2);
    System.out.println("history: " + runs + " kills, " + kept + " readings kept");
  }

  /** Lets a writer write for a while; returns the last reading of which it said that it is kept. */
  private int killed(int first) throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                configs.toString(),
                Integer.toString(first))
            .redirectErrorStream(true)
            .start();
    int last = 0;
    long nanos = random.nextInt(60_000_000);
    try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
      last = Integer.parseInt(said.readLine());
      long end = System.nanoTime() + nanos;
      while (System.nanoTime() < end) {
        last = Integer.parseInt(said.readLine());
      }
      writer.destroyForcibly();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        last = line.matches("\\d+") ? Math.max(last, Integer.parseInt(line)) : last;
      }
    } catch (IOException e) {
      // what it said last was cut off
    }
    writer.waitFor();
    return last;
  }

  private List<Integer> read() {
    List<Integer> read = new ArrayList<>();
    new HistoryFolder(configs, new Log(0))
        .read(
            Diary.VIN,
            Instant.EPOCH,
            Instant.parse("2200-01-01T00:00:00Z"),
            line -> {
              Object value = ((Line.Measured<?>) line.content()).reading().value();
              read.add(((Double) value).intValue());
            });
    read.remove((Integer) 0); // what each month begins with, from before the first
    return read;
  }

  /** What others read it with finds as many objects as there are lines; where it is installed. */
  private static void jq(String text, Path file) throws IOException {
    Path jq = Path.of("/usr/bin/jq");
    if (Files.exists(jq)) {
      Path plain = Files.writeString(file.resolveSibling(".plain"), text);
      Process reader = new ProcessBuilder(jq.toString(), "-c", ".id", plain.toString()).start();
      long ids = reader.inputReader(StandardCharsets.UTF_8).lines().count();
      assertEquals(text.lines().count(), ids, "lines of " + file + " by jq");
      Files.delete(plain);
    }
  }

  /** The next writer mends what is broken: then every line of every file is JSON. */
  private void repaired(int number) throws IOException {
    History history =
        new History(new HistoryFolder(configs, new Log(0)), List.of(), false, new Log(0));
    Instant now = Writer.day(number).status().at().orElseThrow().plusSeconds(40L * 86_400);
    history.append(
        Diary.VIN, Writer.day(number), Notes.NONE, Writer.day(number + 40), List.of(), now);
    try (Stream<Path> files = Files.list(configs.resolve("history"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.getFileName().toString().startsWith(".")) {
          continue; // half of a compressed file, which the next compression replaces
        }
        byte[] bytes = Files.readAllBytes(file);
        String text =
            file.toString().endsWith(".gz")
                ? new String(
                    new GZIPInputStream(new java.io.ByteArrayInputStream(bytes)).readAllBytes(),
                    StandardCharsets.UTF_8)
                : new String(bytes, StandardCharsets.UTF_8);
        assertTrue(text.endsWith("\n"), file.toString());
        jq(text, file);
        for (String line : text.split("\n")) {
          assertTrue(Json.parse(line).isObject(), line);
        }
      }
    }
  }
}
