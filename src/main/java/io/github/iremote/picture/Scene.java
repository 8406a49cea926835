package io.github.iremote.picture;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to be seen of a time of one car: the curves of its levels, bands for charges and drives,
 * and what happened. All words are ready to be shown.
 *
 * @param known until when anything can be known: now, or the end
 * @param right what the right axis counts in, where a curve needs one
 */
public record Scene(
    String title,
    String subtitle,
    Instant from,
    Instant to,
    Instant known,
    ZoneId zone,
    Locale locale,
    List<Curve> curves,
    List<Band> bands,
    List<Mark> marks,
    Optional<String> right) {
  public Scene {
    curves = List.copyOf(curves);
    bands = List.copyOf(bands);
    marks = List.copyOf(marks);
  }

  /**
   * A level in the course of time.
   *
   * @param top what the axis ends at
   * @param right whether the right axis counts it, not that of percents
   */
  public record Curve(String name, Ink ink, double top, boolean right, List<Point> points) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /** A level at a time. */
  public record Point(Instant at, double value) {}

  /**
   * A charge or a drive.
   *
   * @param from nothing where only its end is known
   * @param labels what it is called, the longest first
   */
  public record Band(Optional<Instant> from, Instant to, boolean charge, List<String> labels) {
    public Band {
      labels = List.copyOf(labels);
    }

    /** When it began, or if that is not known when it ended. */
    public Instant start() {
      return from.orElse(to);
    }
  }

  /** Something that happened. */
  public record Mark(Instant at, String text, boolean urgent) {}

  /** Which part of the whole time has passed. */
  double part(Instant at) {
    double whole = to.toEpochMilli() - from.toEpochMilli();
    return (at.toEpochMilli() - from.toEpochMilli()) / whole;
  }

  /** The value of a curve at a time; nothing where it has none. */
  public static Optional<Double> value(Curve curve, Instant at) {
    Point before = null;
    for (Point point : curve.points) {
      if (point.at.isAfter(at)) {
        return before == null ? Optional.empty() : Optional.of(between(before, point, at));
      }
      before = point;
    }
    return before != null && before.at.equals(at) ? Optional.of(before.value) : Optional.empty();
  }

  private static double between(Point before, Point after, Instant at) {
    double whole = after.at.toEpochMilli() - before.at.toEpochMilli();
    double part = (at.toEpochMilli() - before.at.toEpochMilli()) / whole;
    return before.value + (after.value - before.value) * part;
  }
}
