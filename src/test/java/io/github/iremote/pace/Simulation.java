package io.github.iremote.pace;

import io.github.iremote.message.Message;
import io.github.iremote.run.StatusRun;
import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.Vehicle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Some weeks of one account under one strategy; the same seed lives the same weeks. */
final class Simulation {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final int DAILY_CALLS = 50;
  private static final LocalTime ASLEEP_FROM = LocalTime.of(23, 30);
  private static final LocalTime AWAKE_FROM = LocalTime.of(6, 0);

  private final Strategy strategy;
  private final int days;
  private final boolean asleepAtNight;
  private final Figures figures = new Figures();
  private final List<Watched> cars = new ArrayList<>();
  private final List<Instant> calls = new ArrayList<>();
  private final Instant start;
  private final SplittableRandom random;
  private final Machine machine;
  private Instant now;
  private Instant restUntil = Instant.EPOCH;

  /** The weeks of an account with these owners' cars. */
  static Figures run(Strategy strategy, List<Owner> owners, int days, long seed) {
    Path configs = null;
    try {
      Path memory = Path.of("/dev/shm");
      configs =
          Files.isWritable(memory)
              ? Files.createTempDirectory(memory, "pace")
              : Files.createTempDirectory("pace");
      return new Simulation(strategy, owners, days, seed, configs).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      remove(configs);
    }
  }

  private Simulation(Strategy strategy, List<Owner> owners, int days, long seed, Path configs) {
    this.strategy = strategy;
    this.days = days;
    asleepAtNight = owners.get(0).asleep();
    random = new SplittableRandom(seed);
    LocalDate firstDay = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
    start = firstDay.atStartOfDay(ZONE).toInstant();
    now = start;
    List<Vehicle> vehicles = new ArrayList<>();
    for (Owner owner : owners) {
      String vin = "WBYSTAGED0000000" + vehicles.size();
      Vehicle vehicle = new Vehicle(vin, owner.name(), "i3");
      vehicles.add(vehicle);
      SimulatedCar car = Life.of(owner, firstDay, days, ZONE, random.nextLong());
      cars.add(new Watched(vehicle, car, start, figures));
    }
    machine = new Machine(configs, vehicles, this::answer, () -> now);
  }

  private Figures run() {
    long ticks = Duration.ofDays(days).dividedBy(Strategy.CRON);
    for (long i = 0; i < ticks; i++) {
      Instant tick = start.plus(Strategy.CRON.multipliedBy(i));
      now = tick.plusMillis(500 + random.nextInt(2500)); // cron, a shell and Java take their time
      if (awake() && (!strategy.plans() || now.getEpochSecond() >= restUntil.getEpochSecond())) {
        strategy.runs(tick, cars, callsOfADay()).forEach(this::start);
      }
    }
    figures.account(cars.size(), days, calls, DAILY_CALLS);
    return figures;
  }

  private int callsOfADay() {
    Instant dayAgo = now.minus(Duration.ofHours(25));
    int old = calls.size();
    while (old > 0 && calls.get(old - 1).isAfter(dayAgo)) {
      old--;
    }
    return calls.size() - old;
  }

  private boolean awake() {
    LocalTime time = now.atZone(ZONE).toLocalTime();
    return !asleepAtNight || (time.isAfter(AWAKE_FROM) && time.isBefore(ASLEEP_FROM));
  }

  private void start(Optional<String> only) {
    Instant before = now;
    int made = calls.size();
    StatusRun.Report report = machine.run(strategy.plans(), only);
    restUntil = report.restUntil().orElse(before);
    List<Message> messages = machine.told();
    figures.ran(report.failures().isEmpty(), calls.size() - made, carsWithNews(messages));
    for (Message message : messages) {
      if (message.car().isEmpty()) {
        figures.ownMessage();
      } else {
        car(message.car().get().vin()).told(message, now);
      }
    }
  }

  private static int carsWithNews(List<Message> messages) {
    return (int) messages.stream().flatMap(message -> message.car().stream()).distinct().count();
  }

  /** Cars may be asked side by side. */
  private synchronized Answer answer(Vehicle vehicle) {
    calls.add(now);
    Answer answer = car(vehicle.vin()).answer(now);
    now = now.plusMillis(700); // and BMW takes its own
    return answer;
  }

  private Watched car(String vin) {
    return cars.stream().filter(car -> car.vehicle().vin().equals(vin)).findFirst().orElseThrow();
  }

  private static void remove(Path directory) {
    if (directory == null) {
      return;
    }
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
