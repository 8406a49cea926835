package io.github.iremote.run;

import io.github.iremote.event.Event;
import io.github.iremote.message.Message;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to one car in one run.
 *
 * @param events what was new, the headline first
 * @param message what was or would be told
 * @param lastEvent when something last happened
 * @param nextLook when the car is fetched again, where that is not in every run
 * @param waiting whether something still waits to be told
 * @param unknown whether nothing is saved of it, and it could not be asked
 */
public record CarReport(
    Vehicle car,
    List<Event> events,
    VehicleStatus status,
    Optional<Message> message,
    Optional<Instant> lastEvent,
    Optional<Instant> nextLook,
    boolean waiting,
    boolean unknown) {

  CarReport withNextLook(Optional<Instant> time) {
    return new CarReport(car, events, status, message, lastEvent, time, waiting, unknown);
  }
}
