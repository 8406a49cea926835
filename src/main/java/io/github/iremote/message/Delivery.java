package io.github.iremote.message;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes waiting letters to their places, one at a time: the caller saves after each. A place that
 * fails is left alone for the rest of the run, and holds up no other.
 */
public final class Delivery {
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Failure> failures = new LinkedHashMap<>();
  private final InstantSource clock;
  private final Log log;

  public Delivery(List<Place> places, InstantSource clock, Log log) {
    places.forEach(place -> this.places.put(place.name(), place));
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
  public List<Letter> queued(List<Letter> waiting, Message message) {
    List<Letter> more = new ArrayList<>(waiting);
    for (Place place : places.values()) {
      if (!place.passing(message.events()).isEmpty()) {
        more.add(Letter.of(place.name(), message));
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
    boolean saved = justSaved;
    List<Letter> waiting = folded(mailbox.letters());
    for (Optional<Letter> next = next(waiting); next.isPresent(); next = next(waiting)) {
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

  private Optional<Step> send(Letter letter, List<Letter> waiting, String file) {
    List<Letter> left = new ArrayList<>(waiting);
    left.remove(letter);
    Place place = places.get(letter.to());
    if (place == null) {
      log.warn("a message for " + letter.to() + " is dropped: it is no longer configured");
      return Optional.of(new Step(left, Optional.empty(), Optional.empty()));
    }
    try {
      place.notifier().send(letter);
      return Optional.of(new Step(left, Optional.of(letter), Optional.empty()));
    } catch (Notifier.Refused e) {
      failures.put(place.name() + " refused", refused(place, file));
      return Optional.of(new Step(left, Optional.empty(), Optional.of(letter)));
    } catch (Failure.PlaceUnavailable e) {
      failures.put(place.name(), e);
      return Optional.empty();
    }
  }

  private static Failure refused(Place place, String file) {
    return new Failure.MessageRefused(
        place.title()
            + " refused a message in every form; it is kept under \"refused\" in "
            + file);
  }

  /** Why places were not reached in this run. */
  public List<Failure> failures() {
    return List.copyOf(failures.values());
  }

  /** The first letter whose place is there to take it, or is no longer configured. */
  private Optional<Letter> next(List<Letter> waiting) {
    Instant now = clock.instant();
    for (List<Letter> letters : byPlace(waiting).values()) {
      String to = letters.get(0).to();
      Place place = places.get(to);
      Optional<Letter> next =
          place == null
              ? Optional.of(letters.get(0))
              : failures.containsKey(to)
                  ? Optional.empty()
                  : new Outbox(place.quiet()).next(letters, now);
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
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
