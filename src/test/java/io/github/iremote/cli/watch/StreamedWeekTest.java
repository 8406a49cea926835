package io.github.iremote.cli.watch;

import static io.github.iremote.OwnersMachine.VIN;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Days of 33,000 messages, with duplicates, disorder, lost connections and kills: what was told is
 * what happened. {@code scripts/experiments stream} plays a week.
 */
class StreamedWeekTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  @TempDir Path configs;

  private final Map<String, String> state = new LinkedHashMap<>();
  private final Map<String, Instant> stamps = new LinkedHashMap<>();
  private final StreamedLedger ledger = new StreamedLedger();
  private int messages;
  private int writes;
  private int kills;
  private int drops;
  private long polls;
  private String lastWrite = "";
  private Instant answered = Instant.EPOCH;

  @Test
  void what_is_told_is_what_happened() {
    int hours = Integer.getInteger("experiments.stream", 9);
    Random random = new Random(Long.getLong("experiments.seed", 1));
    StreamedLife life = new StreamedLife(random);
    try (WatchedCar car = new WatchedCar(configs)) {
      car.machine.now = START;
      state.put("cabin.door.lock.status", "SECURED");
      state.put(StreamedLife.DOOR, "false");
      state.put(StreamedLife.TRUNK, "false");
      state.put(StreamedLife.MOVING, "false");
      state.put(StreamedLife.PLUG, "DISCONNECTED");
      state.put(StreamedLife.CHARGING, "NOCHARGING");
      state.put(StreamedLife.LEVEL, "70");
      state.put("powertrain.electric.battery.stateOfCharge.target", "80");
      state.put(StreamedLife.ODOMETER, "20000");
      state.keySet().forEach(key -> stamps.put(key, START.minusSeconds(60)));
      answers(car);
      car.account.loggedIn();
      start(car);
      car.machine.posted();
      ledger.begin();
      for (Instant day = START;
          day.isBefore(START.plus(Duration.ofHours(hours)));
          day = day.plus(Duration.ofDays(1))) {
        for (StreamedLife.Burst burst : life.day(day)) {
          if (burst.at().isBefore(START.plus(Duration.ofHours(hours)))) {
            live(car, life, burst, random);
          }
        }
      }
      car.passes(Duration.ofMinutes(1));
      count(car);
    }
    report(hours);
    ledger.assertTrue();
  }

  private void start(WatchedCar car) {
    car.starts(wiring -> ledger);
    car.until(() -> car.watch.hears());
  }

  private void live(WatchedCar car, StreamedLife life, StreamedLife.Burst burst, Random random) {
    pass(car, burst.at());
    String write = new FileMark(configs.resolve("event-" + VIN + ".json")).now();
    writes += write.equals(lastWrite) ? 0 : 1;
    lastWrite = write;
    boolean calm = burst.event().isEmpty() && !state.get(StreamedLife.MOVING).equals("true");
    if (calm && random.nextInt(400) == 0) {
      count(car);
      kills++;
      start(car);
    } else if (calm && random.nextInt(200) == 0) {
      drops++;
      car.broker.drop();
      car.until(() -> !car.watch.hears());
      pass(car, car.now().plusSeconds(20));
      car.until(() -> car.watch.hears());
    }
    List<String> said = life.messages(burst, state, burst.at().minusSeconds(7200));
    burst.values().forEach(state::put);
    burst.values().keySet().forEach(key -> stamps.put(key, burst.at()));
    if (burst.event().isPresent() || car.now().isAfter(answered.plusSeconds(600))) {
      answers(car);
    }
    count(car);
    burst.event().ifPresent(event -> ledger.happens(event, burst.at()));
    car.saysAtOnce(said, (int) said.stream().filter(StreamedLife::isOfUse).count());
    messages += said.size();
    if (burst.event().isPresent()) {
      Instant last = car.now();
      while (!ledger.even() && car.now().isBefore(last.plusSeconds(12))) {
        pass(car, car.now().plusMillis(500));
        count(car);
      }
      ledger.told(Duration.between(last, car.now()));
    }
  }

  private void pass(WatchedCar car, Instant until) {
    if (until.isAfter(car.now())) {
      car.passes(Duration.between(car.now(), until));
    }
  }

  /** What BMW answers to those who ask. */
  private void answers(WatchedCar car) {
    answered = car.now();
    car.account.says(
        state.entrySet().stream()
            .map(one -> one.getKey() + " = " + one.getValue() + " @ " + stamps.get(one.getKey()))
            .toArray(String[]::new));
  }

  private void count(WatchedCar car) {
    ledger.posted(car.machine.posted().size());
    polls += car.machine.bmw.asked().stream().filter(a -> a.contains("telematicData")).count();
  }

  private void report(int hours) {
    System.out.printf(
        "stream: %d hours, %d messages, %d kills, %d drops, %d polls, %d writes%n",
        hours, messages, kills, drops, polls, writes);
    ledger.print();
  }
}
