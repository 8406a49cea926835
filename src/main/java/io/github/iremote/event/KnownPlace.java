package io.github.iremote.event;

import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place that the owner has given a name. */
public record KnownPlace(String name, Position middle, double radiusMetres) {

  /** The first of the places at which a car stands, if it has said where since it last moved. */
  public static Optional<String> of(VehicleStatus status, List<KnownPlace> places) {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> moved = status.since(Signal.ODOMETER);
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

  /** The events with arrivals and departures in place of bare ends and beginnings of drives. */
  static List<Event> named(
      List<Event> events, VehicleStatus before, VehicleStatus after, List<KnownPlace> places) {
    List<Event> named = new ArrayList<>();
    for (Event event : events) {
      Optional<String> place =
          switch (event.name()) {
            case PARKED -> of(after, places);
            case DRIVING -> of(before, places);
            default -> Optional.empty();
          };
      EventName name = event.name() == EventName.PARKED ? EventName.ARRIVED : EventName.DEPARTED;
      named.add(place.map(where -> event.named(name, new Item.At(where))).orElse(event));
    }
    return named;
  }
}
