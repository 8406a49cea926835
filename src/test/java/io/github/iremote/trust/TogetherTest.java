package io.github.iremote.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many runs started at once, as a cron of a machine that wakes up does. */
class TogetherTest {
  @TempDir Path configs;
  @TempDir Path elsewhere;

  @Test
  void runs_started_at_once_tell_each_change_once_and_use_no_token_twice() throws Exception {
    Experiment experiment = new Experiment("together", 2);
    int atOnce = experiment.isLong() ? 20 : 5;
    Map<Integer, Integer> codes = new TreeMap<>();
    Ledger ledger = new Ledger();
    try (World world = new World()) {
      world.configure(configs);
      Program program = new Program(configs, elsewhere.resolve("output"));
      for (int round = 0; round < experiment.runs; round++) {
        world.car.change(Instant.now());
        List<Process> processes = new ArrayList<>();
        for (int run = 0; run < atOnce; run++) {
          processes.add(program.start(run % 5 == 4 ? "vehicles" : "status"));
        }
        for (Process process : processes) {
          codes.merge(Program.end(process), 1, Integer::sum);
        }
        world.takePosted().forEach(message -> ledger.arrived(message, "", true));
      }
      // where vehicles came first, no status may have had its turn
      codes.merge(program.run("status"), 1, Integer::sum);
      world.takePosted().forEach(message -> ledger.arrived(message, "", true));
      experiment.say(
          "%d at once; changes %d, told %d, messages %d, false %d, duplicates %d,"
              + " refresh tokens used twice %d, logins %d, exit codes %s",
          atOnce,
          world.car.changes() - 1,
          ledger.told - 1,
          ledger.messages,
          ledger.falseMessages.size(),
          ledger.duplicates.size(),
          world.usedTwice,
          world.logins,
          codes);
      assertEquals(world.car.changes(), ledger.told);
      assertEquals(List.of(), ledger.duplicates);
      assertEquals(List.of(), ledger.falseMessages);
      assertEquals(0, world.usedTwice, program.output());
      assertEquals(1, world.logins);
      assertEquals(Map.of(0, experiment.runs * atOnce + 1), codes, program.output());
    }
  }
}
