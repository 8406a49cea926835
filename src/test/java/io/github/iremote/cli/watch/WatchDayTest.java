package io.github.iremote.cli.watch;

import static io.github.iremote.OwnersMachine.VIN;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.mqtt.Mosquitto;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code watch} costs as a process beside Mosquitto, with TLS 1.3: delay, memory, and the
 * processor's time in a day. Measured by {@code scripts/experiments watch-day}.
 */
class WatchDayTest {
  @TempDir Path folder;

  /** How long after the last message of a burst Slack is asked. */
  @Test
  void delays() throws IOException {
    int bursts = Integer.getInteger("experiments.watch-day", 0) / 1300;
    assumeTrue(bursts > 0, "measured by scripts/experiments watch-day");
    try (Mosquitto broker = mosquitto();
        WatchedProcess watch = beside(broker, List.of(VIN))) {
      List<Duration> delays = new ArrayList<>();
      for (int i = 0; i < bursts; i++) {
        watch.account.machine.posted();
        for (String entry :
            List.of(
                StreamedLife.RANGE + " = " + (240 - i),
                "cabin.door.row2.left.isOpen = " + (i % 2 == 0),
                StreamedLife.DOOR + " = " + (i % 2 == 0),
                StreamedLife.LEVEL + " = " + (70 - i))) {
          WatchedProcess.pause(200);
          broker.publish("gcid/" + VIN, WatchedProcess.message(VIN, entry + " @ " + Instant.now()));
        }
        delays.add(
            watch.until(() -> !watch.account.machine.posted().isEmpty(), Duration.ofSeconds(15)));
      }
      delays.sort(Duration::compareTo);
      System.out.printf(
          "watch-day: %d bursts of 4 messages; from the last to Slack's request: median %d ms,"
              + " worst %d ms%n",
          bursts, delays.get(bursts / 2).toMillis(), delays.get(bursts - 1).toMillis());
      assertTrue(delays.get(bursts - 1).compareTo(Duration.ofSeconds(10)) < 0, "late");
    }
  }

  /**
   * A day's messages in minutes: of one car, whose bursts grow together, and of so many that there
   * are nearly as many bursts as in a day.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 25})
  void a_day(int cars) throws Exception {
    int messages = Integer.getInteger("experiments.watch-day", 0);
    assumeTrue(messages > 0, "measured by scripts/experiments watch-day");
    List<String> vins =
        IntStream.range(0, cars).mapToObj(i -> VIN.substring(0, 15) + (10 + i)).toList();
    try (Mosquitto broker = mosquitto();
        WatchedProcess watch = beside(broker, vins)) {
      double started = watch.seconds();
      long first = watch.megabytes();
      Load load = new Load(broker, vins);
      load.push(messages / 2);
      long half = watch.megabytes();
      load.push(messages - messages / 2);
      double busy = watch.seconds() - started;
      System.out.printf(
          "watch-day: %d messages of %d cars in %d bursts: %.1f s of processor (and %.1f s to"
              + " start), memory %d MB at first, %d MB at half, %d MB at the end%n",
          messages, cars, load.bursts(), busy, started, first, half, watch.megabytes());
      WatchedProcess.pause(15_000); // the last burst is over, and taken
      double before = watch.seconds();
      WatchedProcess.pause(240_000);
      System.out.printf(
          "watch-day: connected and silent: %.1f s of processor a day, memory %d MB%n",
          (watch.seconds() - before) * 360, watch.megabytes());
    }
  }

  /** What a broker does to those who are connected, as the process says it. */
  @Test
  void trouble() throws Exception {
    assumeTrue(
        Integer.getInteger("experiments.watch-day", 0) > 0,
        "measured by scripts/experiments watch-day");
    try (Mosquitto broker = mosquitto();
        WatchedProcess watch = beside(broker, List.of(VIN))) {
      Duration patience = Duration.ofSeconds(100);
      broker.hang(true);
      Duration noticed = watch.until(() -> watch.said().contains("is not heard"), patience);
      broker.hang(false);
      Duration back = watch.until(() -> heard(watch) == 2, patience);
      broker.restart();
      Duration again = watch.until(() -> heard(watch) == 3, patience);
      System.out.printf(
          "watch-day: a stopped broker is noticed after %d s, heard again after %d s; a killed one"
              + " after %d s%n",
          noticed.toSeconds(), back.toSeconds(), again.toSeconds());
      watch.account.machine.bmw.answer(
          CarDataAccount.TOKEN, 200, CarDataAccount.token(2).replace("id-secret", "id-secret-2"));
      broker.password("id-secret-2");
      Duration renewed = watch.until(() -> heard(watch) == 4, patience);
      System.out.printf(
          "watch-day: a token refused is renewed, and heard after %d s%n", renewed.toSeconds());
      System.out.println(watch.said());
    }
  }

  private static int heard(WatchedProcess watch) {
    return watch.said().split("the stream is heard", -1).length - 1;
  }

  private static Mosquitto mosquitto() {
    assumeTrue(Mosquitto.installed(), "Mosquitto is not installed: apt-get install mosquitto");
    Mosquitto broker = new Mosquitto();
    broker.password("id-secret");
    return broker;
  }

  private WatchedProcess beside(Mosquitto broker, List<String> vins) throws IOException {
    WatchedProcess watch = new WatchedProcess(folder, "mqtts://localhost:" + broker.port(), vins);
    watch
        .program
        .with("-Djavax.net.ssl.trustStore=" + broker.trustStore())
        .with("-Djavax.net.ssl.trustStorePassword=pretend");
    return watch.starts();
  }

  /** Bursts of 33 messages, one after the other; 25 cars are quiet for long enough between two. */
  private static final class Load {
    private static final int BURST = 33;
    private static final Duration APART = Duration.ofMillis(220);
    private final Mosquitto broker;
    private final List<String> vins;
    private long next = System.nanoTime();
    private int sent;

    Load(Mosquitto broker, List<String> vins) {
      this.broker = broker;
      this.vins = vins;
    }

    int bursts() {
      return sent / BURST;
    }

    void push(int messages) {
      for (int i = 0; i < messages; i++) {
        if (sent % BURST == 0) {
          WatchedProcess.pause(Math.max(0, (next - System.nanoTime()) / 1_000_000));
          next += APART.toNanos();
        }
        String vin = vins.get(sent / BURST % vins.size());
        String entry =
            sent % 3 == 0
                ? StreamedLife.RANGE + " = " + (100 + sent % 200)
                : sent % 3 == 1
                    ? StreamedLife.PRESSURES.get(sent % 4) + " = " + (250 + sent % 5)
                    : StreamedLife.ODOMETER + " = " + (20_000 + sent / 100);
        broker.publish("gcid/" + vin, WatchedProcess.message(vin, entry + " @ " + Instant.now()));
        sent++;
      }
    }
  }
}
