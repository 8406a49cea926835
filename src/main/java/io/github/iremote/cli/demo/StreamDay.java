package io.github.iremote.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Log;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.cli.Main;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.TerminalMessage;
import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.watch.WatchWiring;
import io.github.iremote.simulator.Day;
import io.github.iremote.simulator.LoopbackServer;
import io.github.iremote.simulator.PretendBroker;
import io.github.iremote.simulator.PretendCar;
import io.github.iremote.simulator.PretendCarData;
import io.github.iremote.simulator.PretendSlack;
import io.github.iremote.simulator.PretendStream;
import io.github.iremote.watch.Watch;
import io.github.iremote.watch.timing.Clocks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One simulated day with {@code watch}: every message as Slack would get it, and how long after the
 * car spoke. Connections are real; time goes on when nothing is left to do in it.
 */
final class StreamDay {
  private static final Duration READING_TIME = Duration.ofMillis(250);
  private static final Duration MORNING = Duration.ofHours(7);
  private static final Duration NIGHT = Duration.ofHours(23);
  private static final Duration SHORTEST_STEP = Duration.ofMillis(100);
  private static final int PATIENCE_SECONDS = 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Path configs;
  private final String language;
  private final boolean fast;
  private final Surroundings here;
  private final PretendSlack slack = new PretendSlack();
  private final Semaphore woken = new Semaphore(0);
  private final List<Duration> delays = new ArrayList<>();
  private final Instant midnight;
  private volatile Instant now;
  private int relayed;

  StreamDay(Path configs, String language, boolean fast, Surroundings here, Instant midnight) {
    this.configs = configs;
    this.language = language;
    this.fast = fast;
    this.here = here;
    this.midnight = midnight;
    this.now = midnight.plus(MORNING);
  }

  /** Plays the day; returns the exit code of the first command that fails, or 0. */
  int play() {
    PretendCar car = new PretendCar("WBY71AW060FM00123", "i4 eDrive40");
    Day day = Day.ofAnI4(car, midnight);
    day.advanceTo(now);
    PretendCarData bmw = new PretendCarData(car, () -> now);
    try (LoopbackServer api = new LoopbackServer(bmw);
        LoopbackServer hooks = new LoopbackServer(slack);
        PretendBroker broker = new PretendBroker(bmw::opensStream)) {
      DemoStage.of("cardata", midnight, () -> now)
          .writeConfig(configs, api.url(), hooks.url(), language, Optional.of(broker.address()));
      here.out().println("A day of an i4 over BMW's stream: a login, then iremote watch.\n");
      Surroundings then = here.with(() -> now, pause -> {}, here.out());
      int code = Main.run(then, "login", "--configs", configs.toString());
      if (code == 0) {
        watch(day, new PretendStream(car, broker), then);
        here.out().println(ending(bmw));
      }
      return code;
    }
  }

  private void watch(Day day, PretendStream stream, Surroundings then) {
    Wiring wiring = new Wiring(then, new Log(0), configs, Optional.empty(), Purpose.IN_USE);
    Instant start = midnight;
    Clocks clocks = new Clocks(() -> now, () -> Duration.between(start, now).toNanos());
    Watch watch = WatchWiring.watch(wiring, clocks, () -> 0.5, woken::release, new SilentJournal());
    while (now.isBefore(midnight.plus(NIGHT))) {
      day.advanceTo(now);
      woken.drainPermits(); // those of connections; what is relayed is counted by its own
      hear(stream.relay(now));
      step(watch);
      show();
      now = next(watch, day);
    }
    watch.finish();
  }

  private void step(Watch watch) {
    watch.step();
    while (watch.connecting()) {
      await(1);
      watch.step();
    }
  }

  /** What was relayed arrives before time goes on. */
  private void hear(int messages) {
    if (messages > 0) {
      await(messages);
      relayed += messages;
    }
  }

  private void await(int times) {
    try {
      if (!woken.tryAcquire(times, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the pretend broker is not heard");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Instant next(Watch watch, Day day) {
    Instant due = midnight.plus(watch.next());
    Instant soonest = now.plus(SHORTEST_STEP);
    Instant next = due.isAfter(soonest) ? due : soonest;
    return day.next().filter(next::isAfter).orElse(next);
  }

  private void show() {
    List<JsonNode> messages = slack.take();
    for (JsonNode message : messages) {
      Instant spoke =
          Instant.ofEpochSecond(message.path("attachments").path(0).path("ts").asLong());
      Duration delay = Duration.between(spoke, now);
      here.out().println(TIME.format(now.atZone(ZoneId.systemDefault())) + "   " + words(delay));
      new TerminalMessage(here.out(), here.terminal()).print(message);
      delays.add(delay);
    }
    if (!messages.isEmpty() && !fast) {
      here.sleeper().sleep(READING_TIME);
    }
  }

  private static String words(Duration delay) {
    return delay.compareTo(Duration.ofMinutes(2)) < 0
        ? delay.toSeconds() + " s after the car spoke"
        : delay.toMinutes() + " min after the car spoke last";
  }

  private String ending(PretendCarData bmw) {
    delays.sort(Duration::compareTo);
    return "The stream brought "
        + relayed
        + " messages, and "
        + bmw.calls()
        + " of BMW's 50 calls a day what it lacks.\nHalf of what there was to tell was told within "
        + delays.get(delays.size() / 2).toSeconds()
        + " s.\nGood night.";
  }
}
