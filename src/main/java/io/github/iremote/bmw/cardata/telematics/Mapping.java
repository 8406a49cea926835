package io.github.iremote.bmw.cardata.telematics;

import io.github.iremote.bmw.Words;
import io.github.iremote.bmw.cardata.telematics.Telematics.Dated;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What CarData has said of a car in our words. */
final class Mapping {
  /** Latitude and longitude are sent apart; further apart than this they are of two places. */
  private static final Duration ONE_PLACE = Duration.ofSeconds(5);

  /** Both odometers round; by more than this the trip's end knows of a drive the other missed. */
  private static final double ODOMETER_ROUNDING_KM = 1;

  private final Telematics data;
  private final VehicleStatus known;
  private final Report report;

  Mapping(Samples samples, VehicleStatus known, Instant now) {
    this.data = new Telematics(samples);
    this.known = known;
    this.report = new Report(known, now);
  }

  /**
   * What is known after an answer.
   *
   * @param samples all that BMW has said, the answer's among it
   * @param known what was known before
   * @param model the car's model name, where it is known
   */
  static VehicleStatus status(Samples samples, VehicleStatus known, String model, Instant now) {
    Mapping mapping = new Mapping(samples, known, now);
    mapping.body();
    mapping.movement();
    mapping.position();
    new Energy(mapping.data, known, mapping.report).map(model);
    new Warnings(mapping.data).addTo(mapping.report);
    return mapping.report.status();
  }

  private void body() {
    Telematics.add(
        report,
        Signal.LOCK,
        data.newest(Words::lock, Descriptor.DOOR_LOCK_STATUS, Descriptor.DOOR_STATUS));
    for (Opening opening : Opening.values()) {
      Telematics.add(report, Signal.of(opening), opening(opening));
    }
  }

  private Optional<Dated<OpeningState>> opening(Opening opening) {
    return switch (opening) {
      case TRUNK -> data.newest(Words::opening, Descriptor.TRUNK, Descriptor.TRUNK_DOOR);
      case CONVERTIBLE_ROOF -> either(Descriptor.CONVERTIBLE_ROOF, Descriptor.FOLDING_ROOF);
      case SUNROOF -> sunroof();
      default -> data.get(Descriptor.valueOf(opening.name()), Words::opening);
    };
  }

  /** BMW's own sum of the two counts unless one of them was heard of later. */
  private Optional<Dated<OpeningState>> sunroof() {
    return Telematics.preferred(
        Duration.ZERO,
        List.of(
            data.get(Descriptor.SUNROOF, Words::opening),
            either(Descriptor.SUNROOF_SLIDE, Descriptor.SUNROOF_TILT)));
  }

  /**
   * A roof that slides and tilts, or that folds wholly or in part, is open if it does either; the
   * later word dates it.
   */
  private Optional<Dated<OpeningState>> either(Descriptor one, Descriptor other) {
    Optional<Dated<OpeningState>> first = data.get(one, Words::opening);
    Optional<Dated<OpeningState>> second = data.get(other, Words::opening);
    if (first.isEmpty() || second.isEmpty()) {
      return first.isPresent() ? first : second;
    }
    boolean open = second.get().value() == OpeningState.OPEN;
    Dated<OpeningState> later =
        second.get().laterThan(first.get(), Duration.ZERO) ? second.get() : first.get();
    return Optional.of(new Dated<>(open ? OpeningState.OPEN : first.get().value(), later.at()));
  }

  private void movement() {
    Telematics.add(report, Signal.MOVING, data.get(Descriptor.MOVING, Words::truth));
    Telematics.add(report, Signal.IGNITION, data.get(Descriptor.IGNITION, Words::truth));
    Telematics.add(report, Signal.DEEP_SLEEP, data.get(Descriptor.DEEP_SLEEP, Words::truth));
    Optional<Dated<Distance>> odometer = odometer(Signal.ODOMETER, Descriptor.ODOMETER);
    Optional<Dated<Distance>> tripEnd =
        odometer(Signal.TRIP_END_ODOMETER, Descriptor.ODOMETER_AT_TRIP_END);
    Telematics.add(report, Signal.TRIP_END_ODOMETER, tripEnd);
    Telematics.add(
        report,
        Signal.ODOMETER,
        tripEnd.filter(end -> goesFurther(end, odometer)).or(() -> odometer));
  }

  private Optional<Dated<Distance>> odometer(Signal<Distance> signal, Descriptor key) {
    Optional<Distance.Unit> unit = known.get(signal).map(Distance::unit);
    return data.distance(key, unit).filter(sample -> sample.value().value() > 0);
  }

  /** Some cars leave the odometer standing for weeks while their trips are counted. */
  private static boolean goesFurther(Dated<Distance> end, Optional<Dated<Distance>> odometer) {
    return odometer.isEmpty()
        || (end.laterThan(odometer.get(), Duration.ZERO)
            && end.value().minus(odometer.get().value()).kilometres() > ODOMETER_ROUNDING_KM);
  }

  private void position() {
    Optional<Dated<Double>> latitude = data.get(Descriptor.LATITUDE, Words::number);
    Optional<Dated<Double>> longitude = data.get(Descriptor.LONGITUDE, Words::number);
    boolean usable =
        latitude.isPresent()
            && longitude.isPresent()
            && !latitude.get().laterThan(longitude.get(), ONE_PLACE)
            && !longitude.get().laterThan(latitude.get(), ONE_PLACE)
            && Position.plausible(latitude.get().value(), longitude.get().value())
            && !data.text(Descriptor.POSITION_FIX).toUpperCase(Locale.ROOT).startsWith("NO");
    if (usable) {
      Position position = new Position(latitude.get().value(), longitude.get().value());
      report.add(Signal.POSITION, position, latitude.get().at());
    }
  }
}
