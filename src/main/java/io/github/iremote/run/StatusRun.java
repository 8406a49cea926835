package io.github.iremote.run;

import io.github.iremote.car.Take;
import io.github.iremote.config.Config;
import io.github.iremote.message.Illustration;
import io.github.iremote.message.Wording;
import io.github.iremote.message.delivery.Delivery;
import io.github.iremote.message.phrases.Phrases;
import io.github.iremote.pace.Timetable;
import io.github.iremote.vehicle.Vehicle;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One run of {@code status}: every car is asked, compared, remembered and told. */
public final class StatusRun {
  private final Config config;
  private final Garage garage;
  private final Inquiry inquiry;
  private final Take take;
  private final RunFile runFile;
  private final Optional<Timetable> schedule;
  private final Delivery delivery;
  private final Telling telling;
  private final Results results;
  private final boolean dryRun;
  private final InstantSource clock;

  /**
   * @param schedule when cars are fetched; without it, in every run
   * @param telling what follows when a car has answered
   * @param dryRun whether nothing is sent and no event saved
   */
  public StatusRun(
      Config config,
      Garage garage,
      Inquiry inquiry,
      Take take,
      RunFile runFile,
      Optional<Timetable> schedule,
      Delivery delivery,
      Telling telling,
      boolean dryRun,
      InstantSource clock) {
    this.config = config;
    this.garage = garage;
    this.inquiry = inquiry;
    this.take = take;
    this.runFile = runFile;
    this.schedule = schedule;
    this.delivery = delivery;
    this.telling = telling;
    this.results = new Results(take, schedule, telling, dryRun);
    this.dryRun = dryRun;
    this.clock = clock;
  }

  /**
   * What happened to all cars, and what failed.
   *
   * @param restUntil before when a run like this one has nothing to do, where that is known
   * @param illustrations pictures that belong to what was told
   */
  public record Report(
      List<CarReport> cars,
      List<RuntimeException> failures,
      Optional<Instant> restUntil,
      List<Illustration> illustrations) {}

  /**
   * Asks every car once that is due.
   *
   * @param only the name or VIN of the one car that is meant
   */
  public Report run(Optional<String> only) {
    List<Look> looks = looks(only);
    List<RuntimeException> failures = new ArrayList<>();
    List<CarReport> reports = new ArrayList<>();
    for (Look look : looks) {
      failures.addAll(look.failures());
      look.report().ifPresent(report -> reports.add(report.withNextLook(nextLook(report.car()))));
    }
    if (!dryRun) {
      failures.addAll(tellOwn(looks));
      failures.addAll(telling.tellLate());
      failures.addAll(delivery.failures());
      telling.askOfCharges();
    }
    return new Report(reports, failures, restUntil(only, reports), delivery.illustrations());
  }

  /** The cars that are due are asked first: that moves when the others are. */
  private List<Look> looks(Optional<String> only) {
    List<Look> looks = new ArrayList<>();
    try {
      List<Vehicle> cars = garage.cars(only);
      List<Vehicle> due = schedule.isPresent() ? due(cars) : cars;
      Map<String, Look> byVin = new HashMap<>();
      if (!due.isEmpty()) {
        for (Inquiry.Asked answer : inquiry.ask(due)) {
          byVin.put(answer.car().vin(), results.of(answer));
        }
      }
      for (Vehicle car : cars) {
        Look asked = byVin.get(car.vin());
        looks.add(asked != null ? asked : results.ofUnasked(car));
      }
    } catch (RuntimeException e) {
      looks.add(Look.failed(Trouble.ACCOUNT, e));
    }
    return looks;
  }

  /** Before a reminder a car is asked, due or not: it may just have been plugged in. */
  private List<Vehicle> due(List<Vehicle> cars) {
    List<Vehicle> due = new ArrayList<>(schedule.get().due(cars, car -> !take.load(car).found()));
    if (!config.messages().reminders().isEmpty() && schedule.get().mayFetch()) {
      for (Vehicle car : cars) {
        if (!due.contains(car) && take.reminds(take.load(car).car())) {
          due.add(car);
        }
      }
    }
    return due;
  }

  /** When the first car is due, where nothing waits to be told and every car has its time. */
  private Optional<Instant> restUntil(Optional<String> only, List<CarReport> reports) {
    boolean waits =
        !runFile.state().pending().isEmpty() || reports.stream().anyMatch(CarReport::waiting);
    if (schedule.isEmpty() || dryRun || waits || reports.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> reminder =
        config.messages().reminding(config.timezone()).next(clock.instant());
    return Stream.concat(
            reminder.stream(), garage.cars(only).stream().map(schedule.get()::nextLook))
        .min(Instant::compareTo)
        .filter(time -> time.isAfter(clock.instant()));
  }

  /** Tells the program's own news; returns what went wrong with that. */
  private List<RuntimeException> tellOwn(List<Look> looks) {
    if (allWell(looks)) {
      return List.of();
    }
    try {
      Set<String> watched = new TreeSet<>();
      looks.forEach(look -> watched.add(look.vin()));
      garage.known().forEach(car -> watched.add(car.vin()));
      Phrases phrases = Wording.of(config).phrases();
      new OwnNews(config.mute(), runFile, delivery, phrases, clock).tell(looks, watched);
      return List.of();
    } catch (RuntimeException e) {
      return List.of(e);
    }
  }

  private boolean allWell(List<Look> looks) {
    return looks.stream().allMatch(look -> look.failures().isEmpty())
        && runFile.state().trouble().none()
        && runFile.state().pending().isEmpty();
  }

  private Optional<Instant> nextLook(Vehicle car) {
    return schedule.map(plan -> plan.nextLook(car));
  }
}
