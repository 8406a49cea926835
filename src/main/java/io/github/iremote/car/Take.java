package io.github.iremote.car;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Outcome;
import io.github.iremote.event.Rules;
import io.github.iremote.event.Thresholds;
import io.github.iremote.message.Delivery;
import io.github.iremote.message.Message;
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
  private final Delivery delivery;
  private final InstantSource clock;

  /**
   * @param mute the events that are told nowhere
   */
  public Take(
      CarFiles files,
      Thresholds thresholds,
      Set<EventName> mute,
      Delivery delivery,
      InstantSource clock) {
    this.files = files;
    this.thresholds = thresholds;
    this.mute = mute;
    this.delivery = delivery;
    this.clock = clock;
  }

  /**
   * What came of an answer.
   *
   * @param car what is to be saved, or was
   * @param changed whether that is other than it was
   * @param events what is new, the headline first
   * @param message what there is to tell, if anything
   */
  public record Taken(
      SavedCar car, boolean changed, List<Event> events, Optional<Message> message) {}

  /** What was saved of a car. */
  public CarFiles.Loaded load(Vehicle car) {
    return files.load(car);
  }

  /** What an answer changes in what is saved, and what there is to tell; nothing is saved. */
  public Taken compare(Vehicle car, CarFiles.Loaded loaded, VehicleStatus answer) {
    Instant now = clock.instant();
    SavedCar saved = loaded.car();
    Outcome outcome = Rules.between(saved.status(), answer, saved.notes(), thresholds, now);
    List<Event> events = new ArrayList<>(outcome.events());
    events.removeIf(event -> loaded.lost() || event.name().isKindOf(mute));
    SavedCar after = saved.after(outcome, events, now);
    if (events.isEmpty()) {
      return new Taken(after, after != saved, events, Optional.empty());
    }
    Message message = Message.of(car, events, outcome.status(), now);
    after = after.withPending(delivery.queued(after.pending(), message));
    return new Taken(after, true, events, Optional.of(message));
  }

  /** Takes an answer: compares, and saves the new state with its message in one step. */
  public Taken take(Vehicle car, CarFiles.Loaded loaded, VehicleStatus answer) {
    Taken taken = compare(car, loaded, answer);
    if (taken.changed()) {
      files.save(taken.car());
    }
    return taken;
  }

  /**
   * Sends what waits for this car, in order; each letter is cleared when its place has it.
   *
   * @param justSaved whether the car is on disk as it is here
   * @return the car with what still waits
   */
  public SavedCar tell(SavedCar car, boolean justSaved) {
    CarMailbox mailbox = new CarMailbox(files, car);
    delivery.deliver(mailbox, justSaved);
    return mailbox.car();
  }

  /** The same for the places that are well; the others come with {@link Delivery#deliverRest}. */
  public SavedCar tellFirst(SavedCar car, boolean justSaved) {
    CarMailbox mailbox = new CarMailbox(files, car);
    delivery.deliverFirst(mailbox, justSaved);
    return mailbox.car();
  }

  /** Shows how a charge goes on at the places that can; what fails is not tried again. */
  public void progress(Vehicle car, SavedCar told) {
    delivery.progress(car, told.status());
  }
}
