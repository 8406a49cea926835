package io.github.iremote.pace;

import io.github.iremote.message.Message;
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
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Some weeks of one account under one strategy; the same seed lives the same weeks. */
final class Simulation {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final int DAILY_CALLS = 50;
  private static final LocalTime ASLEEP_FROM = LocalTime.of(23, 30);
  private static final LocalTime AWAKE_FROM = LocalTime.of(6, 0);

  private final int days;
  private final Figures figures = new Figures();
  private final List<Watched> cars = new ArrayList<>();
  private final List<Instant> calls = new ArrayList<>();
  private final Instant start;
  private final Instant end;
  private final Program program;
  private Instant now;

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
    this.days = days;
    SplittableRandom random = new SplittableRandom(seed);
    LocalDate firstDay = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
    start = firstDay.atStartOfDay(ZONE).toInstant();
    now = start;
    end = start.plus(Duration.ofDays(days));
    boolean asleep = owners.get(0).asleep();
    Predicate<Instant> machineOn = time -> !asleep || !night(time);
    for (Owner owner : owners) {
      Vehicle vehicle = new Vehicle("WBYSTAGED0000000" + cars.size(), owner.name(), "i3");
      SimulatedCar car = Life.of(owner, firstDay, days, ZONE, random.nextLong());
      cars.add(new Watched(vehicle, car, start, end, machineOn, figures));
    }
    program =
        strategy.program(
            new World(
                configs, cars, this::answer, this::callsOfADay, machineOn, () -> now, random));
  }

  /** When machines are asleep that do sleep. */
  private static boolean night(Instant time) {
    LocalTime clock = time.atZone(ZONE).toLocalTime();
    return !clock.isAfter(AWAKE_FROM) || !clock.isBefore(ASLEEP_FROM);
  }

  private Figures run() {
    for (Instant next = program.next(start); next.isBefore(end); next = program.next(now)) {
      now = next;
      int made = calls.size();
      Program.Run run = program.wake();
      figures.ran(run.starts(), run.failures(), calls.size() - made, carsWithNews(run.told()));
      run.told().forEach(this::told);
    }
    figures.account(days, calls, DAILY_CALLS);
    return figures;
  }

  private void told(Message message) {
    if (message.car().isEmpty()) {
      figures.ownMessage();
    } else {
      car(message.car().get().vin()).told(message, now);
    }
  }

  private int callsOfADay() {
    Instant dayAgo = now.minus(Duration.ofHours(25));
    int old = calls.size();
    while (old > 0 && calls.get(old - 1).isAfter(dayAgo)) {
      old--;
    }
    return calls.size() - old;
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
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
