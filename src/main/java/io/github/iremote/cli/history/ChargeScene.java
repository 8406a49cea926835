package io.github.iremote.cli.history;

import io.github.iremote.history.derived.Charge;
import io.github.iremote.picture.Ink;
import io.github.iremote.picture.Scene;
import io.github.iremote.vehicle.ChargingSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of a car's history one charge, with its power where that is known. */
record ChargeScene(SceneMaker maker, Figures figures) {

  Scene of(String name, Charge charge) {
    Instant start = charge.from(charge.end().minus(LevelCurves.EVENLY));
    Duration margin = Duration.between(start, charge.end()).dividedBy(12);
    Span span = new Span(start.minus(margin), charge.end().plus(margin), "", false, true);
    Scene scene = maker.scene(name, span);
    List<Scene.Curve> curves = new ArrayList<>(scene.curves());
    curves.removeIf(curve -> curve.ink() == Ink.FUEL);
    power(charge).ifPresent(curves::add);
    return new Scene(
        name + " · " + title(charge),
        subtitle(charge),
        scene.from(),
        scene.to(),
        scene.known(),
        scene.zone(),
        scene.locale(),
        curves,
        scene.bands(),
        scene.marks(),
        charge.power().isEmpty() ? Optional.empty() : Optional.of("kW"));
  }

  private String title(Charge charge) {
    String end = figures.clock(charge.end());
    if (charge.start().isEmpty()) {
      return figures.words("chargeUntil", figures.date(charge.end()), end);
    }
    Instant start = charge.start().get();
    boolean days = !charge.end().isBefore(start.plus(Duration.ofDays(1)));
    String to = days ? figures.date(charge.end()) + " " + end : end;
    return figures.words("charge", figures.date(start), figures.clock(start), to);
  }

  private String subtitle(Charge charge) {
    List<String> parts = new ArrayList<>();
    charge.energy().ifPresent(e -> parts.add(figures.energy(e) + " (" + figures.found(e) + ")"));
    maker.cost(charge).ifPresent(cost -> parts.add(figures.cost(charge.energy(), cost)));
    String to = charge.to().map(Figures::percent).orElse("?");
    charge.from().ifPresent(from -> parts.add(Figures.percent(from) + " → " + to));
    charge
        .averagePower()
        .ifPresent(power -> parts.add(figures.words("average", figures.number(power, 1) + " kW")));
    parts.add(figures.ending(charge));
    parts.removeIf(String::isEmpty);
    return String.join(" · ", parts);
  }

  private Optional<Scene.Curve> power(Charge charge) {
    List<Scene.Point> points = new ArrayList<>();
    for (ChargingSession.Block block : charge.power()) {
      points.add(new Scene.Point(block.start(), block.kilowatts()));
      points.add(new Scene.Point(block.end(), block.kilowatts()));
    }
    double top = Math.ceil(charge.peakPower().orElse(0.0) * 1.1 / 5) * 5;
    String name = figures.words("power");
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(new Scene.Curve(name, Ink.POWER, Math.max(5, top), true, points));
  }
}
