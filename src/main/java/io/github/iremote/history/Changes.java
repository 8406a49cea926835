package io.github.iremote.history;

import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Sample;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of an answer: the readings that are other than they were.
 *
 * @param extra keys of the source that are kept as they are, in no words of ours
 * @param location whether positions may be kept
 */
record Changes(List<String> extra, boolean location) {
  /** Signals of which the rules ask when the car last said so, not only since when it has been. */
  private static final Set<Signal<?>> STAMPED =
      Set.of(
          Signal.UPDATE_REASON,
          Signal.LOCK,
          Signal.POSITION,
          Signal.MOVING,
          Signal.IGNITION,
          Signal.PLUG,
          Signal.CHARGING,
          Signal.CHARGE_TIME_REMAINING,
          Signal.CHARGE_END_REASON);

  Changes {
    extra = List.copyOf(extra);
  }

  List<Line.Content> between(Known before, Known after) {
    List<Line.Content> changes = new ArrayList<>();
    for (Signal<?> signal : Signal.all()) {
      change(signal, before.status(), after.status()).ifPresent(changes::add);
    }
    for (String key : extra) {
      Optional<Sample> was = before.samples().get(key);
      after
          .samples()
          .get(key)
          .filter(now -> was.map(Sample::value).filter(now.value()::equals).isEmpty())
          .ifPresent(now -> changes.add(new Line.Raw(key, now)));
    }
    return changes;
  }

  private <T> Optional<Line.Content> change(
      Signal<T> signal, VehicleStatus before, VehicleStatus after) {
    Optional<Reading<T>> now = after.reading(signal);
    if (now.isEmpty() || (!location && signal == Signal.POSITION)) {
      return Optional.empty();
    }
    Optional<Reading<T>> was = before.reading(signal);
    boolean same = was.isPresent() && was.get().value().equals(now.get().value());
    boolean stamped = !was.equals(now) && STAMPED.contains(signal);
    return same && !stamped
        ? Optional.empty()
        : Optional.of(new Line.Measured<>(signal, now.get()));
  }
}
