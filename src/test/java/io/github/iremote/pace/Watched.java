package io.github.iremote.pace;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.message.Message;
import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.Vehicle;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A simulated car as its owner hears of it. A message tells of the last such happening before it;
 * those of the same name that it passes over are never told.
 */
final class Watched {
  private final Vehicle vehicle;
  private final List<Happening> happenings;
  private final SimulatedCar.Copy copy;
  private final List<SimulatedCar.Sent<?>> sent;
  private final Map<EventName, Integer> passed = new EnumMap<>(EventName.class);
  private final Figures figures;
  private Instant looked;
  private final Predicate<Instant> machineOn;
  private boolean asked;
  private boolean streamed;

  /**
   * @param machineOn at which times the owner's machine is on
   */
  Watched(
      Vehicle vehicle,
      SimulatedCar car,
      Instant start,
      Instant end,
      Predicate<Instant> machineOn,
      Figures figures) {
    this.vehicle = vehicle;
    this.happenings = car.happenings();
    this.copy = car.copy();
    this.sent = car.sent();
    this.looked = start;
    this.figures = figures;
    this.machineOn = machineOn;
    for (Happening happening : happenings) {
      if (happening.visible().isBefore(end)) {
        figures.happened(happening, happening.seeable(machineOn));
      }
    }
  }

  Vehicle vehicle() {
    return vehicle;
  }

  /** What the car has said, for one who does not wait until BMW's copy shows it. */
  List<SimulatedCar.Sent<?>> streamed() {
    streamed = true;
    return sent;
  }

  Answer answer(Instant now) {
    figures.looked(looked, now);
    asked = true;
    looked = now;
    return copy.answer(now);
  }

  /** Whether BMW's copy shows something that was not there at the last look. */
  boolean newsAt(Instant now) {
    if (!asked) {
      return true;
    }
    for (Happening happening : happenings) {
      if (happening.at().isAfter(now)) {
        return false;
      }
      if (happening.lasting()
          && happening.visible().isAfter(looked)
          && !happening.visible().isAfter(now)) {
        return true;
      }
    }
    return false;
  }

  void told(Message message, Instant now) {
    for (Event event : message.events()) {
      if (event.name() != EventName.WATCHING) {
        told(event.name(), event.past(), now);
      }
      if (event.name() == EventName.PARKED && event.has(Item.Fact.LOCKED)) {
        told(EventName.LOCKED, event.past(), now);
      }
    }
  }

  /**
   * Counts what is told.
   *
   * @param past whether it is told as over, which is no wrong word of what is
   */
  private void told(EventName name, boolean past, Instant now) {
    int shown = streamed ? -1 : last(name, now, true);
    int last = shown < 0 ? last(name, now, false) : shown;
    if (last < 0) {
      figures.wrong(name);
      return;
    }
    passed.put(name, last);
    Happening happening = happenings.get(last);
    figures.told(happening, happening.seeable(machineOn), now);
    if (!past && happening.stale(now)) {
      figures.wrong(name);
    }
  }

  /**
   * The last of that name; where that was a moment's, what has stood since before it.
   *
   * @param shown whether BMW's copy must show it; else it is enough that something else there tells
   */
  private int last(EventName name, Instant now, boolean shown) {
    int last = -1;
    for (int i = passed.getOrDefault(name, -1) + 1; i < happenings.size(); i++) {
      Happening happening = happenings.get(i);
      Instant from = shown ? happening.visible() : happening.at();
      boolean begun = happening.name() == name && !from.isAfter(now);
      if (begun && (last < 0 || happening.lasting() || !happenings.get(last).standsAt(now))) {
        last = i;
      }
    }
    return last;
  }
}
