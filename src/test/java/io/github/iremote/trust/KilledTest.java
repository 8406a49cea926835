package io.github.iremote.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are killed at any moment, while the car goes on changing. */
@DisabledOnOs(OS.WINDOWS)
class KilledTest {
  /** Every so many runs one is left alone, as cron's would be: waiting messages go out then. */
  private static final int LEFT_ALONE = 8;

  @TempDir Path configs;
  @TempDir Path elsewhere;

  private final World world = new World();
  private final Map<String, Integer> ends = new TreeMap<>();
  private final Ledger ledger = new Ledger();
  private boolean carData;
  private Program program;
  private int damaged;
  private int loginsLost;
  private int loginsFoundAgain;

  /** CarData's refresh tokens are good once: a token that is not saved is a login lost. */
  @ParameterizedTest
  @CsvSource({"connecteddrive, KILL", "connecteddrive, TERM", "cardata, KILL", "cardata, TERM"})
  void a_killed_run_loses_nothing_and_damages_nothing(String api, String signal) throws Exception {
    program = new Program(configs, elsewhere.resolve("output"));
    attack(api, signal, new Experiment("kill", 4));

    if (signal.equals("TERM")) {
      assertEquals(0, loginsLost, "a run that is asked to end puts the login away first");
    }
  }

  /** That the experiment can fail: without what saves them, logins are lost. */
  @Test
  @EnabledIfSystemProperty(named = "experiments.kill", matches = ".*")
  void without_the_patience_to_save_them_logins_are_lost() throws Exception {
    Path impatient = elsewhere.resolve("Unbroken.java");
    Files.writeString(
        impatient,
        """
        package io.github.iremote;

        public final class Unbroken {
          public interface Work<T, X extends Exception> {
            T toItsEnd() throws X;
          }

          public static <T, X extends Exception> T work(Work<T, X> work) throws X {
            return work.toItsEnd();
          }
        }
        """);
    String[] compile = {"-d", elsewhere.toString(), impatient.toString()};
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, compile));
    program = new Program(configs, elsewhere.resolve("output"), elsewhere);
    attack("cardata", "TERM", new Experiment("kill", 4));

    assertTrue(loginsLost > 0, "the experiment does not find what it is for");
  }

  private void attack(String api, String signal, Experiment experiment) throws Exception {
    experiment.say("%s, SIG%s", api, signal);
    carData = api.equals("cardata");
    try (world) {
      if (carData) {
        world.configureCarData(configs);
      } else {
        world.configure(configs);
      }
      Killer killer = new Killer(world, experiment.random, signal.equals("TERM"), usualMillis());
      for (int run = 0; run < experiment.runs; run++) {
        world.car.change(Instant.now());
        if (run % LEFT_ALONE == LEFT_ALONE - 1) {
          settle("left alone");
        } else {
          kill(killer);
        }
      }
      settle("the last run");
      report(experiment);
    }
  }

  private Process status() throws IOException {
    return carData ? program.start("status", "--force") : program.start("status");
  }

  /** How long a run takes that is left alone and has something to tell. */
  private long usualMillis() throws Exception {
    long start = 0;
    for (int run = 0; run < 2; run++) {
      start = System.nanoTime();
      world.car.change(Instant.now());
      settle("left alone");
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private void settle(String how) throws Exception {
    if (!hasLogin()) {
      logInAgain();
    }
    assertEquals(0, Program.end(status()), program.output());
    arrived(how, true);
    ends.merge(how, 1, Integer::sum);
  }

  private void kill(Killer killer) throws Exception {
    Killer.End end = killer.kill(status());
    boolean finished = end.code() == 0;
    String how = finished ? "ended before the kill" : "killed after " + end.last();
    ends.merge(how, 1, Integer::sum);
    arrived(how, finished);
    damaged += damagedFiles();
    if (!hasLogin()) {
      logInAgain();
    } else {
      assertTrue(end.code() != 3, program.output());
      loginsFoundAgain += carData && !holdsLogin("token.json") ? 1 : 0;
    }
  }

  /** Whether the refresh token that BMW would take is on the disk. */
  private boolean hasLogin() throws IOException {
    return !carData || holdsLogin("token.json") || holdsLogin(".token.json.tmp");
  }

  private boolean holdsLogin(String name) throws IOException {
    Path file = configs.resolve(name);
    return Files.exists(file)
        && Files.readString(file).contains("\"" + world.refreshToken() + "\"");
  }

  /** The program says that the login is lost, and only where it is so; then the owner logs in. */
  private void logInAgain() throws Exception {
    loginsLost++;
    assertEquals(3, Program.end(status()), program.output());
    arrived("login lost", true);
    world.logIn(configs);
    assertEquals(0, Program.end(status()), program.output());
    arrived("logged in again", true);
  }

  private void arrived(String end, boolean acknowledged) {
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

  private void report(Experiment experiment) throws IOException {
    int temporary = files("\\..*\\.tmp").size();
    experiment.say("%s", ends);
    experiment.say("%s", ledger.figures(world.car));
    experiment.say(
        "files damaged %d, moved aside %d, temporary files left %d, duplicates after %s, logins"
            + " lost %d, found in what a killed run had left %d",
        damaged,
        files(".*corrupt.*").size(),
        temporary,
        count(ledger.explainedDuplicates),
        loginsLost,
        loginsFoundAgain);
    assertEquals(world.car.changes(), ledger.told, program.output());
    assertEquals(List.of(), ledger.falseMessages);
    assertEquals(0, damaged);
    assertEquals(List.of(), files(".*corrupt.*"));
    assertEquals(List.of(), ledger.duplicates);
    assertEquals(loginsLost, ledger.own("Login Required"), "told once each");
    assertEquals(loginsLost, ledger.own("Working Again"), "told once each");
    assertTrue(temporary <= 3, temporary + " temporary files");
  }

  private static Map<String, Integer> count(List<String> steps) {
    Map<String, Integer> counts = new TreeMap<>();
    steps.forEach(step -> counts.merge(step, 1, Integer::sum));
    return counts;
  }
}
