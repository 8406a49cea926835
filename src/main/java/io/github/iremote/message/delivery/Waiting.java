package io.github.iremote.message.delivery;

import io.github.iremote.message.Letter;
import io.github.iremote.message.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The letters of one file, sorted by the places they are for. */
record Waiting(Map<String, Place> places) {

  /** The letters with those folded together that are to arrive as one. */
  List<Letter> folded(List<Letter> letters, Instant now) {
    if (letters.size() < 2) {
      return letters;
    }
    List<Letter> folded = new ArrayList<>();
    byPlace(letters).forEach((to, some) -> folded.addAll(outbox(to).folded(some, now)));
    return folded;
  }

  /** The first letter for a place that may go now. */
  Optional<Letter> next(List<Letter> letters, String to, Instant now) {
    return letters.isEmpty() ? Optional.empty() : outbox(to).next(of(letters, to), now);
  }

  /** The letters for a place. */
  static List<Letter> of(List<Letter> letters, String to) {
    return byPlace(letters).getOrDefault(to, List.of());
  }

  static Map<String, List<Letter>> byPlace(List<Letter> letters) {
    Map<String, List<Letter>> byPlace = new LinkedHashMap<>();
    for (Letter letter : letters) {
      byPlace.computeIfAbsent(letter.to(), to -> new ArrayList<>()).add(letter);
    }
    return byPlace;
  }

  private Outbox outbox(String to) {
    Place place = places.get(to);
    return new Outbox(place == null ? Optional.empty() : place.quiet());
  }
}
