package io.github.iremote.poll;

import io.github.iremote.Failure;
import io.github.iremote.config.Config;
import io.github.iremote.event.Event;
import io.github.iremote.slack.SlackMessage;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
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
  private final Optional<Delivery> delivery;
  private final InstantSource clock;
  private final List<RuntimeException> failures = new ArrayList<>();
  private boolean slackDown;

  /**
   * @param delivery how messages are posted; without it nothing is posted and no event saved
   */
  public StatusRun(
      Config config,
      Garage garage,
      Inquiry inquiry,
      StatusPoll poll,
      RunFile runFile,
      Optional<Delivery> delivery,
      InstantSource clock) {
    this.config = config;
    this.garage = garage;
    this.inquiry = inquiry;
    this.poll = poll;
    this.runFile = runFile;
    this.delivery = delivery;
    this.clock = clock;
  }

  /**
   * What happened to one car.
   *
   * @param events what was new, the headline first
   * @param message the message as it was or would be posted
   * @param lastEvent when something last happened
   */
  public record CarReport(
      Vehicle car,
      List<Event> events,
      VehicleStatus status,
      Optional<Pending> message,
      Optional<Instant> lastEvent) {}

  /** What happened to all cars, and what failed. */
  public record Report(List<CarReport> cars, List<RuntimeException> failures) {}

  /**
   * Asks every car once.
   *
   * @param only the name or VIN of the one car that is meant
   */
  public Report run(Optional<String> only) {
    List<CarReport> reports = new ArrayList<>();
    try {
      for (Inquiry.Asked asked : inquiry.ask(garage.cars(only))) {
        finish(asked).ifPresent(reports::add);
      }
    } catch (RuntimeException e) {
      failures.add(e);
    }
    if (delivery.isPresent()) {
      tellTrouble(delivery.get());
    }
    return new Report(reports, failures);
  }

  private Optional<CarReport> finish(Inquiry.Asked asked) {
    try {
      if (asked.failure().isPresent()) {
        tellWaiting(asked);
        throw asked.failure().get();
      }
      StatusPoll.Compared compared = poll.compare(asked.car(), asked.saved(), asked.answer().get());
      if (delivery.isPresent()) {
        poll.remember(asked.saved(), compared.car(), delivery.get());
        tell(compared.car(), delivery.get());
      }
      return Optional.of(report(asked.car(), compared));
    } catch (RuntimeException e) {
      failures.add(e);
      return Optional.empty();
    }
  }

  /** What waits for Slack does not wait for BMW as well. */
  private void tellWaiting(Inquiry.Asked asked) {
    if (delivery.isPresent() && asked.saved() != null) {
      poll.remember(asked.saved(), asked.saved().car(), delivery.get());
      tell(asked.saved().car(), delivery.get());
    }
  }

  /** What Slack does not take is kept, and is no reason to stop looking after the cars. */
  private void tell(SavedCar car, Delivery delivery) {
    try {
      if (!slackDown) {
        poll.tell(car, delivery);
      }
    } catch (Failure.SlackUnavailable e) {
      slackDown = true;
      failures.add(e);
    }
  }

  private static CarReport report(Vehicle car, StatusPoll.Compared compared) {
    SavedCar saved = compared.car();
    return new CarReport(
        car,
        compared.events(),
        saved.status(),
        compared.message(),
        saved.event().map(SavedCar.Told::at));
  }

  /** The program's own news: that it fails, or works again. */
  private void tellTrouble(Delivery delivery) {
    RunState state = runFile.state();
    if (failures.isEmpty() && state.trouble().none() && state.pending().isEmpty()) {
      return;
    }
    try {
      Trouble.Step step = step(state.trouble());
      List<Pending> waiting = new ArrayList<>(runFile.state().pending());
      for (Trouble.News news : step.news()) {
        if (!config.mute().contains(news.name())) {
          Instant now = clock.instant();
          var message = SlackMessage.ofProgram(news.name(), news.sentence(), now);
          waiting.add(new Pending(now, news.name().urgent(), message));
        }
      }
      runFile.update(now -> now.withTrouble(step.trouble()).withPending(waiting));
      deliverOwn(delivery);
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  private Trouble.Step step(Trouble trouble) {
    for (RuntimeException failure : failures) {
      if (failure instanceof Failure.LoginRequired || failure instanceof Failure.BmwUnavailable) {
        return trouble.afterFailure((Failure) failure, clock.instant());
      }
    }
    return trouble.afterSuccess();
  }

  private void deliverOwn(Delivery delivery) {
    if (delivery.due(runFile.state().pending())) {
      runFile.save();
    }
    while (!slackDown) {
      Optional<Delivery.Step> step = delivery.postNext(runFile.state().pending());
      if (step.isEmpty()) {
        return;
      }
      runFile.update(state -> state.withPending(step.get().left()));
      step.get().refused().ifPresent(this::refused);
    }
  }

  private void refused(Pending message) {
    failures.add(
        new Failure.SlackUnavailable("Slack refused a message in every form: " + message.text()));
  }
}
