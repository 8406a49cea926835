package io.github.iremote.run;

import io.github.iremote.Failure;
import io.github.iremote.car.CarFiles;
import io.github.iremote.car.SavedCar;
import io.github.iremote.car.Take;
import io.github.iremote.config.Config;
import io.github.iremote.message.Illustration;
import io.github.iremote.message.Phrases;
import io.github.iremote.message.Wording;
import io.github.iremote.message.delivery.Delivery;
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
          byVin.put(answer.car().vin(), finish(answer));
        }
      }
      for (Vehicle car : cars) {
        Look asked = byVin.get(car.vin());
        looks.add(asked != null ? asked : rest(car));
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
    boolean waits = !runFile.state().pending().isEmpty();
    for (CarReport report : reports) {
      waits |= report.waiting();
    }
    if (schedule.isEmpty() || dryRun || waits || reports.isEmpty()) {
      return Optional.empty();
    }
    Instant first =
        config.messages().reminding(config.timezone()).next(clock.instant()).orElse(Instant.MAX);
    for (Vehicle car : garage.cars(only)) {
      Instant next = schedule.get().nextLook(car);
      first = next.isBefore(first) ? next : first;
    }
    return Optional.of(first).filter(time -> time.isAfter(clock.instant()));
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
    for (Look look : looks) {
      if (!look.failures().isEmpty()) {
        return false;
      }
    }
    return runFile.state().trouble().none() && runFile.state().pending().isEmpty();
  }

  /** A car that is not due is not asked, but what waits to be told of it is. */
  private Look rest(Vehicle car) {
    try {
      CarFiles.Loaded loaded = take.load(car);
      SavedCar saved = tellWaiting(car, loaded.car());
      CarReport report = report(car, Take.Taken.nothing(saved), saved, !loaded.found());
      return new Look(car.vin(), false, Optional.of(report), List.of());
    } catch (RuntimeException e) {
      return Look.failed(car.vin(), e);
    }
  }

  private Look finish(Inquiry.Asked asked) {
    String vin = asked.car().vin();
    if (asked.failure().isPresent() && asked.failure().get() instanceof Failure.NoCallLeft) {
      return rest(asked.car());
    }
    if (asked.failure().isPresent()) {
      return new Look(vin, false, Optional.empty(), failed(asked, asked.failure().get()));
    }
    try {
      return new Look(vin, true, Optional.of(taken(asked)), List.of());
    } catch (RuntimeException e) {
      return new Look(vin, true, Optional.empty(), List.of(e));
    }
  }

  private CarReport taken(Inquiry.Asked asked) {
    CarFiles.Loaded loaded = asked.saved().get();
    if (dryRun) {
      Take.Taken taken = take.compare(asked.car(), loaded, asked.answer().get());
      return report(asked.car(), taken, taken.car(), false);
    }
    Optional<Instant> lastLook =
        schedule.isPresent() ? schedule.get().lastLook(asked.car()) : Optional.empty();
    Take.Taken taken = take.take(asked.car(), loaded, asked.answer().get(), lastLook);
    if (schedule.isPresent()) {
      boolean driving = taken.car().notes().journey().isPresent();
      schedule.get().fetched(asked.car(), taken.answered(), driving, taken.nextAt());
    }
    return report(asked.car(), taken, telling.tell(asked.car(), taken), false);
  }

  /** BMW has not answered; what waits for another place does not wait for BMW as well. */
  private List<RuntimeException> failed(Inquiry.Asked asked, RuntimeException failure) {
    List<RuntimeException> failures = new ArrayList<>(List.of(failure));
    try {
      if (schedule.isPresent()) {
        schedule.get().failed(asked.car());
      }
      if (asked.saved().isPresent()) {
        tellWaiting(asked.car(), asked.saved().get().car());
      }
    } catch (RuntimeException e) {
      failures.add(e);
    }
    return failures;
  }

  private SavedCar tellWaiting(Vehicle car, SavedCar saved) {
    return dryRun ? saved : take.tellFirst(take.remind(car, saved), false);
  }

  private CarReport report(Vehicle car, Take.Taken taken, SavedCar told, boolean unknown) {
    Optional<Instant> last =
        told.event().isPresent() ? Optional.of(told.event().get().at()) : Optional.empty();
    return new CarReport(
        car,
        taken.events(),
        told.status(),
        taken.message(),
        last,
        Optional.empty(),
        !told.pending().isEmpty(),
        unknown);
  }

  private Optional<Instant> nextLook(Vehicle car) {
    return schedule.isPresent() ? Optional.of(schedule.get().nextLook(car)) : Optional.empty();
  }
}
