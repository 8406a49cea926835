package io.github.iremote.car;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Outcome;
import io.github.iremote.event.Reminders;
import io.github.iremote.event.Thresholds;
import io.github.iremote.event.rules.Rules;
import io.github.iremote.history.History;
import io.github.iremote.message.Message;
import io.github.iremote.message.delivery.Delivery;
import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one way to take what was heard of a car, from wherever it came: compare, save with the
 * messages, send. Whoever takes holds the lock.
 */
public final class Take {
  private final CarFiles files;
  private final Thresholds thresholds;
  private final Set<EventName> mute;
  private final boolean location;
  private final Delivery delivery;
  private final Optional<History> history;
  private final Reminders reminders;
  private final InstantSource clock;

  /**
   * @param mute the events that are told nowhere
   * @param location whether the owner wants to know where the car is; otherwise we do not either
   * @param reminders what is told at certain hours, and which places have names
   */
  public Take(
      CarFiles files,
      Thresholds thresholds,
      Set<EventName> mute,
      boolean location,
      Delivery delivery,
      Optional<History> history,
      Reminders reminders,
      InstantSource clock) {
    this.files = files;
    this.thresholds = thresholds;
    this.mute = mute;
    this.location = location;
    this.delivery = delivery;
    this.history = history;
    this.reminders = reminders;
    this.clock = clock;
  }

  /** What was saved of a car. */
  public CarFiles.Loaded load(Vehicle car) {
    return files.load(car);
  }

  /** What an answer changes in what is saved, and what there is to tell; nothing is saved. */
  public Taken compare(Vehicle car, CarFiles.Loaded loaded, Answer answer) {
    Instant now = clock.instant();
    SavedCar saved = loaded.car();
    Known known = answer.addTo(saved.known());
    VehicleStatus status = location ? known.status() : known.status().without(Signal.POSITION);
    Outcome found =
        Rules.between(saved.status(), status, saved.notes(), thresholds, answer.awaited(), now);
    Outcome outcome = reminders.added(found, saved.status(), now);
    List<Event> noticed = loaded.lost() ? List.of() : outcome.events();
    List<Event> events = new ArrayList<>(noticed);
    events.removeIf(event -> event.name().isKindOf(mute));
    if (!events.isEmpty() && events.get(0).past()) {
      events.clear(); // what is over is no headline of its own
    }
    Optional<Instant> next = outcome.nextAt();
    if (events.isEmpty() && saved.holds(outcome, known.samples())) {
      return new Taken(saved, status, false, noticed, events, Optional.empty(), next);
    }
    SavedCar after = saved.after(outcome, known.samples(), events, now);
    if (events.isEmpty()) {
      return new Taken(after, status, true, noticed, events, Optional.empty(), next);
    }
    Message message = Message.of(car, events, outcome.status(), now);
    after = after.withPending(delivery.queued(after.pending(), message));
    return new Taken(after, status, true, noticed, events, Optional.of(message), next);
  }

  /**
   * Takes an answer: compares, and saves the new state with its message in one step.
   *
   * @param lastLook when the car was last looked at, where that is known
   */
  public Taken take(
      Vehicle car, CarFiles.Loaded loaded, Answer answer, Optional<Instant> lastLook) {
    Taken taken = compare(car, loaded, answer);
    if (taken.changed()) {
      save(loaded, taken, lastLook);
    } else if (!loaded.found()) { // a car without a file would always be due
      files.save(taken.car());
    }
    return taken;
  }

  /** Saves what a comparison has found. */
  public void save(CarFiles.Loaded loaded, Taken taken) {
    save(loaded, taken, Optional.empty());
  }

  private void save(CarFiles.Loaded loaded, Taken taken, Optional<Instant> lastLook) {
    keep(loaded.car(), taken, lastLook);
    files.save(taken.car());
  }

  /**
   * Queues what there is to tell of a car beside what it has said; it is saved when this returns.
   */
  public SavedCar add(Vehicle car, SavedCar saved, Event event) {
    Instant now = clock.instant();
    if (mute.contains(event.name())) {
      return saved;
    }
    if (history.isPresent()) {
      history
          .get()
          .append(car.vin(), saved.known(), saved.notes(), saved.known(), List.of(event), now);
    }
    Message message = Message.of(car, List.of(event), saved.status(), now);
    SavedCar after = saved.withPending(delivery.queued(saved.pending(), message));
    files.save(after);
    return after;
  }

  /** Before the car is saved: what is not in the history by then would never be. */
  private void keep(SavedCar before, Taken taken, Optional<Instant> lastLook) {
    history.ifPresent(
        kept ->
            kept.append(
                before.vin(),
                lastLook,
                before.known(),
                before.notes(),
                taken.car().known(),
                taken.noticed(),
                clock.instant()));
  }

  /**
   * Sends what waits for this car, in order; each letter is cleared when its place has it.
   *
   * @param justSaved whether the car is on disk as it is here
   * @return the car with what still waits
   */
  public SavedCar tell(SavedCar car, boolean justSaved) {
    CarMailbox mailbox = new CarMailbox(files, history, clock, car);
    delivery.deliver(mailbox, justSaved);
    return mailbox.car();
  }

  /** The same for the places that are well; the others come with {@link Delivery#deliverRest}. */
  public SavedCar tellFirst(SavedCar car, boolean justSaved) {
    CarMailbox mailbox = new CarMailbox(files, history, clock, car);
    delivery.deliverFirst(mailbox, justSaved);
    return mailbox.car();
  }

  /** Shows how a charge goes on at the places that can; what fails is not tried again. */
  public void progress(Vehicle car, SavedCar told) {
    delivery.progress(car, told.status());
  }

  /** Whether an hour has come at which something is to be said of this car. */
  public boolean reminds(SavedCar car) {
    return reminders.due(car.notes(), clock.instant());
  }

  /** What is to be said at this hour of a car that is not asked, by what is known of it; saved. */
  public SavedCar remind(Vehicle car, SavedCar saved) {
    if (!reminds(saved)) {
      return saved;
    }
    Answer nothing = known -> known;
    return take(car, new CarFiles.Loaded(saved, false, true), nothing, Optional.empty()).car();
  }
}
