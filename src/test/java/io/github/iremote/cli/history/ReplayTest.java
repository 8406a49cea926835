package io.github.iremote.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code replay} of days that the demo has played and kept. */
class ReplayTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  private final Path directory = machine.configs;

  private void played(String api) {
    assertEquals(0, machine.runAsTyped("demo", "--fast", "--api", api, "--keep", "d").code());
    machine.now = machine.now.plus(Duration.ofDays(1));
  }

  private Result replay(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "replay";
    all[1] = "--configs";
    all[2] = directory.resolve("d").toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return machine.runAsTyped(all);
  }

  private static List<String> signed(Result replay, String sign) {
    return replay.out().lines().filter(line -> line.startsWith(sign + " ")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cardata", "connecteddrive"})
  void a_recorded_day_gives_the_messages_that_were_told_when_they_were_told(String api) {
    played(api);
    var files = machine.files();

    Result replay = replay();

    assertEquals(new Result(0, replay.out(), ""), replay);
    assertTrue(signed(replay, "=").size() >= 7, replay.out());
    assertFalse(replay.out().contains("(now "), replay.out());
    assertEquals(List.of(), signed(replay, "+"), replay.out());
    assertEquals(List.of(), signed(replay, "-"), replay.out());
    assertEquals(replay, replay(), "the same lines give the same output");
    assertEquals(files, machine.files(), "nothing is saved");
  }

  @Test
  void another_threshold_tells_at_another_time_or_not_at_all() {
    played("cardata");

    Result later = replay("--set", "thresholds.leftOpenMinutes=45");
    Result never = replay("--set", "thresholds.leftOpenMinutes=300", "--set", "mute=[\"PARKED\"]");

    assertEquals(1, signed(later, "+").stream().filter(l -> l.endsWith("  LEFT_OPEN")).count());
    assertTrue(later.out().matches("(?s).*\n  LEFT_OPEN +1 +1\n.*"), later.out());
    assertTrue(never.out().matches("(?s).*\n  LEFT_OPEN +1 +0 +-1\n.*"), never.out());
    assertTrue(never.out().matches("(?s).*\n  PARKED +2 +0 +-2\n.*"), never.out());
  }

  @Test
  void quiet_hours_hold_back_what_is_not_urgent() {
    played("cardata");

    Result quiet = replay("--set", "quietHours.from=17:00", "--set", "quietHours.to=22:00");

    assertEquals(
        List.of(
            "+ 11 Mar 2018 22:00  slack  DRIVING PARKED PLUGGED_IN UNLOCKED OPENED LOCKED"
                + " ..."),
        signed(quiet, "+"));
  }

  @Test
  void a_key_that_there_is_not_is_named() {
    played("cardata");

    Result wrong = replay("--set", "thresholds.leftOpenMinuts=30");

    assertEquals(2, wrong.code());
    assertEquals(
        "iremote: CONFIGS/d/config.json: thresholds.leftOpenMinuts is not a key iRemote"
            + " knows; did you mean leftOpenMinutes?\n",
        machine.plain(wrong.err()));
    assertEquals(2, replay("--set", "nonsense").code());
  }
}
