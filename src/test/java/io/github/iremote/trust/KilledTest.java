package io.github.iremote.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.json.Json;
import io.github.iremote.trust.World.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are killed at any moment, while the car goes on changing. */
@DisabledOnOs(OS.WINDOWS)
class KilledTest {
  /** Every so many runs one is left alone, as cron's would be: waiting messages go out then. */
  private static final int LEFT_ALONE = 8;

  /** So much happens in a few milliseconds after these. */
  private static final Step[] BUSY = {
    Step.TOKEN_ASKED, Step.STATUS_ANSWERED, Step.POST_ARRIVED, Step.POST_ANSWERED
  };

  private static final int BUSY_MILLIS = 60;

  @TempDir Path configs;
  @TempDir Path elsewhere;

  private final Map<String, Integer> ends = new TreeMap<>();
  private final Ledger ledger = new Ledger();
  private int damaged;
  private boolean asked;
  private boolean carData;

  /** CarData's refresh tokens are good once: a token that is not saved is a login lost. */
  @ParameterizedTest
  @CsvSource({"connecteddrive, KILL, 8", "cardata, TERM, 8"})
  void a_killed_run_loses_nothing_and_damages_nothing(String api, String signal, int runs)
      throws Exception {
    Experiment experiment = new Experiment("kill", runs);
    experiment.say("%s, SIG%s", api, signal);
    asked = signal.equals("TERM");
    carData = api.equals("cardata");
    try (World world = new World()) {
      if (carData) {
        world.configureCarData(configs);
      } else {
        world.configure(configs);
      }
      Program program = new Program(configs, elsewhere.resolve("output"));
      long usual = usualMillis(program, world);
      for (int run = 0; run < experiment.runs; run++) {
        world.car.change(Instant.now());
        if (run % LEFT_ALONE == LEFT_ALONE - 1) {
          settle(status(program), world, "left alone");
        } else {
          kill(status(program), world, experiment.random, usual);
        }
      }
      assertEquals(0, Program.end(status(program)), program.output());
      arrived(world, "the last run", true);
      report(experiment, world, program);
    }
  }

  private Process status(Program program) throws IOException {
    return carData ? program.start("status", "--force") : program.start("status");
  }

  /** How long a run takes that is left alone and has something to tell. */
  private long usualMillis(Program program, World world) throws Exception {
    long start = 0;
    for (int run = 0; run < 2; run++) {
      start = System.nanoTime();
      world.car.change(Instant.now());
      settle(status(program), world, "left alone");
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private void settle(Process process, World world, String how) throws Exception {
    assertEquals(0, Program.end(process));
    arrived(world, how, true);
    ends.merge(how, 1, Integer::sum);
  }

  /** Kills at any moment of the usual time, or soon after something was seen from outside. */
  private void kill(Process process, World world, Random random, long usual) throws Exception {
    Step[] last = {Step.STARTED};
    Step target = random.nextBoolean() ? BUSY[random.nextInt(BUSY.length)] : null;
    long delay = random.nextInt(target == null ? (int) (usual * 1.1) : BUSY_MILLIS);
    world.listener =
        step -> {
          last[0] = step;
          if (step == target) {
            new Thread(() -> killAfter(process, delay)).start();
          }
        };
    if (target == null) {
      killAfter(process, delay);
    }
    int code = Program.end(process);
    world.listener = step -> {};
    boolean finished = code == 0;
    String end = finished ? "ended before the kill" : "killed after " + last[0];
    ends.merge(end, 1, Integer::sum);
    arrived(world, end, finished);
    damaged += damagedFiles();
  }

  private void killAfter(Process process, long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (asked) {
      process.destroy();
    } else {
      process.destroyForcibly();
    }
  }

  private void arrived(World world, String end, boolean acknowledged) {
    world.takePosted().forEach(message -> ledger.arrived(message, end, acknowledged));
  }

  private List<Path> files(String pattern) throws IOException {
    try (Stream<Path> files = Files.list(configs)) {
      return files.filter(file -> file.getFileName().toString().matches(pattern)).toList();
    }
  }

  private int damagedFiles() throws IOException {
    int count = 0;
    for (Path file : files("[^.].*\\.json")) {
      try {
        Json.parse(Files.readString(file));
      } catch (IOException e) {
        count++;
      }
    }
    return count;
  }

  private void report(Experiment experiment, World world, Program program) throws IOException {
    int temporary = files("\\..*\\.tmp").size();
    experiment.say("%s", ends);
    experiment.say(
        "changes %d, told %d, lost %d, false or out of order %d %s, files damaged %d, moved aside"
            + " %d, temporary files left %d, duplicates %d %s, refresh tokens spent and lost %d",
        world.car.changes(),
        ledger.told,
        world.car.changes() - ledger.told,
        ledger.falseMessages.size(),
        ledger.falseMessages,
        damaged,
        files(".*corrupt.*").size(),
        temporary,
        ledger.explainedDuplicates.size(),
        count(ledger.explainedDuplicates),
        world.usedTwice);
    assertEquals(world.car.changes(), ledger.told, program.output());
    assertEquals(List.of(), ledger.falseMessages);
    assertEquals(0, damaged);
    assertEquals(List.of(), files(".*corrupt.*"));
    assertEquals(List.of(), ledger.duplicates);
    if (asked) {
      assertEquals(0, world.usedTwice, "logins lost");
    }
    assertTrue(temporary <= 3, temporary + " temporary files");
  }

  private static Map<String, Integer> count(List<String> steps) {
    Map<String, Integer> counts = new TreeMap<>();
    steps.forEach(step -> counts.merge(step, 1, Integer::sum));
    return counts;
  }
}
