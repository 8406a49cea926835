package io.github.iremote.event;

import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the owner wants to be told at certain hours, and which places have names. */
public record Reminders(List<Reminder> list, List<KnownPlace> places, Supplier<ZoneId> zone) {
  public static final Reminders NONE = new Reminders(List.of(), List.of(), ZoneId::systemDefault);

  /** A reminder that comes later than this is none. */
  private static final Duration LATEST = Duration.ofHours(2);

  /** Whether an hour has come that has not been heeded; while the car is driven, it waits. */
  public boolean due(Notes notes, Instant now) {
    return notes.journey().isEmpty() && !pending(notes, now).isEmpty();
  }

  /** When the first of the hours comes. */
  public Optional<Instant> next(Instant now) {
    if (list.isEmpty()) {
      return Optional.empty();
    }
    ZoneId here = zone.get();
    return list.stream().map(reminder -> reminder.next(now, here)).min(Instant::compareTo);
  }

  /** The outcome with what there is to remind of, and with arrivals where they are known. */
  public Outcome added(Outcome outcome, VehicleStatus before, Instant now) {
    Outcome named =
        places.isEmpty()
            ? outcome
            : new Outcome(
                KnownPlace.named(outcome.events(), before, outcome.status(), places),
                outcome.status(),
                outcome.notes(),
                outcome.nextAt());
    if (list.isEmpty() || !due(outcome.notes(), now) || outcome.status().isEmpty()) {
      return named;
    }
    List<Event> events = new ArrayList<>(named.events());
    Map<String, Instant> heeded = new HashMap<>(outcome.notes().ongoing());
    boolean remind = false;
    for (Reminder reminder : pending(outcome.notes(), now)) {
      heeded.put(key(reminder), reminder.last(now, zone.get()));
      remind |= applies(reminder, outcome.status());
    }
    if (remind) {
      events.add(0, Event.of(EventName.PLUG_IN_REMINDER));
    }
    return new Outcome(
        events, outcome.status(), new Notes(heeded, outcome.notes().journey()), outcome.nextAt());
  }

  private List<Reminder> pending(Notes notes, Instant now) {
    List<Reminder> pending = new ArrayList<>();
    for (Reminder reminder : list) {
      Instant last = reminder.last(now, zone.get());
      Instant heeded = notes.ongoing().getOrDefault(key(reminder), Instant.MIN);
      if (last.plus(LATEST).isAfter(now) && heeded.isBefore(last)) {
        pending.add(reminder);
      }
    }
    return pending;
  }

  private boolean applies(Reminder reminder, VehicleStatus status) {
    boolean low =
        status.get(Signal.STATE_OF_CHARGE).filter(l -> l < reminder.batteryBelow()).isPresent();
    boolean there =
        reminder.place().isEmpty() || KnownPlace.of(status, places).equals(reminder.place());
    return low && there && status.says(Signal.PLUG, PlugState.DISCONNECTED);
  }

  private static String key(Reminder reminder) {
    return EventName.PLUG_IN_REMINDER + " " + reminder.at();
  }
}
