package io.github.iremote.message.delivery;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.json.Sections;
import io.github.iremote.message.Illustration;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import io.github.iremote.message.Notifiers;
import io.github.iremote.message.Place;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes waiting letters to their places, one at a time: the caller saves after each. A place that
 * fails is left alone for the rest of the run, and holds up no other: in the runs after that it
 * comes last.
 */
public final class Delivery {
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final List<Mailbox> later = new ArrayList<>();
  private final Waiting waiting = new Waiting(places);
  private final Sender sender;
  private final Memory memory;
  private final InstantSource clock;
  private final Log log;

  /**
   * @param remembered where it is kept what the places were like; without it, nothing is
   */
  public Delivery(
      List<Place> places,
      Notifiers notifiers,
      Optional<Sections> remembered,
      InstantSource clock,
      Log log) {
    places.forEach(place -> this.places.put(place.name(), place));
    this.memory = new Memory(remembered, log);
    this.sender = new Sender(notifiers, memory, clock);
    this.clock = clock;
    this.log = log;
  }

  /**
   * What came of one letter.
   *
   * @param left the letters that still wait
   * @param delivered the letter, if its place has it
   * @param refused the letter, if its place would not take it in any form
   */
  public record Step(List<Letter> left, Optional<Letter> delivered, Optional<Letter> refused) {}

  /** The letters with a message added for every place that is to have it. */
  public List<Letter> queued(List<Letter> letters, Message message) {
    return queued(letters, message, Set.of());
  }

  /** The same, but for some places. */
  List<Letter> queued(List<Letter> letters, Message message, Set<String> except) {
    List<Letter> more = new ArrayList<>(letters);
    for (Place place : places.values()) {
      Optional<Message> passing = place.route().passing(message);
      if (passing.isPresent() && !except.contains(place.name())) {
        more.add(Letter.of(place.name(), passing.get()));
      }
    }
    return waiting.folded(more, clock.instant());
  }

  /**
   * Sends what may go now.
   *
   * @param justSaved whether the letters are known to be on disk: what cannot be saved as sent must
   *     not be sent, or every run would send it
   */
  public void deliver(Mailbox mailbox, boolean justSaved) {
    deliverFirst(mailbox, justSaved);
    deliverRest();
  }

  /** The same for the places that are well; the others come with {@link #deliverRest}. */
  public void deliverFirst(Mailbox mailbox, boolean justSaved) {
    if (!mailbox.letters().isEmpty()) {
      new Unknown(places, log).drop(mailbox);
      if (deliver(mailbox, justSaved, false)) {
        later.add(mailbox);
      }
    }
  }

  /** Tries the places that failed in an earlier run, with all that waits for them. */
  public void deliverRest() {
    List<Mailbox> mailboxes = List.copyOf(later);
    later.clear();
    mailboxes.forEach(mailbox -> deliver(mailbox, false, true));
  }

  /** Why places were not reached. */
  public List<Failure> failures() {
    return sender.failures();
  }

  /** The pictures that places may have now, since the last time that was asked. */
  public List<Illustration> illustrations() {
    return sender.illustrations();
  }

  /** Shows how a charge goes on, where that is shown; the places that fail are left out. */
  public void progress(Vehicle car, VehicleStatus status) {
    if (status.says(Signal.CHARGING, ChargingState.CHARGING)) {
      places.values().forEach(place -> sender.progress(place, car, status));
    }
  }

  /** Whether there was anything to send: most polls have nothing. */
  boolean busy() {
    return memory.used();
  }

  DeadPlaces dead() {
    return memory.dead();
  }

  Set<String> names() {
    return places.keySet();
  }

  String title(String name) {
    return places.containsKey(name) ? places.get(name).title() : name;
  }

  /** Returns whether something waits for a place that comes last. */
  private boolean deliver(Mailbox mailbox, boolean justSaved, boolean last) {
    boolean saved = justSaved;
    boolean rest = false;
    List<Letter> letters = waiting.folded(mailbox.letters(), clock.instant());
    for (String to : Waiting.byPlace(letters).keySet()) {
      if (!last && dead().contain(to)) {
        rest = true;
        continue;
      }
      for (Optional<Letter> next = next(letters, to); next.isPresent(); next = next(letters, to)) {
        if (!saved) {
          mailbox.save();
          saved = true;
        }
        Optional<Step> step =
            sender.send(places.get(to), next.get(), letters, mailbox.refusedFile());
        if (step.isPresent()) {
          mailbox.keep(step.get()); // first of all: what cannot be cleared arrives again
          dead().alive(to);
          letters = waiting.folded(step.get().left(), clock.instant());
        }
      }
    }
    return rest;
  }

  /** The first letter that its place may be tried with now. */
  private Optional<Letter> next(List<Letter> letters, String to) {
    if (sender.hasFailed(to)) {
      return Optional.empty();
    }
    Optional<Letter> next = waiting.next(letters, to, clock.instant());
    if (next.isPresent() && !dead().mayTry(to, Waiting.of(letters, to), clock.instant())) {
      sender.failed(to, dead().reason(to).orElseThrow());
      return Optional.empty();
    }
    return next;
  }
}
