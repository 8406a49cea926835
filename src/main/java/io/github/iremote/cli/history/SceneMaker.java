package io.github.iremote.cli.history;

import io.github.iremote.history.Line;
import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Derived;
import io.github.iremote.history.derived.Drive;
import io.github.iremote.history.derived.Energy;
import io.github.iremote.message.Wording;
import io.github.iremote.picture.Bars;
import io.github.iremote.picture.Ink;
import io.github.iremote.picture.Scene;
import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of a car's history what is to be seen of a time. */
final class SceneMaker {
  /** Between readings further apart than this the level is not known to have changed evenly. */
  private static final Duration EVENLY = Duration.ofMinutes(45);

  private final Chronicle chronicle;
  private final Figures figures;
  private final Wording wording;
  private final Instant now;

  SceneMaker(Chronicle chronicle, Figures figures, Wording wording, Instant now) {
    this.chronicle = chronicle;
    this.figures = figures;
    this.wording = wording;
    this.now = now;
  }

  Scene scene(String name, Span span) {
    List<Line> lines = chronicle.lines(span.from(), span.to());
    Derived derived = chronicle.between(span.from(), span.to().plus(Duration.ofDays(1)));
    List<Scene.Band> bands = bands(derived, span);
    List<Scene.Curve> curves = curves(lines, bands, span);
    Instant known = span.to().isBefore(now) ? span.to() : now;
    Totals totals = chronicle.totals(chronicle.between(span.from(), span.to()));
    return new Scene(
        name + " · " + span.title(),
        subtitle(totals, curves),
        span.from(),
        span.to(),
        known,
        figures.zone(),
        curves,
        bands,
        new Happenings(lines).marks(span.from(), span.to(), wording),
        Optional.empty());
  }

  /** Days side by side. */
  Bars bars(String name, Span span) {
    Derived derived = chronicle.between(span.from(), span.to());
    Map<LocalDate, Totals> days = chronicle.days(derived);
    Totals totals = chronicle.totals(derived);
    List<String> labels = new ArrayList<>();
    List<Double> distances = new ArrayList<>();
    List<Double> energies = new ArrayList<>();
    Instant first = span.from().isAfter(chronicle.begin()) ? span.from() : chronicle.begin();
    LocalDate last = LocalDate.ofInstant(span.to().minusMillis(1), figures.zone());
    LocalDate day = LocalDate.ofInstant(first, figures.zone());
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      Totals ofDay = days.getOrDefault(day, new Totals());
      labels.add(span.month() ? "" + day.getDayOfMonth() : day.toString());
      distances.add(figures.inUnit(ofDay.kilometres()));
      energies.add(ofDay.energy().map(Energy::kilowattHours).orElse(0.0));
    }
    List<String> parts = figures.summary(totals);
    List<Bars.Group> groups = new ArrayList<>();
    groups.add(new Bars.Group("driven", figures.unit().label(), Ink.DRIVE, distances));
    if (totals.energy().isPresent()) {
      groups.add(new Bars.Group("charged", "kWh", Ink.CHARGE, energies));
    }
    return new Bars(
        name + " · " + span.title(),
        parts.isEmpty() ? "nothing is known of this time" : String.join(" · ", parts),
        labels,
        groups);
  }

  /** One charge, with its power where that is known. */
  Scene charge(String name, Charge charge) {
    Instant start = charge.from(charge.end().minus(EVENLY));
    Duration margin = Duration.between(start, charge.end()).dividedBy(12);
    Span span = new Span(start.minus(margin), charge.end().plus(margin), "", false, true);
    Scene scene = scene(name, span);
    List<Scene.Curve> curves = new ArrayList<>(scene.curves());
    curves.removeIf(curve -> curve.ink() == Ink.FUEL);
    power(charge).ifPresent(curves::add);
    List<String> parts = new ArrayList<>();
    charge.energy().ifPresent(e -> parts.add(figures.energy(e) + " (" + e.found().words() + ")"));
    chronicle.cost(charge).ifPresent(cost -> parts.add(figures.cost(cost)));
    charge
        .from()
        .ifPresent(
            from ->
                parts.add(
                    Figures.percent(from) + " → " + charge.to().map(Figures::percent).orElse("?")));
    charge.averagePower().ifPresent(p -> parts.add(Figures.decimal(p, 1) + " kW on average"));
    parts.add(charge.ending().words());
    parts.removeIf(String::isEmpty);
    return new Scene(
        name
            + " · charge of "
            + figures.date(charge.end())
            + ", "
            + figures.clock(start)
            + " to "
            + figures.clock(charge.end()),
        String.join(" · ", parts),
        scene.from(),
        scene.to(),
        scene.known(),
        scene.zone(),
        curves,
        scene.bands(),
        scene.marks(),
        charge.power().isEmpty() ? Optional.empty() : Optional.of("kW"));
  }

  private static Optional<Scene.Curve> power(Charge charge) {
    List<Scene.Point> points = new ArrayList<>();
    for (ChargingSession.Block block : charge.power()) {
      points.add(new Scene.Point(block.start(), block.kilowatts()));
      points.add(new Scene.Point(block.end(), block.kilowatts()));
    }
    double top = Math.ceil(charge.peakPower().orElse(0.0) * 1.1 / 5) * 5;
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(new Scene.Curve("power", Ink.POWER, Math.max(5, top), true, points));
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
    return parts.isEmpty() ? "nothing is known of this time" : String.join(" · ", parts);
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
    bands.sort(Comparator.comparing(Scene.Band::start));
    return bands;
  }

  private List<String> labels(Charge charge) {
    List<String> labels = new ArrayList<>();
    charge
        .energy()
        .map(energy -> Figures.decimal(energy.kilowattHours(), 1) + " kWh")
        .ifPresent(energy -> labels.addAll(List.of("charging " + energy, energy)));
    charge.gained().ifPresent(gain -> labels.add("+" + Figures.percent(gain)));
    return labels;
  }

  private List<Scene.Curve> curves(List<Line> lines, List<Scene.Band> bands, Span span) {
    List<Scene.Curve> curves = new ArrayList<>();
    add(curves, "battery", Ink.BATTERY, points(lines, Signal.STATE_OF_CHARGE, bands, span));
    add(curves, "tank", Ink.FUEL, points(lines, Signal.FUEL_LEVEL, bands, span));
    return curves;
  }

  private static void add(
      List<Scene.Curve> curves, String name, Ink ink, List<Scene.Point> points) {
    if (!points.isEmpty()) {
      curves.add(new Scene.Curve(name, ink, 100, false, points));
    }
  }

  /**
   * The readings of a level, and between them the last one held until shortly before the next, but
   * where a drive or a charge tells that it changed evenly.
   */
  private List<Scene.Point> points(
      List<Line> lines, Signal<Double> signal, List<Scene.Band> bands, Span span) {
    List<Scene.Point> read = new ArrayList<>();
    for (Line line : lines) {
      if (line.content() instanceof Line.Measured<?> measured && measured.signal() == signal) {
        read.add(new Scene.Point(measured.reading().at(), (Double) measured.reading().value()));
      }
    }
    read.sort(Comparator.comparing(Scene.Point::at));
    List<Scene.Point> points = new ArrayList<>();
    Scene.Point last = null;
    for (Scene.Point point : read) {
      if (last != null && !evenly(last, point, bands)) {
        held(last, point.at(), bands).ifPresent(points::add);
      }
      points.add(point);
      last = point;
    }
    Instant heard = lines.isEmpty() ? now : lines.get(lines.size() - 1).heard();
    Instant known = heard.isAfter(now) ? heard : now;
    Instant end = span.to().isBefore(known) ? span.to() : known;
    if (last != null && last.at().isBefore(end)) {
      points.add(new Scene.Point(end, last.value()));
    }
    return within(points, span.from(), end);
  }

  private static boolean evenly(Scene.Point one, Scene.Point other, List<Scene.Band> bands) {
    boolean near = Duration.between(one.at(), other.at()).compareTo(EVENLY) <= 0;
    return near || bands.stream().anyMatch(band -> covers(band, one.at(), other.at()));
  }

  private static boolean covers(Scene.Band band, Instant one, Instant other) {
    return !one.isBefore(band.start().minusSeconds(60))
        && !other.isAfter(band.to().plusSeconds(60));
  }

  /** A level is held until what changes it begins. */
  private static Optional<Scene.Point> held(
      Scene.Point last, Instant next, List<Scene.Band> bands) {
    Instant until = next;
    for (Scene.Band band : bands) {
      boolean between = band.start().isAfter(last.at()) && band.start().isBefore(until);
      until = between && !band.to().isBefore(next.minus(EVENLY)) ? band.start() : until;
    }
    return until.isAfter(last.at())
        ? Optional.of(new Scene.Point(until, last.value()))
        : Optional.empty();
  }

  /** Cut to the time, with the level at both ends. */
  private static List<Scene.Point> within(List<Scene.Point> points, Instant from, Instant to) {
    Scene.Curve whole = new Scene.Curve("", Ink.BATTERY, 100, false, points);
    List<Scene.Point> cut = new ArrayList<>();
    Scene.value(whole, from).ifPresent(value -> cut.add(new Scene.Point(from, value)));
    points.stream().filter(p -> p.at().isAfter(from) && p.at().isBefore(to)).forEach(cut::add);
    Scene.value(whole, to).ifPresent(value -> cut.add(new Scene.Point(to, value)));
    return cut;
  }
}
