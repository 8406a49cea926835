package io.github.iremote.pace;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.event.Notes;
import io.github.iremote.event.Outcome;
import io.github.iremote.event.Rules;
import io.github.iremote.event.Thresholds;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A simulated car as its owner hears of it: each look goes through the real rules. A message tells
 * of the last such happening before it; those of the same name that it passes over are never seen.
 */
final class Watched {
  private final SimulatedCar car;
  private final List<SimulatedCar.Happening> happenings;
  private final Map<EventName, Integer> passed = new EnumMap<>(EventName.class);
  private final Figures figures;
  private Notes notes = Notes.NONE;
  VehicleStatus status = VehicleStatus.UNKNOWN;
  Habits habits;
  Wait wait;

  Watched(SimulatedCar car, Instant start, Figures figures) {
    this.car = car;
    this.figures = figures;
    happenings = car.happenings();
    happenings.forEach(happening -> figures.happened(happening.name()));
    habits = Habits.unknown(start);
    wait = new Wait(start, start);
  }

  void look(Instant now) {
    VehicleStatus seen = car.status(status, now);
    Outcome outcome = Rules.between(status, seen, notes, Thresholds.DEFAULT, now);
    status = outcome.status();
    notes = outcome.notes();
    habits = habits.learn(seen, Plan.ZONE, now);
    names(outcome.events()).forEach(name -> told(name, now));
  }

  boolean driving() {
    return notes.journey().isPresent();
  }

  private void told(EventName name, Instant now) {
    int last = -1;
    int from = passed.getOrDefault(name, -1) + 1;
    for (int i = from; i < happenings.size(); i++) {
      if (happenings.get(i).visible().isAfter(now)) {
        break;
      }
      last = happenings.get(i).name() == name ? i : last;
    }
    if (last >= 0) {
      passed.put(name, last);
      figures.told(happenings.get(last), now);
    }
  }

  private static Set<EventName> names(List<Event> events) {
    Set<EventName> names = EnumSet.noneOf(EventName.class);
    for (Event event : events) {
      names.add(event.name());
      if (event.name() == EventName.PARKED && event.has(Item.Fact.LOCKED)) {
        names.add(EventName.LOCKED);
      }
    }
    return names;
  }
}
