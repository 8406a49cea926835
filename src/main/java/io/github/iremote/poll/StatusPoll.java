package io.github.iremote.poll;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.config.Config;
import io.github.iremote.event.Event;
import io.github.iremote.event.Outcome;
import io.github.iremote.event.Rules;
import io.github.iremote.history.History;
import io.github.iremote.slack.SlackMessage;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One car of one run, from BMW's answer on: compare, remember, tell. */
public final class StatusPoll {
  private final Config config;
  private final CarFiles files;
  private final Optional<History> history;
  private final SlackMessage slackMessage;
  private final Outbox outbox;
  private final InstantSource clock;

  public StatusPoll(
      Config config,
      CarFiles files,
      Optional<History> history,
      SlackMessage slackMessage,
      Outbox outbox,
      InstantSource clock) {
    this.config = config;
    this.files = files;
    this.history = history;
    this.slackMessage = slackMessage;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * A comparison on its way to the file.
   *
   * @param message what Slack is to be told, if anything
   */
  record Compared(SavedCar car, Outcome outcome, List<Event> events, Optional<Pending> message) {}

  /** What was saved of a car that is not asked this time. */
  SavedCar saved(Vehicle car) {
    return files.load(car).car();
  }

  /** What the answer changes in what is saved, and what there is to tell. */
  Compared compare(Vehicle car, CarFiles.Loaded loaded, VehicleStatus answer) {
    Instant now = clock.instant();
    SavedCar saved = loaded.car();
    Outcome outcome =
        Rules.between(saved.status(), answer, saved.notes(), config.thresholds(), now);
    List<Event> events = new ArrayList<>(outcome.events());
    events.removeIf(event -> loaded.lost() || config.mute().contains(event.name()));
    SavedCar after = saved.after(outcome, events, now);
    if (events.isEmpty()) {
      return new Compared(after, outcome, events, Optional.empty());
    }
    ObjectNode message = slackMessage.about(car.name(), events, outcome.status(), now);
    boolean urgent = events.stream().anyMatch(event -> event.name().urgent());
    Pending pending = new Pending(now, urgent, message);
    List<Pending> waiting = new ArrayList<>(after.pending());
    waiting.add(pending);
    return new Compared(
        after.withPending(outbox.folded(waiting, now)), outcome, events, Optional.of(pending));
  }

  /** Saves the new state with its message in one step, if there is anything new. */
  void remember(CarFiles.Loaded loaded, Compared compared, Delivery delivery) {
    SavedCar after = compared.car();
    if (after != loaded.car()) {
      if (history.isPresent()) {
        keep(history.get(), loaded.car(), compared.outcome());
      }
      files.save(after);
    } else {
      rememberDue(after, delivery);
    }
  }

  private void keep(History history, SavedCar before, Outcome outcome) {
    history.append(
        before.vin(),
        before.status(),
        before.notes(),
        outcome.status(),
        outcome.events(),
        clock.instant());
  }

  /**
   * Saves what is about to be sent although it is not new: where there is no room for it now, it
   * could not be cleared either, and would be sent by every run.
   */
  void rememberDue(SavedCar car, Delivery delivery) {
    if (delivery.due(car.pending())) {
      files.save(car);
    }
  }

  /**
   * Posts what waits for this car, in order; each is cleared when Slack has it.
   *
   * @throws Failure.SlackUnavailable if something must wait for the next run
   * @throws Failure.MessageRefused if something was set aside
   */
  void tell(SavedCar car, Delivery delivery) {
    boolean refused = false;
    for (Optional<Delivery.Step> step = delivery.postNext(car.pending());
        step.isPresent();
        step = delivery.postNext(car.pending())) {
      car = car.withPending(step.get().left());
      if (step.get().refused().isPresent()) {
        car = car.withRefused(step.get().refused().get());
        refused = true;
      }
      files.save(car);
    }
    if (refused) {
      throw new Failure.MessageRefused(
          "Slack refused a message in every form; it is kept under \"refused\" in the event file");
    }
  }
}
