package io.github.iremote.event.rules;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says when the parked car was left open or unlocked, and reminds once. */
final class LeftRule {
  private static final Duration REMINDER = Duration.ofHours(2);

  /** Nobody drives with one of these open. */
  private static final Set<Opening> SHUT_ON_THE_ROAD = EnumSet.of(Opening.TRUNK, Opening.HOOD);

  static {
    SHUT_ON_THE_ROAD.addAll(Opening.DOORS);
  }

  static void apply(Comparison c) {
    boolean parked = c.journey.isEmpty() && !Driving.underWay(c.after);
    List<Opening> open = parked ? c.after.open() : List.of();
    Optional<Instant> openSince =
        open.stream()
            .map(part -> standing(c, c.after.reading(Signal.of(part)).get().since()))
            .min(Instant::compareTo);
    List<Item> parts = open.stream().<Item>map(Item.Part::new).toList();
    boolean stands = !Collections.disjoint(open, SHUT_ON_THE_ROAD);
    Event leftOpen = Event.of(EventName.LEFT_OPEN, parts);
    watch(c, leftOpen, openSince, openSince, stands, c.thresholds.leftOpen());

    Optional<Reading<LockState>> lock = c.after.reading(Signal.LOCK);
    boolean unlocked = parked && lock.isPresent() && !lock.get().value().locked();
    // a lock that says anew that it is open was used in between
    Optional<Instant> unlockedSince =
        unlocked ? Optional.of(standing(c, lock.get().at())) : Optional.empty();
    Event leftUnlocked = Event.of(EventName.LEFT_UNLOCKED);
    watch(c, leftUnlocked, unlockedSince, atTheDoors(c), stands, c.thresholds.leftUnlocked());
  }

  /** When somebody was last at one of its doors: nobody has left it before. */
  private static Optional<Instant> atTheDoors(Comparison c) {
    Optional<Instant> last = Optional.empty();
    for (Opening part : SHUT_ON_THE_ROAD) {
      Optional<Instant> moved = c.after.since(Signal.of(part));
      last = moved.isPresent() ? Optional.of(latest(moved.get(), last)) : last;
    }
    return last;
  }

  /**
   * @param used when somebody was last at the car
   * @param stands whether it is certain that the car is not on the road
   */
  private static void watch(
      Comparison c,
      Event event,
      Optional<Instant> since,
      Optional<Instant> used,
      boolean stands,
      Duration threshold) {
    String episode = event.name().name();
    String reminder = episode + " reminder";
    Optional<Instant> leftFrom =
        (stands
                ? since.map(time -> time.plus(threshold))
                : since.flatMap(time -> SilentCars.leftFrom(c, time, threshold)))
            .map(time -> latest(time, used.map(last -> last.plus(threshold))));
    boolean left = leftFrom.isPresent() && !leftFrom.get().isAfter(c.now);
    boolean longer = left && !since.get().plus(REMINDER).isAfter(c.now);
    boolean first = c.begins(episode, left, since.isPresent());
    boolean again = c.begins(reminder, longer, since.isPresent());
    if ((first || again) && !c.before.isEmpty()) {
      c.tell(event.since(since.get()));
    }
    if (leftFrom.isPresent() && !left && !c.ongoing.containsKey(episode)) {
      c.expect(leftFrom.get());
    }
    if (leftFrom.isPresent() && !c.ongoing.containsKey(reminder)) {
      c.expect(since.get().plus(REMINDER));
    }
  }

  private static Instant latest(Instant time, Optional<Instant> other) {
    return other.filter(time::isBefore).orElse(time);
  }

  /** Since when it has been so with the car parked: what was open on the road counts from then. */
  private static Instant standing(Comparison c, Instant changed) {
    return c.after.standingSince().filter(changed::isBefore).orElse(changed);
  }

  private LeftRule() {}
}
