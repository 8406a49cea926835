package io.github.iremote.cli.watch;

import static io.github.iremote.OwnersMachine.HOOK;
import static io.github.iremote.OwnersMachine.VIN;

import io.github.iremote.CarDataAccount;
import io.github.iremote.Log;
import io.github.iremote.OwnersMachine;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.bmw.cardata.telematics.Telemetry;
import io.github.iremote.cli.Wiring;
import io.github.iremote.config.Config;
import io.github.iremote.simulator.PretendBroker;
import io.github.iremote.watch.Journal;
import io.github.iremote.watch.Watch;
import io.github.iremote.watch.timing.Clocks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A car that is watched: a real watch and a real connection, and a clock that the test turns. */
final class WatchedCar implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  final CarDataAccount account;
  final OwnersMachine machine;
  final PretendBroker broker;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Semaphore woken = new Semaphore(0);
  private volatile String idToken = "id-secret";
  private volatile Duration up = Duration.ZERO;
  Watch watch;

  WatchedCar(Path configs, String... more) {
    account = new CarDataAccount(configs);
    machine = account.machine;
    broker =
        new PretendBroker((user, password) -> user.equals("account") && password.equals(idToken));
    machine.config(
        """
        {
          "cardata": { "clientId": "AB12CD34-0000-4444-8888-0123456789AB",
                       "authServer": "%1$s", "apiServer": "%1$s",
                       "stream": { "server": "%4$s" } },
          "vehicles": [ { "vin": "%2$s", "name": "My i4" } ],
          "slack": { "webhookUrl": "%3$s" },
          "timezone": "Europe/Berlin"%5$s
        }
        """
            .formatted(
                machine.bmw.url(),
                VIN,
                machine.slack.url() + HOOK,
                broker.address(),
                more.length == 0 ? "" : ", " + String.join(", ", more)));
  }

  /** The broker takes this id token from now on, and no other. */
  void takesOnly(String token) {
    idToken = token;
  }

  /** A process starts; what an earlier one had in memory only is gone. */
  WatchedCar starts() {
    return starts(wiring -> new LineByLine(wiring, false));
  }

  WatchedCar starts(Function<Wiring, Journal> journal) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Wiring wiring =
        new Wiring(
            machine.surroundings(out, out),
            new Log(0),
            machine.configs,
            Optional.of(Config.load(machine.configs, machine.environment)),
            Purpose.POLL);
    Clocks clocks = new Clocks(() -> machine.now, () -> up.toNanos());
    watch = WatchWiring.watch(wiring, clocks, () -> 0.5, woken::release, journal.apply(wiring));
    return this;
  }

  /** It has been seen before, and listens. */
  WatchedCar listens() {
    account.loggedIn();
    starts();
    until(() -> broker.subscribers() == 1 && said().contains("the stream is heard"));
    machine.bmw.asked();
    machine.posted();
    return this;
  }

  /** Does what is due, again and again, until something has come about. */
  void until(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    watch.step();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it does not come about; printed:\n" + said());
      }
      awaitWake(50);
      watch.step();
    }
  }

  private boolean awaitWake(long milliseconds) {
    try {
      return woken.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The car says something, written as {@link Telemetry} does, and it has arrived. */
  void says(String... entries) {
    for (String entry : entries) {
      woken.drainPermits();
      broker.publish("account/" + VIN, message(entry));
      if (!awaitWake(PATIENCE_SECONDS * 1000)) {
        throw new AssertionError("not heard: " + entry + broker.subscribers() + "\n" + said());
      }
    }
  }

  /** The car says all this at once, and it has arrived. */
  void saysAtOnce(List<String> messages) {
    saysAtOnce(messages, messages.size());
  }

  /**
   * @param heard how many of them anybody here wants to know
   */
  void saysAtOnce(List<String> messages, int heard) {
    woken.drainPermits();
    messages.forEach(message -> broker.publish("account/" + VIN, message));
    try {
      if (!woken.tryAcquire(heard, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("not heard: " + messages);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static String message(String entry) {
    return "{\"vin\":\"%s\",\"data\":%s}".formatted(VIN, Telemetry.data(entry));
  }

  /** Time goes by, and what is due in it is done in its time. */
  void passes(Duration time) {
    Duration end = up.plus(time);
    while (up.compareTo(end) < 0) {
      Duration next = watch.next();
      Duration step = next.compareTo(up) <= 0 ? up.plusMillis(200) : next;
      turnTo(step.compareTo(end) < 0 ? step : end);
      watch.step();
      if (watch.connecting()) {
        until(() -> !watch.connecting()); // before time goes on
      }
    }
  }

  /** Turns both clocks, and does nothing. */
  private void turnTo(Duration later) {
    machine.now = machine.now.plus(later.minus(up));
    up = later;
  }

  /** The machine sleeps: its own clock stands still. */
  void sleeps(Duration time) {
    machine.now = machine.now.plus(time);
  }

  Instant now() {
    return machine.now;
  }

  /** What has been printed so far. */
  String said() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.finish();
    }
    broker.close();
    account.close();
  }
}
