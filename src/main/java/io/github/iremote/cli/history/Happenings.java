package io.github.iremote.cli.history;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.history.Line;
import io.github.iremote.message.Wording;
import io.github.iremote.picture.Scene;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The events of a time, each at the moment at which the car says that it was so. */
final class Happenings {
  /** An older reading is of something else. */
  private static final Duration OLDEST = Duration.ofHours(12);

  private static final Map<EventName, Set<Signal<?>>> TOLD_BY =
      Map.of(
          EventName.LOCKED, Set.of(Signal.LOCK),
          EventName.UNLOCKED, Set.of(Signal.LOCK),
          EventName.DRIVING, Set.of(Signal.MOVING, Signal.IGNITION),
          EventName.PARKED, Set.of(Signal.MOVING, Signal.IGNITION, Signal.ODOMETER),
          EventName.PLUGGED_IN, Set.of(Signal.PLUG),
          EventName.UNPLUGGED, Set.of(Signal.PLUG),
          EventName.CHARGING_STARTED, Set.of(Signal.CHARGING),
          EventName.CHARGING_FINISHED, Set.of(Signal.CHARGING),
          EventName.CHARGING_INTERRUPTED, Set.of(Signal.CHARGING),
          EventName.ALARM, Set.of(Signal.ALARM));

  private final Map<Instant, List<Event>> events = new LinkedHashMap<>();
  private final Map<Instant, List<Line.Measured<?>>> readings = new LinkedHashMap<>();

  Happenings(List<Line> lines) {
    for (Line line : lines) {
      if (line.content() instanceof Line.Happened happened) {
        events.computeIfAbsent(line.heard(), heard -> new ArrayList<>()).add(happened.event());
      } else if (line.content() instanceof Line.Measured<?> measured) {
        readings.computeIfAbsent(line.heard(), heard -> new ArrayList<>()).add(measured);
      }
    }
  }

  /** Those that tell when an event was. */
  static Set<Signal<?>> signals() {
    Set<Signal<?>> signals = new HashSet<>();
    TOLD_BY.values().forEach(signals::addAll);
    for (Opening opening : Opening.values()) {
      signals.add(Signal.of(opening));
    }
    return signals;
  }

  /** What is heard in one moment is one mark, where it happened in one minute. */
  List<Scene.Mark> marks(Instant from, Instant to, Wording wording) {
    Map<Long, Scene.Mark> byMinute = new LinkedHashMap<>();
    events.forEach(
        (heard, together) -> {
          for (Event event : together) {
            Instant at = time(event, heard);
            if (!at.isBefore(from) && !at.isAfter(to)) {
              Scene.Mark mark = new Scene.Mark(at, words(event, wording), event.name().urgent());
              byMinute.merge(at.getEpochSecond() / 60, mark, Happenings::joined);
            }
          }
        });
    List<Scene.Mark> marks = new ArrayList<>(byMinute.values());
    marks.sort((one, other) -> one.at().compareTo(other.at()));
    return marks;
  }

  private static Scene.Mark joined(Scene.Mark one, Scene.Mark other) {
    boolean same = one.text().contains(other.text());
    String text = same ? one.text() : one.text() + ", " + other.text();
    return new Scene.Mark(one.at(), text, one.urgent() || other.urgent());
  }

  /** Under a heading with the car's name nobody needs to be told that it is about a car. */
  private static String words(Event event, Wording wording) {
    String headline = wording.headline(event);
    return headline.startsWith("Car ") ? headline.substring("Car ".length()) : headline;
  }

  private Instant time(Event event, Instant heard) {
    Optional<Instant> told = Optional.empty();
    for (Line.Measured<?> line : readings.getOrDefault(heard, List.of())) {
      Instant at = line.reading().at();
      boolean about = isAbout(event, line.signal());
      boolean recent = at.isAfter(heard.minus(OLDEST)) && !at.isAfter(heard);
      if (about && recent && (told.isEmpty() || at.isAfter(told.get()))) {
        told = Optional.of(at);
      }
    }
    return told.orElse(heard);
  }

  private static boolean isAbout(Event event, Signal<?> signal) {
    if (TOLD_BY.getOrDefault(event.name(), Set.of()).contains(signal)) {
      return true;
    }
    boolean opening = event.name() == EventName.OPENED || event.name() == EventName.CLOSED;
    return opening
        && event.items().stream()
            .anyMatch(
                item -> item instanceof Item.Part part && Signal.of(part.opening()) == signal);
  }
}
