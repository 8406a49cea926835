package io.github.iremote.event.rules;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import io.github.iremote.vehicle.Wheel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says that a tyre has lost pressure. Its target wanders with the load that the car assumes (250 to
 * 290 kPa and back): a tyre is measured by the lowest target of the last weeks.
 */
final class TyreRule {
  private static final double TOLERANCE_KPA = 30;

  /** A tyre is mended when it is this close to its target again. */
  private static final double RECOVERED_KPA = 20;

  /** For how long a lower target counts after it has risen. */
  private static final Duration TARGET_KEPT = Duration.ofDays(30);

  static void apply(Comparison c) {
    List<Item> low = new ArrayList<>();
    for (Wheel wheel : Wheel.values()) {
      Optional<Double> missing = missing(c, wheel);
      String episode = EventName.TYRE_PRESSURE + " " + plain(wheel);
      boolean under = missing.isPresent() && missing.get() > TOLERANCE_KPA;
      boolean unmended = missing.isEmpty() || missing.get() > RECOVERED_KPA;
      boolean known = missing(c.before, wheel).isPresent() || saidNow(c, wheel);
      if (c.begins(episode, under, unmended) && known) {
        low.add(new Item.Tyre(wheel, missing.get()));
      }
    }
    if (!low.isEmpty()) {
      c.tell(Event.of(EventName.TYRE_PRESSURE, low));
    }
  }

  /** The tyres that are low by the target of now. */
  static List<Item> low(VehicleStatus status) {
    List<Item> low = new ArrayList<>();
    for (Wheel wheel : Wheel.values()) {
      missing(status, wheel)
          .filter(missing -> missing > TOLERANCE_KPA)
          .ifPresent(missing -> low.add(new Item.Tyre(wheel, missing)));
    }
    return low;
  }

  private static boolean saidNow(Comparison c, Wheel wheel) {
    Optional<Reading<Double>> pressure = c.after.reading(Signal.tyrePressure(wheel));
    return pressure.isPresent() && c.saidSince(pressure.get());
  }

  /** By how many kPa the tyre is under the lowest of its targets. */
  private static Optional<Double> missing(Comparison c, Wheel wheel) {
    Optional<Double> now = missing(c.after, wheel);
    Optional<Double> target = c.after.get(Signal.tyrePressureTarget(wheel));
    if (now.isEmpty()) {
      return now;
    }
    double lowest = lowestTarget(c, wheel, target.get());
    return Optional.of(now.get() - (target.get() - lowest));
  }

  private static double lowestTarget(Comparison c, Wheel wheel, double target) {
    String noted = "TYRE_TARGET " + plain(wheel) + " ";
    Optional<Double> last = c.before.get(Signal.tyrePressureTarget(wheel));
    if (last.isPresent() && last.get() < target) {
      c.ongoing.put(noted + last.get(), c.now);
    }
    double lowest = target;
    for (Map.Entry<String, Instant> note : Map.copyOf(c.ongoing).entrySet()) {
      if (note.getKey().startsWith(noted)) {
        double kept = Double.parseDouble(note.getKey().substring(noted.length()));
        if (kept >= target || note.getValue().plus(TARGET_KEPT).isBefore(c.now)) {
          c.ongoing.remove(note.getKey());
        } else {
          lowest = Math.min(lowest, kept);
        }
      }
    }
    return lowest;
  }

  /** As saved notes have it: {@code front left}. */
  private static String plain(Wheel wheel) {
    return wheel.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Optional<Double> missing(VehicleStatus status, Wheel wheel) {
    Optional<Double> target = status.get(Signal.tyrePressureTarget(wheel));
    return target.flatMap(t -> status.get(Signal.tyrePressure(wheel)).map(actual -> t - actual));
  }

  private TyreRule() {}
}
