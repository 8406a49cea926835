package io.github.iremote.car;

import io.github.iremote.event.Event;
import io.github.iremote.message.Message;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of an answer.
 *
 * @param car what is to be saved, or was
 * @param answered what the car is known to be since the answer
 * @param changed whether that is other than it was
 * @param noticed all that is new, the headline first
 * @param events what of it is told
 * @param message what there is to tell, if anything
 * @param nextAt when something may become news by lasting until then
 */
public record Taken(
    SavedCar car,
    VehicleStatus answered,
    boolean changed,
    List<Event> noticed,
    List<Event> events,
    Optional<Message> message,
    Optional<Instant> nextAt) {

  /** Of a car that was not asked. */
  public static Taken nothing(SavedCar car) {
    return new Taken(
        car, car.status(), false, List.of(), List.of(), Optional.empty(), Optional.empty());
  }
}
