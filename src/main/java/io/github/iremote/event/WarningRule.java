package io.github.iremote.event;

import io.github.iremote.vehicle.Battery12v;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Notices;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import io.github.iremote.vehicle.Wheel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what the car itself warns of: alarm, tyres, 12 V battery, service, check control. */
final class WarningRule {
  private static final double TYRE_TOLERANCE_KPA = 30;

  /** A tyre is mended when it is this close to its target again. */
  private static final double TYRE_RECOVERED_KPA = 20;

  static void apply(Comparison c) {
    if (c.became(Signal.ALARM, on -> on)) {
      c.tell(Event.of(EventName.ALARM));
    }
    if (c.became(Signal.BATTERY_12V, demand -> demand != Battery12v.FINE)) {
      c.tell(Event.of(EventName.BATTERY_12V));
    }
    notices(c, EventName.SERVICE_DUE, Signal.SERVICE);
    notices(c, EventName.CHECK_CONTROL, Signal.CHECK_CONTROL);
    tyres(c);
  }

  private static void notices(Comparison c, EventName name, Signal<Notices> signal) {
    Optional<Notices> before = c.before.get(signal);
    Optional<Notices> after = c.after.get(signal);
    if (before.isPresent() && after.isPresent()) {
      List<Notice> fresh = after.get().newSince(before.get());
      if (!fresh.isEmpty()) {
        c.tell(Event.of(name, fresh.stream().map(Item.Line::new).toList()));
      }
    }
  }

  private static void tyres(Comparison c) {
    List<Item> low = new ArrayList<>();
    for (Wheel wheel : Wheel.values()) {
      Optional<Double> missing = missing(c.after, wheel);
      String episode = EventName.TYRE_PRESSURE + " " + plain(wheel);
      boolean under = missing.isPresent() && missing.get() > TYRE_TOLERANCE_KPA;
      boolean unmended = missing.isEmpty() || missing.get() > TYRE_RECOVERED_KPA;
      boolean known = missing(c.before, wheel).isPresent();
      if (c.begins(episode, under, unmended) && known) {
        low.add(new Item.Tyre(wheel, missing.get()));
      }
    }
    if (!low.isEmpty()) {
      c.tell(Event.of(EventName.TYRE_PRESSURE, low));
    }
  }

  /** As saved notes have it: {@code front left}. */
  private static String plain(Wheel wheel) {
    return wheel.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** By how many kPa the tyre is under its target. */
  private static Optional<Double> missing(VehicleStatus status, Wheel wheel) {
    Optional<Double> target = status.get(Signal.tyrePressureTarget(wheel));
    Optional<Double> actual = status.get(Signal.tyrePressure(wheel));
    return target.isPresent() && actual.isPresent()
        ? Optional.of(target.get() - actual.get())
        : Optional.empty();
  }

  private WarningRule() {}
}
