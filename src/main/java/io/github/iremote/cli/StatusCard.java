package io.github.iremote.cli;

import io.github.iremote.event.Item;
import io.github.iremote.message.Wording;
import io.github.iremote.vehicle.Battery12v;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Notices;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import io.github.iremote.vehicle.Wheel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A car as it is, for a person in front of a terminal: a line for each thing it has told.
 *
 * @param nothing what to say where there is no status
 * @param news what happened, in words; nothing if nothing did
 * @param unchangedSince when something last did
 * @param nextLook when it will be fetched again, where that is not in every run
 */
record StatusCard(
    Vehicle car,
    VehicleStatus status,
    String nothing,
    List<String> news,
    Optional<Instant> unchangedSince,
    Optional<Instant> nextLook,
    Wording wording,
    Instant now) {
  private static final int WIDTH = 12;
  private static final double LOW_TYRE_KPA = 30;

  String text() {
    StringBuilder text = new StringBuilder(car.name()).append(": ").append(headline());
    row(text, "car", Optional.of((car.model() + " " + car.shortVin()).trim()));
    row(text, "lock", status.get(Signal.LOCK).map(lock -> lock.locked() ? "locked" : "UNLOCKED"));
    row(text, "open", open());
    row(
        text,
        "battery",
        level(
            Signal.STATE_OF_CHARGE,
            wording.range(status.get(Signal.ELECTRIC_RANGE), Optional.empty())));
    row(
        text,
        "fuel",
        level(Signal.FUEL_LEVEL, wording.range(status.get(Signal.FUEL_RANGE), Optional.empty())));
    row(text, "range", status.get(Signal.TOTAL_RANGE).map(wording::distance));
    row(text, "charging", charging());
    row(text, "driven", status.get(Signal.ODOMETER).map(wording::distance));
    row(text, "warnings", Optional.of(String.join(", ", warnings())).filter(w -> !w.isEmpty()));
    row(text, "as of", status.at().map(at -> wording.time(at, now) + ", " + ago(at)));
    row(text, "next look", nextLook.map(this::next));
    return text.toString();
  }

  private String headline() {
    if (!news.isEmpty()) {
      return String.join(" · ", news);
    }
    return status.isEmpty()
        ? nothing
        : "unchanged"
            + unchangedSince
                .or(status::at)
                .map(since -> " since " + wording.time(since, now))
                .orElse("");
  }

  private static void row(StringBuilder text, String name, Optional<String> value) {
    value.ifPresent(
        words ->
            text.append("\n  ")
                .append(name)
                .append(" ".repeat(WIDTH - name.length()))
                .append(words));
  }

  /** Nothing is open only where the car has told of its parts. */
  private Optional<String> open() {
    List<Opening> open = status.open();
    if (!open.isEmpty()) {
      return Optional.of(
          open.stream()
              .map(part -> wording.item(new Item.Part(part)))
              .collect(Collectors.joining(", ")));
    }
    for (Opening part : Opening.values()) {
      if (status.says(Signal.of(part), OpeningState.CLOSED)) {
        return Optional.of("nothing");
      }
    }
    return Optional.empty();
  }

  private Optional<String> level(Signal<Double> level, Optional<String> range) {
    List<String> parts = new ArrayList<>();
    status.get(level).map(wording::percent).ifPresent(parts::add);
    range.ifPresent(parts::add);
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", parts));
  }

  private Optional<String> charging() {
    Optional<ChargingState> charging = status.get(Signal.CHARGING);
    if (charging.filter(ChargingState.CHARGING::equals).isPresent()) {
      String target =
          status
              .get(Signal.TARGET_STATE_OF_CHARGE)
              .map(percent -> " to " + wording.percent(percent))
              .orElse("");
      String left =
          status
              .chargeTime()
              .map(time -> ", " + Wording.hoursAndMinutes(time) + " left")
              .orElse("");
      return Optional.of("charging" + target + left);
    }
    String end = charging.map(StatusCard::words).orElse("");
    return status
        .get(Signal.PLUG)
        .map(plug -> plug == PlugState.CONNECTED ? "plugged in" + end : "not plugged in");
  }

  private static String words(ChargingState state) {
    return switch (state) {
      case PREPARING -> ", waiting to charge";
      case PAUSED -> ", paused";
      case FULL -> ", full";
      case ERROR -> ", ERROR";
      default -> ", not charging";
    };
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (status.is(Signal.ALARM)) {
      warnings.add("ALARM");
    }
    status
        .get(Signal.BATTERY_12V)
        .filter(demand -> demand != Battery12v.FINE)
        .ifPresent(
            demand ->
                warnings.add(
                    "12 V battery: " + demand.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    for (Wheel wheel : Wheel.values()) {
      tyre(wheel).ifPresent(warnings::add);
    }
    for (Signal<Notices> list : List.of(Signal.CHECK_CONTROL, Signal.SERVICE)) {
      status
          .get(list)
          .ifPresent(
              notices -> notices.list().forEach(n -> warnings.add(wording.item(new Item.Line(n)))));
    }
    return warnings;
  }

  private Optional<String> tyre(Wheel wheel) {
    Optional<Double> target = status.get(Signal.tyrePressureTarget(wheel));
    Optional<Double> pressure = status.get(Signal.tyrePressure(wheel));
    return target
        .flatMap(wanted -> pressure.map(actual -> wanted - actual))
        .filter(missing -> missing > LOW_TYRE_KPA)
        .map(missing -> wording.item(new Item.Tyre(wheel, missing)));
  }

  private String ago(Instant at) {
    Duration age = Duration.between(at, now);
    if (age.toMinutes() < 1) {
      return "just now";
    }
    if (age.toHours() < 1) {
      return count(age.toMinutes(), "minute") + " ago";
    }
    return age.toDays() < 2
        ? count(age.toHours(), "hour") + " ago"
        : count(age.toDays(), "day") + " ago";
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  private String next(Instant look) {
    return look.isAfter(now) ? wording.time(look, now) : "with the next run";
  }
}
