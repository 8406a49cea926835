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
    int after = after(curve.points, at);
    if (after == 0) {
      return Optional.empty();
    }
    Point before = curve.points.get(after - 1);
    if (after < curve.points.size()) {
      return Optional.of(between(before, curve.points.get(after), at));
    }
    return before.at.equals(at) ? Optional.of(before.value) : Optional.empty();
  }

  /**
   * Where the first point after a time is, found by halves: a picture asks for each of its dots.
   */
  private static int after(List<Point> points, Instant at) {
    int first = 0;
    int end = points.size();
    while (first < end) {
      int middle = (first + end) / 2;
      if (points.get(middle).at.isAfter(at)) {
        end = middle;
      } else {
        first = middle + 1;
      }
    }
    return first;
  }

  private static double between(Point before, Point after, Instant at) {
    double whole = after.at.toEpochMilli() - before.at.toEpochMilli();
    double part = (at.toEpochMilli() - before.at.toEpochMilli()) / whole;
    return before.value + (after.value - before.value) * part;
  }
}
