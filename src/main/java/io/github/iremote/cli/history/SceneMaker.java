package io.github.iremote.cli.history;

import io.github.iremote.history.Line;
import io.github.iremote.history.Wanted;
import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Derived;
import io.github.iremote.history.derived.Drive;
import io.github.iremote.picture.Bars;
import io.github.iremote.picture.Ink;
import io.github.iremote.picture.Scene;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of a car's history what is to be seen of a time. */
final class SceneMaker {
  /** What curves are made of, and what tells when an event was. */
  private static final Wanted WANTED = wanted();

  private final Chronicle chronicle;
  private final Figures figures;
  private final Instant now;

  SceneMaker(Chronicle chronicle, Figures figures, Instant now) {
    this.chronicle = chronicle;
    this.figures = figures;
    this.now = now;
  }

  private static Wanted wanted() {
    List<Signal<?>> within = new ArrayList<>(Happenings.signals());
    List<Signal<?>> often = new ArrayList<>(LevelCurves.SIGNALS);
    often.add(Signal.ODOMETER); // tells of an event only to the minute in which a car parked
    return new Wanted(within, often);
  }

  Scene scene(String name, Span span) {
    List<Line> lines = chronicle.lines(span.from(), span.to(), WANTED.until(span.to()));
    Derived derived = chronicle.nearby(span.from(), span.to().plus(Duration.ofDays(1)));
    List<Scene.Band> bands = bands(derived, span);
    List<Scene.Curve> curves =
        new LevelCurves(figures.wording().phrases(), now).of(lines, bands, span);
    Instant known = span.to().isBefore(now) ? span.to() : now;
    Totals totals = chronicle.totals(chronicle.within(derived, span.from(), span.to()));
    return new Scene(
        name + " · " + span.title(),
        subtitle(totals, curves),
        span.from(),
        span.to(),
        known,
        figures.zone(),
        figures.locale(),
        curves,
        bands,
        new Happenings(lines).marks(span.from(), span.to(), figures.wording()),
        Optional.empty());
  }

  /** Days side by side. */
  Bars bars(String name, Span span) {
    return new DayBars(chronicle, figures).of(name, span);
  }

  /** One charge, with its power where that is known. */
  Scene charge(String name, Charge charge) {
    return new ChargeScene(this, figures).of(name, charge);
  }

  /** What a charge cost, where that is known. */
  Optional<Double> cost(Charge charge) {
    return chronicle.cost(charge);
  }

  private String subtitle(Totals totals, List<Scene.Curve> curves) {
    List<String> parts = new ArrayList<>(figures.summary(totals));
    for (Scene.Curve curve : curves) {
      double first = curve.points().get(0).value();
      double last = curve.points().get(curve.points().size() - 1).value();
      String name = curves.size() > 1 || curve.ink() == Ink.FUEL ? curve.name() + " " : "";
      parts.add(
          name
              + (Math.round(first) == Math.round(last) ? "" : Figures.percent(first) + " → ")
              + Figures.percent(last));
    }
    return figures.joined(parts);
  }

  private List<Scene.Band> bands(Derived derived, Span span) {
    List<Scene.Band> bands = new ArrayList<>();
    for (Charge charge : derived.charges()) {
      if (charge.from(charge.end()).isBefore(span.to()) && charge.end().isAfter(span.from())) {
        bands.add(new Scene.Band(charge.start(), charge.end(), true, labels(charge)));
      }
    }
    for (Drive drive : derived.drives()) {
      if (drive.from().isBefore(span.to()) && drive.end().isAfter(span.from())) {
        List<String> label = List.of(figures.distance(drive.kilometres()));
        bands.add(new Scene.Band(drive.start(), drive.end(), false, label));
      }
    }
    bands.sort((one, other) -> one.start().compareTo(other.start()));
    return bands;
  }

  private List<String> labels(Charge charge) {
    List<String> labels = new ArrayList<>();
    charge
        .energy()
        .map(energy -> figures.number(energy.kilowattHours(), 1) + " kWh")
        .ifPresent(energy -> labels.addAll(List.of(figures.words("charging", energy), energy)));
    charge.gained().ifPresent(gain -> labels.add("+" + Figures.percent(gain)));
    return labels;
  }
}
