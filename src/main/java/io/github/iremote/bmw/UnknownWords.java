package io.github.iremote.bmw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds words of BMW that this version does not know: each is something that a car has said and its
 * owner is not told.
 */
public final class UnknownWords {
  private static final Set<String> END_REASONS =
      Set.of(
          "CHARGING_GOAL_REACHED",
          "END_REQUESTED_BY_DRIVER",
          "CONNECTOR_REMOVED",
          "POWERGRID_FAILED",
          "HV_SYSTEM_FAILURE",
          "CHARGING_STATION_FAILURE",
          "PARKING_LOCK_FAILED",
          "NO_PARKING_LOCK");

  /** What one kind of words is read by. */
  public interface Reader extends Function<String, Optional<?>> {}

  /**
   * The words that no reader takes.
   *
   * @param words what the car has said, by BMW's name for the thing
   * @return each with its name: {@code cabin.sunroof.status: AJAR}
   */
  public static List<String> among(Map<String, String> words, Map<String, Reader> readers) {
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, String> said : words.entrySet()) {
      Reader reader = readers.get(said.getKey());
      String word = said.getValue();
      if (reader != null && !Words.saysNothing(word) && reader.apply(word).isEmpty()) {
        unknown.add(said.getKey() + ": " + Words.text(word).orElse(word));
      }
    }
    return unknown;
  }

  /** A reason for the end of a charge, if it is a documented one. */
  public static Optional<String> endReason(String word) {
    return END_REASONS.contains(word) ? Optional.of(word) : Optional.empty();
  }

  private UnknownWords() {}
}
