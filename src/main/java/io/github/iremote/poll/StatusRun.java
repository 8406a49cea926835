package io.github.iremote.poll;

import io.github.iremote.Failure;
import io.github.iremote.config.Config;
import io.github.iremote.event.Event;
import io.github.iremote.vehicle.Vehicle;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of {@code status}: every car is asked, compared, remembered and told. */
public final class StatusRun {
  private final Config config;
  private final Garage garage;
  private final Inquiry inquiry;
  private final StatusPoll poll;
  private final RunFile runFile;
  private final Optional<Schedule> schedule;
  private final Optional<Delivery> delivery;
  private final InstantSource clock;
  private final List<RuntimeException> failures = new ArrayList<>();
  private boolean slackDown;
  private boolean waiting;

  /**
   * @param schedule when cars are fetched; without it, in every run
   * @param delivery how messages are posted; without it nothing is posted and no event saved
   */
  public StatusRun(
      Config config,
      Garage garage,
      Inquiry inquiry,
      StatusPoll poll,
      RunFile runFile,
      Optional<Schedule> schedule,
      Optional<Delivery> delivery,
      InstantSource clock) {
    this.config = config;
    this.garage = garage;
    this.inquiry = inquiry;
    this.poll = poll;
    this.runFile = runFile;
    this.schedule = schedule;
    this.delivery = delivery;
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
    List<CarReport> reports = new ArrayList<>();
    boolean allAsked = false;
    try {
      List<Vehicle> due = new ArrayList<>(garage.cars(only));
      List<Vehicle> resting = schedule.isPresent() ? schedule.get().resting(due) : List.of();
      for (Vehicle car : resting) {
        rest(car, reports);
      }
      due.removeAll(resting);
      if (!due.isEmpty()) {
        allAsked = schedule.isEmpty() || !schedule.get().anyFailing(resting);
        for (Inquiry.Asked answer : inquiry.ask(due)) {
          finish(answer, reports);
        }
      }
    } catch (RuntimeException e) {
      failures.add(e);
    }
    if (delivery.isPresent()) {
      tellOwn(allAsked, delivery.get());
    }
    return new Report(reports, failures, restUntil(reports));
  }

  /** When the first car is due, if nothing waits to be told and all is well. */
  private Optional<Instant> restUntil(List<CarReport> reports) {
    RunState state = runFile.state();
    boolean well = failures.isEmpty() && state.trouble().none() && state.pending().isEmpty();
    if (schedule.isEmpty() || delivery.isEmpty() || waiting || !well) {
      return Optional.empty();
    }
    Instant first = Instant.MAX;
    for (CarReport report : reports) {
      Instant next = report.nextLook().get();
      first = next.isBefore(first) ? next : first;
    }
    return reports.isEmpty() ? Optional.empty() : Optional.of(first);
  }

  /**
   * Tells the program's own news.
   *
   * @param allAsked whether no failure means that all is well
   */
  private void tellOwn(boolean allAsked, Delivery delivery) {
    RunState state = runFile.state();
    if (failures.isEmpty() && state.trouble().none() && state.pending().isEmpty()) {
      return;
    }
    try {
      OwnNews news = new OwnNews(config.mute(), runFile, clock);
      news.note(failures, allAsked);
      if (!slackDown) {
        news.deliver(delivery);
      }
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  /** A car that is not due is not asked, but what waits to be told of it is. */
  private void rest(Vehicle car, List<CarReport> reports) {
    try {
      SavedCar saved = poll.saved(car);
      tellWaiting(saved);
      reports.add(report(car, List.of(), saved, Optional.empty()));
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  private void finish(Inquiry.Asked asked, List<CarReport> reports) {
    try {
      if (asked.failure().isPresent()) {
        if (schedule.isPresent()) {
          schedule.get().failed(asked.car());
        }
        if (asked.saved() != null) {
          tellWaiting(asked.saved().car());
        }
        throw asked.failure().get();
      }
      StatusPoll.Compared compared = poll.compare(asked.car(), asked.saved(), asked.answer().get());
      if (delivery.isPresent()) {
        poll.remember(asked.saved(), compared, delivery.get());
        plan(asked, compared.car());
        tell(compared.car(), delivery.get());
      }
      reports.add(report(asked.car(), compared.events(), compared.car(), compared.message()));
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  private void plan(Inquiry.Asked asked, SavedCar car) {
    if (schedule.isPresent()) {
      boolean driving = car.notes().journey().isPresent();
      schedule.get().fetched(asked.car(), asked.answer().get(), driving);
    }
  }

  /** What waits for Slack does not wait for BMW as well. */
  private void tellWaiting(SavedCar car) {
    if (delivery.isPresent()) {
      poll.rememberDue(car, delivery.get());
      tell(car, delivery.get());
    }
  }

  /** What Slack does not take is kept, and is no reason to stop looking after the cars. */
  private void tell(SavedCar car, Delivery delivery) {
    waiting |= !car.pending().isEmpty();
    try {
      if (!slackDown) {
        poll.tell(car, delivery);
      }
    } catch (Failure.MessageRefused e) {
      failures.add(e);
    } catch (Failure.SlackUnavailable e) {
      slackDown = true;
      failures.add(e);
    }
  }

  private CarReport report(
      Vehicle car, List<Event> events, SavedCar saved, Optional<Pending> message) {
    Optional<Instant> told =
        saved.event().isPresent() ? Optional.of(saved.event().get().at()) : Optional.empty();
    Optional<Instant> next =
        schedule.isPresent() ? Optional.of(schedule.get().nextLook(car)) : Optional.empty();
    return new CarReport(car, events, saved.status(), message, told, next);
  }
}
