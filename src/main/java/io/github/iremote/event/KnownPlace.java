package io.github.iremote.event;

import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A place that the owner has given a name. */
public record KnownPlace(String name, Position middle, double radiusMetres) {

  /** The first of the places at which a car stands, if it has said where since it last moved. */
  public static Optional<String> of(VehicleStatus status, List<KnownPlace> places) {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> moved = status.reading(Signal.ODOMETER).map(Reading::since);
    Optional<Position> position =
        status
            .reading(Signal.POSITION)
            .filter(said -> moved.filter(said.at()::isBefore).isEmpty())
            .map(Reading::value);
    return position.flatMap(
        here ->
            places.stream()
                .filter(place -> place.middle.metresTo(here) <= place.radiusMetres)
                .findFirst()
                .map(KnownPlace::name));
  }
}
