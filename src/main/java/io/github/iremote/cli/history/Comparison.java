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

/** What would have been told beside what was told. */
final class Comparison {
  /** The same message may come at another look: cron's next, or that of a car that was resting. */
  private static final Duration SAME = Duration.ofMinutes(20);

  private final List<Pair> pairs = new ArrayList<>();
  private final Map<EventName, int[]> counts = new EnumMap<>(EventName.class);

  /** A message of either side; on both if both are there. */
  record Pair(Replay.Told was, Replay.Told would) {
    Instant at() {
      return was == null ? would.at() : was.at();
    }

    boolean same() {
      return was != null && would != null;
    }

    Replay.Told any() {
      return was == null ? would : was;
    }
  }

  Comparison(List<Replay.Told> was, List<Replay.Told> would) {
    List<Replay.Told> left = new ArrayList<>(would);
    for (Replay.Told told : was) {
      Replay.Told same = left.stream().filter(other -> same(told, other)).findFirst().orElse(null);
      left.remove(same);
      pairs.add(new Pair(told, same));
      told.events().forEach(name -> count(name)[0]++);
    }
    left.forEach(told -> pairs.add(new Pair(null, told)));
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
