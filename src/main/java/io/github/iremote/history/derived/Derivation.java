package io.github.iremote.history.derived;

import io.github.iremote.history.Line;
import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the lines of a month come to: drives, charges and times of standing that ended in it. */
public final class Derivation {
  /** How far beyond its ends a month is read: a night's charge spans them, and words come late. */
  public static final Duration MARGIN = Duration.ofDays(3);

  private static final Duration LEAST_STANDING = Duration.ofHours(1);

  private final Instant from;
  private final Instant to;
  private final Optional<Double> capacity;
  private final Levels levels = new Levels();
  private final Unseen unseen;
  private final DriveFinder drives;
  private final ChargeFinder charges;
  private final List<Standing> standings = new ArrayList<>();
  private Optional<Instant> stands = Optional.empty();
  private Optional<Double> stoodAt = Optional.empty();

  /** The time of which something is to be known. */
  public record Span(Instant from, Instant to) {
    public static final Span ALWAYS = new Span(Instant.EPOCH, Instant.ofEpochSecond(253370764799L));
  }

  /**
   * @param capacity what the battery holds by the owner's word, in kWh
   */
  private Derivation(Instant from, Instant to, Optional<Double> capacity, Unseen unseen) {
    this.from = from;
    this.to = to;
    this.capacity = capacity;
    this.unseen = unseen;
    this.drives = new DriveFinder(levels, unseen);
    this.charges = new ChargeFinder(levels, drives);
  }

  public static Derived of(Evidence evidence, Span span, Optional<Double> capacity, Instant now) {
    List<Line.Measured<?>> readings = evidence.readings;
    readings.sort(Derivation::order); // Java's own comparators cost 8 ms to link
    return new Derivation(span.from, span.to, capacity, evidence.unseen)
        .derive(readings, evidence.sessions, now);
  }

  private static int order(Line.Measured<?> one, Line.Measured<?> other) {
    int time = one.reading().at().compareTo(other.reading().at());
    return time == 0 ? Integer.compare(rank(one.signal()), rank(other.signal())) : time;
  }

  /** What is told in one moment: figures first, then what they end with. */
  private static int rank(Signal<?> signal) {
    if (signal == Signal.ODOMETER || signal == Signal.STATE_OF_CHARGE) {
      return 0;
    }
    boolean movement = signal == Signal.MOVING || signal == Signal.IGNITION;
    return movement ? 1 : 2;
  }

  private Derived derive(
      List<Line.Measured<?>> readings, List<ChargingSession> sessions, Instant now) {
    for (Line.Measured<?> line : readings) {
      take(line);
    }
    boolean ended = now.isAfter(to);
    split(ended ? to : now);
    Optional<Double> full = capacity.or(() -> levels.capacity);
    List<Charge> found =
        charges.charges(now).stream().map(charge -> Estimate.of(charge, full)).toList();
    List<Charge> all = Sessions.merged(found, sessions, full);
    return new Derived(
        drives.drives().stream().filter(drive -> within(drive.end())).toList(),
        all.stream().filter(charge -> within(charge.end())).toList(),
        standings.stream().filter(standing -> within(standing.end())).toList(),
        full);
  }

  /** The end of a month belongs to the next one, but now is today. */
  private boolean within(Instant end) {
    return end.isAfter(from) && !end.isAfter(to);
  }

  private void take(Line.Measured<?> line) {
    Instant at = line.reading().at();
    for (Instant border : List.of(from, to)) {
      if (stands.filter(since -> since.isBefore(border)).isPresent() && !at.isBefore(border)) {
        split(border);
      }
    }
    drives.pass(at);
    charges.take(line);
    drives.take(line);
    levels.take(line);
    boolean standing =
        !drives.driving() && !drives.settling(at) && !charges.charging() && !levels.underWay();
    if (standing && stands.isEmpty()) {
      stands = Optional.of(at);
      stoodAt = levels.battery;
    } else if (standing && stoodAt.isEmpty() && line.signal() == Signal.STATE_OF_CHARGE) {
      stoodAt = levels.battery;
    } else if (!standing && stands.isPresent()) {
      if (!unseen.at(at)) {
        stood(at, drives.batteryFrom().or(() -> levels.battery));
      }
      stands = Optional.empty();
    }
  }

  /** Ends a time of standing, and begins the next in the same moment. */
  private void split(Instant border) {
    if (stands.filter(since -> since.isBefore(border)).isPresent()) {
      stood(border, levels.battery);
      stands = Optional.of(border);
      stoodAt = levels.battery;
    }
  }

  private void stood(Instant end, Optional<Double> battery) {
    Instant start = stands.orElseThrow();
    Optional<Double> lost = stoodAt.flatMap(before -> battery.map(after -> before - after));
    boolean lasted = Duration.between(start, end).compareTo(LEAST_STANDING) >= 0;
    if (lasted && lost.filter(percent -> percent > 0).isPresent()) {
      standings.add(new Standing(start, end, lost.get()));
    }
  }
}
