package io.github.iremote.event;

import io.github.iremote.vehicle.Distance;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules remember between two polls, so that an episode is told once however long it lasts.
 *
 * @param ongoing the episodes under way and when each was noted; a key is an event's name, with the
 *     part it is about where there can be several
 * @param journey the drive under way
 */
public record Notes(Map<String, Instant> ongoing, Optional<Journey> journey) {
  public static final Notes NONE = new Notes(Map.of(), Optional.empty());

  public Notes {
    ongoing = Map.copyOf(ongoing);
  }

  /** Written out: the JVM links a record's own at run time, which costs a poll 20 ms. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Notes notes
        && ongoing.equals(notes.ongoing)
        && journey.equals(notes.journey);
  }

  @Override
  public int hashCode() {
    return ongoing.hashCode();
  }

  /** Where a drive began. */
  public record Journey(
      Instant since, Optional<Distance> odometer, Optional<Double> stateOfCharge) {}
}
