package io.github.iremote.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.trust.World.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fills up before or during a run, stays full for three, and has room again. */
class DiskTest {
  private static final int RUNS_WITHOUT_ROOM = 3;
  private static final Step[] MOMENTS = {
    Step.STARTED, Step.TOKEN_ASKED, Step.STATUS_ANSWERED, Step.POST_ARRIVED
  };

  @TempDir Path temporary;

  private final Ledger ledger = new Ledger();
  private final Map<String, Integer> codes = new TreeMap<>();
  private int mostDuplicates;
  private int tokensLost;

  @Test
  void without_room_nothing_is_lost_and_nothing_is_told_again_and_again() throws Exception {
    Experiment experiment = new Experiment("disk", 14);
    FailingDisk disk = new FailingDisk(System.getProperty("experiments.disk.mounted"), temporary);
    try (OwnersMachine machine = new OwnersMachine(disk.configs);
        World world = new World()) {
      world.configure(disk.configs);
      world.car.change(Instant.now());
      run("room", machine, world);
      for (int round = 0; round < experiment.runs; round++) {
        round(experiment, disk, machine, world);
      }
      report(experiment, world);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"token.json", "run.json"})
  void without_room_no_refresh_token_is_spent_and_no_call_made(String file) throws Exception {
    try (CarDataAccount account = new CarDataAccount(temporary)) {
      OwnersMachine machine = account.watched().machine;
      String token = machine.read("token.json").path("refreshToken").asText();
      account.later(Duration.ofHours(file.equals("token.json") ? 2 : 0));
      Path inTheWay = temporary.resolve("." + file + ".tmp");
      Files.createDirectories(inTheWay.resolve("full"));

      assertEquals(2, machine.status("--force").code());

      assertEquals(List.of(), machine.bmw.asked());
      assertEquals(token, machine.read("token.json").path("refreshToken").asText());
      Files.delete(inTheWay.resolve("full"));
      assertEquals(0, machine.status("--force").code());
    }
  }

  @Test
  void room_for_a_longer_token_is_taken_before_the_old_one_is_spent() throws Exception {
    try (OwnersMachine machine = new OwnersMachine(temporary);
        World world = new World()) {
      world.configureCarData(temporary);
      String[] taken = {""};
      world.listener =
          step -> {
            if (step == Step.TOKEN_ASKED) {
              taken[0] = text(temporary.resolve(".token.json.room"));
            }
          };
      machine.now = Instant.now();

      assertEquals(0, machine.status("--force").code());

      assertTrue(taken[0].length() > text(temporary.resolve("token.json")).length() + 20_000);
      assertEquals("", taken[0].strip(), "with blanks behind it, a token can be read");
      assertEquals(false, Files.exists(temporary.resolve(".token.json.room")));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void round(Experiment experiment, FailingDisk disk, OwnersMachine machine, World world)
      throws Exception {
    if (experiment.random.nextBoolean()) {
      world.slackDown = true;
      world.car.change(Instant.now());
      run("Slack down", machine, world);
      world.slackDown = false;
    } else {
      world.car.change(Instant.now());
    }
    Step moment = experiment.oneOf(MOMENTS);
    int choice = experiment.random.nextInt(disk.choices());
    boolean readOnly = moment == Step.STARTED && choice < 3 && disk.makeReadOnly();
    if (readOnly) {
      moment = Step.POST_ANSWERED; // that is, never
    } else if (moment == Step.STARTED) {
      disk.fill(choice);
    }
    fillAt(moment, choice, disk, world);
    int usedTwice = world.usedTwice;
    int duplicates = ledger.explainedDuplicates.size();
    for (int run = 0; run < RUNS_WITHOUT_ROOM; run++) {
      run(readOnly ? "read-only" : "no room from " + moment, machine, world);
    }
    world.listener = step -> {};
    disk.free();
    run("room again", machine, world);
    if (ledger.told < world.car.changes()) {
      // that Slack has answered could not be noted while there was no room: its pause is kept
      run("room again, an hour later", Instant.now().plus(Duration.ofHours(1)), machine, world);
    }
    mostDuplicates = Math.max(mostDuplicates, ledger.explainedDuplicates.size() - duplicates);
    tokensLost += moment == Step.TOKEN_ASKED ? 0 : world.usedTwice - usedTwice;
    assertEquals(
        world.car.changes(),
        ledger.told,
        "lost after " + moment + " " + choice + ", " + ledger.falseMessages + ", " + codes);
  }

  private static void fillAt(Step moment, int choice, FailingDisk disk, World world) {
    boolean[] filled = {moment == Step.STARTED || moment == Step.POST_ANSWERED};
    world.listener =
        step -> {
          if (step == moment && !filled[0]) {
            filled[0] = true;
            disk.fill(choice);
          }
        };
  }

  private void run(String when, OwnersMachine machine, World world) {
    run(when, Instant.now(), machine, world);
  }

  private void run(String when, Instant now, OwnersMachine machine, World world) {
    machine.now = now;
    Result result = machine.status("--quiet");
    codes.merge(when + " -> " + result.code(), 1, Integer::sum);
    assertTrue(List.of(0, 2, 5).contains(result.code()), result.err());
    if (result.code() == 2 && !result.err().isEmpty()) { // what lasts is said when it begins
      assertTrue(result.err().contains("check "), result.err());
    }
    world.takePosted().forEach(m -> ledger.arrived(m, when, result.code() == 0));
  }

  private void report(Experiment experiment, World world) {
    experiment.say("exit codes %s", codes);
    experiment.say(
        "changes %d, told %d, lost %d, false or out of order %d %s, duplicates %d, at most %d of"
            + " one message, other duplicates %d, refresh tokens spent and lost %d, and %d where"
            + " the disk filled up while BMW was asked for the token",
        world.car.changes(),
        ledger.told,
        world.car.changes() - ledger.told,
        ledger.falseMessages.size(),
        ledger.falseMessages,
        ledger.explainedDuplicates.size(),
        mostDuplicates,
        ledger.duplicates.size(),
        tokensLost,
        world.usedTwice - tokensLost);
    assertEquals(List.of(), ledger.falseMessages);
    assertEquals(List.of(), ledger.duplicates);
    assertEquals(0, tokensLost, "refresh tokens spent where there was no room to begin with");
    assertTrue(mostDuplicates <= 1, mostDuplicates + " duplicates of one message");
  }
}
