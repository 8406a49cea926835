package io.github.iremote.message;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final Map<String, Notifier> open = new HashMap<>();
  private final Map<String, Failure> failures = new LinkedHashMap<>();
  private final List<Mailbox> later = new ArrayList<>();
  private final List<Illustration> illustrations = new ArrayList<>();
  private final Notifiers notifiers;
  private final DeadPlaces dead;
  private final LivingCharges charges;
  private final InstantSource clock;
  private final Log log;

  public Delivery(
      List<Place> places,
      Notifiers notifiers,
      DeadPlaces dead,
      LivingCharges charges,
      InstantSource clock,
      Log log) {
    places.forEach(place -> this.places.put(place.name(), place));
    this.notifiers = notifiers;
    this.dead = dead;
    this.charges = charges;
    this.clock = clock;
    this.log = log;
  }

  /** One that remembers nothing when it is done: for what is not really sent. */
  public static Delivery forgetful(
      List<Place> places, Notifiers notifiers, InstantSource clock, Log log) {
    return new Delivery(places, notifiers, new DeadPlaces(), new LivingCharges(log), clock, log);
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
  public List<Letter> queued(List<Letter> waiting, Message message) {
    return queued(waiting, message, Set.of());
  }

  /** The same, but for some places. */
  List<Letter> queued(List<Letter> waiting, Message message, Set<String> except) {
    List<Letter> more = new ArrayList<>(waiting);
    for (Place place : places.values()) {
      Optional<Message> passing = place.route().passing(message);
      if (passing.isPresent() && !except.contains(place.name())) {
        more.add(Letter.of(place.name(), passing.get()));
      }
    }
    return folded(more);
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
    drop(mailbox);
    if (deliver(mailbox, justSaved, false)) {
      later.add(mailbox);
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
    return List.copyOf(failures.values());
  }

  /** The pictures that places may have now, since the last time that was asked. */
  public List<Illustration> illustrations() {
    List<Illustration> taken = List.copyOf(illustrations);
    illustrations.clear();
    return taken;
  }

  DeadPlaces dead() {
    return dead;
  }

  Set<String> names() {
    return places.keySet();
  }

  String title(String name) {
    return places.containsKey(name) ? places.get(name).title() : name;
  }

  private void drop(Mailbox mailbox) {
    List<Letter> known = new ArrayList<>(mailbox.letters());
    for (List<Letter> letters : byPlace(mailbox.letters()).values()) {
      String to = letters.get(0).to();
      if (!places.containsKey(to)) {
        known.removeAll(letters);
        int count = letters.stream().mapToInt(letter -> letter.messages().size()).sum();
        log.warn(
            (count == 1 ? "a message" : count + " messages")
                + " for "
                + to
                + (count == 1 ? " is" : " are")
                + " dropped: it is no longer configured");
      }
    }
    if (known.size() < mailbox.letters().size()) {
      mailbox.keep(new Step(known, Optional.empty(), Optional.empty()));
    }
  }

  /** Returns whether something waits for a place that comes last. */
  private boolean deliver(Mailbox mailbox, boolean justSaved, boolean last) {
    boolean saved = justSaved;
    boolean rest = false;
    List<Letter> waiting = folded(mailbox.letters());
    for (String to : byPlace(waiting).keySet()) {
      if (!last && dead.contain(to)) {
        rest = true;
        continue;
      }
      for (Optional<Letter> next = next(waiting, to); next.isPresent(); next = next(waiting, to)) {
        if (!saved) {
          mailbox.save();
          saved = true;
        }
        Optional<Step> step = send(next.get(), waiting, mailbox.file());
        if (step.isPresent()) {
          mailbox.keep(step.get());
          waiting = folded(step.get().left());
        }
      }
    }
    return rest;
  }

  private Optional<Step> send(Letter letter, List<Letter> waiting, String file) {
    List<Letter> left = new ArrayList<>(waiting);
    left.remove(letter);
    Place place = places.get(letter.to());
    try {
      Optional<String> message = charges.send(opened(place), letter, clock.instant());
      dead.alive(place.name());
      if (opened(place) instanceof Pictured && Illustration.fits(letter)) {
        illustrations.add(new Illustration(letter, message));
      }
      return Optional.of(new Step(left, Optional.of(letter), Optional.empty()));
    } catch (Notifier.Refused e) {
      dead.alive(place.name());
      failures.put(place.name() + " refused", refused(place, file));
      return Optional.of(new Step(left, Optional.empty(), Optional.of(letter)));
    } catch (Failure.PlaceUnavailable e) {
      failures.put(place.name(), e);
      dead.failed(place.name(), e, clock.instant());
      return Optional.empty();
    }
  }

  private Notifier opened(Place place) {
    return open.computeIfAbsent(place.name(), name -> notifiers.to(place));
  }

  /** Shows how a charge goes on, where that is shown; the places that fail are left out. */
  public void progress(Vehicle car, VehicleStatus status) {
    for (Place place : places.values()) {
      String name = place.name();
      if (charges.lives(car.vin(), name) && !dead.contain(name) && !failures.containsKey(name)) {
        charges.progress(opened(place), name, car, status, clock.instant());
      }
    }
  }

  private static Failure refused(Place place, String file) {
    return new Failure.MessageRefused(
        place.title()
            + " refused a message in every form; it is kept under \"refused\" in "
            + file);
  }

  /** The first letter that its place may be tried with now. */
  private Optional<Letter> next(List<Letter> waiting, String to) {
    List<Letter> letters = byPlace(waiting).getOrDefault(to, List.of());
    if (letters.isEmpty() || failures.containsKey(to)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Letter> next = new Outbox(places.get(to).quiet()).next(letters, now);
    if (next.isPresent() && !dead.mayTry(to, letters, now)) {
      failures.put(to, dead.reason(to).orElseThrow());
      return Optional.empty();
    }
    return next;
  }

  private List<Letter> folded(List<Letter> waiting) {
    if (waiting.size() < 2) {
      return waiting;
    }
    List<Letter> folded = new ArrayList<>();
    byPlace(waiting)
        .forEach(
            (to, letters) -> {
              Place place = places.get(to);
              Outbox outbox = new Outbox(place == null ? Optional.empty() : place.quiet());
              folded.addAll(outbox.folded(letters, clock.instant()));
            });
    return folded;
  }

  private static Map<String, List<Letter>> byPlace(List<Letter> waiting) {
    Map<String, List<Letter>> byPlace = new LinkedHashMap<>();
    for (Letter letter : waiting) {
      byPlace.computeIfAbsent(letter.to(), to -> new ArrayList<>()).add(letter);
    }
    return byPlace;
  }
}
