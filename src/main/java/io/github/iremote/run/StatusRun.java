package io.github.iremote.run;

import io.github.iremote.car.CarFiles;
import io.github.iremote.car.SavedCar;
import io.github.iremote.car.Take;
import io.github.iremote.config.Config;
import io.github.iremote.event.Event;
import io.github.iremote.message.Delivery;
import io.github.iremote.pace.Timetable;
import io.github.iremote.vehicle.Vehicle;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
  private final Optional<ChargeFollowUp> charges;
  private final Optional<PeriodReport> periods;
  private final boolean dryRun;
  private final InstantSource clock;

  /**
   * @param schedule when cars are fetched; without it, in every run
   * @param periods tells the figures of a week or month after its end
   * @param charges asks more of charges that have ended, where there is more to be had
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
      Optional<ChargeFollowUp> charges,
      Optional<PeriodReport> periods,
      boolean dryRun,
      InstantSource clock) {
    this.config = config;
    this.garage = garage;
    this.inquiry = inquiry;
    this.take = take;
    this.runFile = runFile;
    this.schedule = schedule;
    this.delivery = delivery;
    this.charges = charges;
    this.periods = periods;
    this.dryRun = dryRun;
    this.clock = clock;
  }

  /**
   * What happened to all cars, and what failed.
   *
   * @param restUntil before when a run like this one has nothing to do, where that is known
   */
  public record Report(
      List<CarReport> cars, List<RuntimeException> failures, Optional<Instant> restUntil) {}

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
      look.report().ifPresent(reports::add);
    }
    if (!dryRun) {
      failures.addAll(tellOwn(looks));
      failures.addAll(delivery.failures());
      charges.ifPresent(ChargeFollowUp::ask);
    }
    return new Report(reports, failures, restUntil(reports, failures));
  }

  private List<Look> looks(Optional<String> only) {
    List<Look> looks = new ArrayList<>();
    try {
      List<Vehicle> due = new ArrayList<>(garage.cars(only));
      List<Vehicle> resting = schedule.isPresent() ? schedule.get().resting(due) : List.of();
      for (Vehicle car : resting) {
        looks.add(rest(car));
      }
      due.removeAll(resting);
      if (!due.isEmpty()) {
        for (Inquiry.Asked answer : inquiry.ask(due)) {
          looks.add(finish(answer));
        }
      }
    } catch (RuntimeException e) {
      looks.add(Look.failed(Trouble.ACCOUNT, e));
    }
    return looks;
  }

  /** When the first car is due, if nothing waits to be told and all is well. */
  private Optional<Instant> restUntil(List<CarReport> reports, List<RuntimeException> failures) {
    RunState state = runFile.state();
    boolean well = failures.isEmpty() && state.trouble().none() && state.pending().isEmpty();
    if (schedule.isEmpty() || dryRun || !well || reports.isEmpty()) {
      return Optional.empty();
    }
    Instant first = Instant.MAX;
    for (CarReport report : reports) {
      Instant next = report.nextLook().get();
      first = next.isBefore(first) ? next : first;
      if (report.waiting()) {
        return Optional.empty();
      }
    }
    return Optional.of(first);
  }

  /** Tells the program's own news; returns what went wrong with that. */
  private List<RuntimeException> tellOwn(List<Look> looks) {
    try {
      Set<String> watched = new TreeSet<>();
      looks.forEach(look -> watched.add(look.vin()));
      garage.known().forEach(car -> watched.add(car.vin()));
      new OwnNews(config.mute(), runFile, delivery, clock).tell(looks, watched);
      return List.of();
    } catch (RuntimeException e) {
      return List.of(e);
    }
  }

  /** A car that is not due is not asked, but what waits to be told of it is. */
  private Look rest(Vehicle car) {
    try {
      SavedCar saved = tellWaiting(take.load(car).car());
      Take.Taken nothing = Take.Taken.nothing(saved);
      return new Look(car.vin(), false, Optional.of(report(car, nothing, saved)), List.of());
    } catch (RuntimeException e) {
      return Look.failed(car.vin(), e);
    }
  }

  private Look finish(Inquiry.Asked asked) {
    String vin = asked.car().vin();
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
      return report(asked.car(), taken, taken.car());
    }
    Take.Taken taken = take.take(asked.car(), loaded, asked.answer().get());
    if (charges.isPresent()) {
      charges.get().note(asked.car().vin(), taken.noticed());
    }
    if (schedule.isPresent()) {
      boolean driving = taken.car().notes().journey().isPresent();
      schedule.get().fetched(asked.car(), taken.answered(), driving);
    }
    SavedCar car = reported(asked.car(), taken.car());
    SavedCar told = take.tell(car, taken.changed() || car != taken.car());
    return report(asked.car(), taken, told);
  }

  /** With the figures of the last period, if they are yet to be told. */
  private SavedCar reported(Vehicle car, SavedCar saved) {
    if (periods.isEmpty()) {
      return saved;
    }
    Instant now = clock.instant();
    Optional<Event> report = periods.get().due(car, now);
    SavedCar after = report.isPresent() ? take.add(car, saved, report.get()) : saved;
    periods.get().done(car, now);
    return after;
  }

  /** BMW has not answered; what waits for another place does not wait for BMW as well. */
  private List<RuntimeException> failed(Inquiry.Asked asked, RuntimeException failure) {
    List<RuntimeException> failures = new ArrayList<>(List.of(failure));
    try {
      if (schedule.isPresent()) {
        schedule.get().failed(asked.car());
      }
      if (asked.saved().isPresent()) {
        tellWaiting(asked.saved().get().car());
      }
    } catch (RuntimeException e) {
      failures.add(e);
    }
    return failures;
  }

  private SavedCar tellWaiting(SavedCar car) {
    return dryRun ? car : take.tell(car, false);
  }

  private CarReport report(Vehicle car, Take.Taken taken, SavedCar told) {
    Optional<Instant> last =
        told.event().isPresent() ? Optional.of(told.event().get().at()) : Optional.empty();
    Optional<Instant> next =
        schedule.isPresent() ? Optional.of(schedule.get().nextLook(car)) : Optional.empty();
    return new CarReport(
        car, taken.events(), told.status(), taken.message(), last, next, !told.pending().isEmpty());
  }
}
