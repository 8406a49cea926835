package io.github.iremote.cli.history;

import io.github.iremote.event.EventName;
import io.github.iremote.run.replay.Replay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What would have been told beside what was told. */
final class Comparison {
  /** The same message may come at another look: cron's next, or that of a car that was resting. */
  private static final Duration SAME = Duration.ofMinutes(20);

  private final List<Pair> pairs = new ArrayList<>();
  private final Map<EventName, int[]> counts = new EnumMap<>(EventName.class);

  /** A message of either side; on both if both are there. */
  record Pair(Optional<Replay.Told> was, Optional<Replay.Told> would) {
    Instant at() {
      return any().at();
    }

    boolean same() {
      return was.isPresent() && would.isPresent();
    }

    Replay.Told any() {
      return was.or(() -> would).get();
    }
  }

  Comparison(List<Replay.Told> was, List<Replay.Told> would) {
    List<Replay.Told> left = new ArrayList<>(would);
    for (Replay.Told told : was) {
      Optional<Replay.Told> same = left.stream().filter(other -> same(told, other)).findFirst();
      same.ifPresent(left::remove);
      pairs.add(new Pair(Optional.of(told), same));
      told.events().forEach(name -> count(name)[0]++);
    }
    left.forEach(told -> pairs.add(new Pair(Optional.empty(), Optional.of(told))));
    would.forEach(told -> told.events().forEach(name -> count(name)[1]++));
    pairs.sort(Comparator.comparing(Pair::at));
  }

  private static boolean same(Replay.Told one, Replay.Told other) {
    return one.place().equals(other.place())
        && List.copyOf(one.events()).equals(other.events())
        && Duration.between(one.at(), other.at()).abs().compareTo(SAME) <= 0;
  }

  private int[] count(EventName name) {
    return counts.computeIfAbsent(name, key -> new int[2]);
  }

  List<Pair> pairs() {
    return pairs;
  }

  /** For each event how often it was told, and how often it would have been. */
  Map<EventName, int[]> counts() {
    return counts;
  }
}
