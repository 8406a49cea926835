package io.github.iremote.event.rules;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.vehicle.Battery12v;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Notices;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what the car itself warns of: alarm, 12 V battery, service, check control. */
final class WarningRule {
  /** A battery's demand that is gone for less than this has not been met. */
  private static final Duration DEMAND_MET = Duration.ofDays(1);

  static void apply(Comparison c) {
    if (c.became(Signal.ALARM, on -> on) || c.appeared(Signal.ALARM, on -> on)) {
      c.tell(Event.of(EventName.ALARM));
    }
    battery12v(c);
    tell(c, EventName.SERVICE_DUE, fresh(c, Signal.SERVICE));
    List<Notice> messages = fresh(c, Signal.CHECK_CONTROL);
    if (c.appeared(Signal.CHECK_CONTROL, notices -> true)) {
      messages = c.after.get(Signal.CHECK_CONTROL).get().list();
    }
    tell(c, EventName.CHECK_CONTROL, messages);
    TyreRule.apply(c);
  }

  /** What the car warns of, and what is due, when it is first seen. */
  static List<Item> standing(VehicleStatus status) {
    List<Item> items = new ArrayList<>();
    if (status.is(Signal.ALARM)) {
      items.add(Item.Fact.ALARM);
    }
    items.addAll(TyreRule.low(status));
    status
        .get(Signal.BATTERY_12V)
        .filter(demand -> demand != Battery12v.FINE)
        .ifPresent(demand -> items.add(new Item.Demand(demand)));
    for (Signal<Notices> list : List.of(Signal.CHECK_CONTROL, Signal.SERVICE)) {
      status.get(list).ifPresent(lines -> lines.list().forEach(l -> items.add(new Item.Line(l))));
    }
    return items;
  }

  private static void tell(Comparison c, EventName name, List<Notice> fresh) {
    if (!fresh.isEmpty()) {
      List<Item> lines = new ArrayList<>();
      fresh.forEach(notice -> lines.add(new Item.Line(notice)));
      c.tell(Event.of(name, lines));
    }
  }

  private static List<Notice> fresh(Comparison c, Signal<Notices> signal) {
    Optional<Notices> before = c.before.get(signal);
    Optional<Notices> after = c.after.get(signal);
    return before.isPresent() && after.isPresent() ? after.get().newSince(before.get()) : List.of();
  }

  /** Each worse step once: it stands noted until the battery has asked for nothing for a day. */
  private static void battery12v(Comparison c) {
    Optional<Reading<Battery12v>> reading = c.after.reading(Signal.BATTERY_12V);
    if (reading.isEmpty()) {
      return;
    }
    Battery12v demand = reading.get().value();
    if (demand == Battery12v.FINE) {
      forgetMet(c, reading.get().since());
      return;
    }
    boolean worse =
        c.before.get(Signal.BATTERY_12V).filter(was -> was.compareTo(demand) < 0).isPresent();
    boolean told = c.ongoing.containsKey(episode(demand));
    for (Battery12v step : Battery12v.values()) {
      if (step != Battery12v.FINE && step.compareTo(demand) <= 0) {
        c.ongoing.putIfAbsent(episode(step), c.now);
      }
    }
    if (worse && !told) {
      c.tell(Event.of(EventName.BATTERY_12V, new Item.Demand(demand)));
    }
  }

  private static void forgetMet(Comparison c, Instant since) {
    if (!since.plus(DEMAND_MET).isAfter(c.now)) {
      for (Battery12v step : Battery12v.values()) {
        c.ongoing.remove(episode(step));
      }
    }
  }

  private static String episode(Battery12v step) {
    return EventName.BATTERY_12V + " " + step;
  }

  private WarningRule() {}
}
