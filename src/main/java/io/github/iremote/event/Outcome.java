package io.github.iremote.event;

import io.github.iremote.vehicle.VehicleStatus;
import java.util.List;

/**
 * What a comparison came to: what to tell, the most important first, and what to remember as the
 * state that has been told.
 */
public record Outcome(List<Event> events, VehicleStatus status, Notes notes) {
  public Outcome {
    events = List.copyOf(events);
  }
}
