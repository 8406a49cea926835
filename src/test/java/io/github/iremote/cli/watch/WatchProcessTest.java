package io.github.iremote.cli.watch;

import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.simulator.PretendBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code watch} as a process, in real time. */
class WatchProcessTest {
  private static final Duration SOON = Duration.ofSeconds(12);
  private static final String ALARM = "vehicle.antiTheftAlarmSystem.alarm.isOn";

  @TempDir Path folder;

  @Test
  void it_tells_an_alarm_at_once_and_ends_within_five_seconds_of_being_asked() throws Exception {
    try (PretendBroker broker = new PretendBroker((user, word) -> word.equals("id-secret"));
        WatchedProcess watch =
            new WatchedProcess(folder, broker.address(), List.of(VIN)).starts()) {
      watch.account.machine.posted();
      broker.publish(
          "gcid/" + VIN, WatchedProcess.message(VIN, ALARM + " = true @ " + Instant.now()));
      watch.until(() -> !watch.account.machine.posted().isEmpty(), Duration.ofSeconds(4));
      String figure = StreamedLife.LEVEL + " = 69 @ " + Instant.now();
      broker.publish("gcid/" + VIN, WatchedProcess.message(VIN, figure));
      Duration took = watch.ends();
      assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took::toString);
      assertEquals(143, watch.exitCode());
    }
  }

  /** Between processes: within one, Java itself knows of the lock. */
  @Test
  void a_second_one_ends_at_once_and_status_beside_it_has_nothing_to_do() throws Exception {
    try (PretendBroker broker = new PretendBroker((user, word) -> word.equals("id-secret"));
        WatchedProcess watch =
            new WatchedProcess(folder, broker.address(), List.of(VIN)).starts()) {
      watch.account.machine.bmw.asked();
      assertEquals(0, watch.program.run("watch", "--quiet"));
      assertEquals(0, watch.program.run("status", "--quiet"));
      assertEquals(List.of(), watch.account.machine.bmw.asked());
      assertTrue(WatchSign.givenLately(watch.account.machine.configs, Instant.now()));
    }
  }

  /** It has nothing to do but to wait for one, and must not be busy with that. */
  @Test
  void without_a_login_it_waits_and_costs_nothing() throws Exception {
    try (PretendBroker broker = new PretendBroker((user, word) -> true);
        WatchedProcess watch = new WatchedProcess(folder, broker.address(), List.of(VIN))) {
      Files.delete(watch.account.machine.configs.resolve("token.json"));
      watch.starts("there is no login yet");
      watch.until(() -> !watch.account.machine.posted().isEmpty(), SOON);
      WatchedProcess.pause(500);
      double before = watch.seconds();
      WatchedProcess.pause(1000);
      assertTrue(watch.seconds() - before < 0.2, "it is busy");
      watch.account.loggedIn();
      watch.until(() -> heard(watch) == 1, Duration.ofSeconds(15));
    }
  }

  @Test
  void it_reads_a_changed_configuration_anew_and_keeps_the_old_one_where_that_is_none()
      throws IOException {
    try (PretendBroker broker = new PretendBroker((user, word) -> word.equals("id-secret"));
        WatchedProcess watch =
            new WatchedProcess(folder, broker.address(), List.of(VIN)).starts()) {
      String figure = WatchedProcess.message(VIN, StreamedLife.LEVEL + " = 69 @ " + Instant.now());
      String config = Files.readString(watch.account.machine.configs.resolve("config.json"));
      watch.account.machine.config(config.replace("slack", "slakc"));
      broker.publish("gcid/" + VIN, figure); // wakes it
      watch.until(() -> watch.said().contains("the old configuration stays in force"), SOON);
      assertEquals(
          "iremote: CONFIGS/config.json: slakc is not a key iRemote knows; did you mean slack?;"
              + " until then the old configuration stays in force\n",
          watch.account.machine.plain(watch.said().split("the stream is heard\n")[1]));
      watch.account.machine.config(config.replace("\"name\": \"" + VIN, "\"name\": \"Ours"));
      broker.publish("gcid/" + VIN, figure);
      watch.until(() -> heard(watch) == 2, SOON);
      assertEquals(
          List.of("the configuration has changed and is read anew"),
          watch.said().lines().filter(line -> line.startsWith("the configuration")).toList());
      watch.account.machine.posted();
      broker.publish(
          "gcid/" + VIN, WatchedProcess.message(VIN, ALARM + " = true @ " + Instant.now()));
      watch.until(() -> watch.said().contains("Ours: "), SOON);
    }
  }

  private static int heard(WatchedProcess watch) {
    return watch.said().split("the stream is heard", -1).length - 1;
  }
}
