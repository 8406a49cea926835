package io.github.iremote.vehicle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the car's own lists; an empty one is a known value: nothing is due. */
public record Notices(List<Notice> list) {
  /** No car has so many; a list that is longer is cut. */
  private static final int MOST = 50;

  public Notices {
    list = List.copyOf(list.size() > MOST ? list.subList(0, MOST) : list);
  }

  /** Written out: the JVM links a record's own at run time, which costs a poll 20 ms. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Notices notices && list.equals(notices.list);
  }

  @Override
  public int hashCode() {
    return list.hashCode();
  }

  /** The lines that {@code before} did not have, or had with a better state. */
  public List<Notice> newSince(Notices before) {
    Map<String, Notice> known = new HashMap<>();
    before.list.forEach(notice -> known.put(notice.id(), notice));
    return list.stream()
        .filter(n -> !known.containsKey(n.id()) || n.worseThan(known.get(n.id())))
        .toList();
  }
}
