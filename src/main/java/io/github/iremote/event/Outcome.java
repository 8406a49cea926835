package io.github.iremote.event;

import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison came to: what to tell, the most important first, and what to remember as the
 * state that has been told.
 *
 * @param nextAt when a state that lasts until then becomes news by lasting, or an end is expected
 */
public record Outcome(
    List<Event> events, VehicleStatus status, Notes notes, Optional<Instant> nextAt) {
  public Outcome {
    events = List.copyOf(events);
  }
}
