package io.github.iremote.cli.history;

import io.github.iremote.history.Line;
import io.github.iremote.message.phrases.Phrases;
import io.github.iremote.picture.Ink;
import io.github.iremote.picture.Scene;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of readings the curves of battery and tank. */
record LevelCurves(Phrases phrases, Instant now) {
  /** Between readings further apart than this the level is not known to have changed evenly. */
  static final Duration EVENLY = Duration.ofMinutes(45);

  static final List<Signal<?>> SIGNALS = List.of(Signal.STATE_OF_CHARGE, Signal.FUEL_LEVEL);

  /** A curve for each level that is known. */
  List<Scene.Curve> of(List<Line> lines, List<Scene.Band> bands, Span span) {
    List<Scene.Band> drives = new ArrayList<>(bands);
    drives.removeIf(Scene.Band::charge);
    List<Scene.Curve> curves = new ArrayList<>();
    add(
        curves,
        phrases.get("picture.battery"),
        Ink.BATTERY,
        points(lines, Signal.STATE_OF_CHARGE, bands, span));
    add(
        curves,
        phrases.get("picture.tank"),
        Ink.FUEL,
        points(lines, Signal.FUEL_LEVEL, drives, span));
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
    read.sort((one, other) -> one.at().compareTo(other.at()));
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
    return span.from().isBefore(end) ? within(points, span.from(), end) : List.of();
  }

  private static boolean evenly(Scene.Point one, Scene.Point other, List<Scene.Band> bands) {
    boolean near = Duration.between(one.at(), other.at()).compareTo(EVENLY) <= 0;
    for (int i = 0; !near && i < bands.size(); i++) {
      near = covers(bands.get(i), one.at(), other.at());
    }
    return near;
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
