package io.github.iremote.vehicle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One of the car's own lists; an empty one is a known value: nothing is due. */
public record Notices(List<Notice> list) {
  public Notices {
    list = List.copyOf(list);
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

  /** The lines that {@code before} did not have. */
  public List<Notice> newSince(Notices before) {
    Set<String> known = new HashSet<>();
    for (Notice notice : before.list) {
      known.add(notice.id());
    }
    List<Notice> fresh = new ArrayList<>();
    for (Notice notice : list) {
      if (!known.contains(notice.id())) {
        fresh.add(notice);
      }
    }
    return fresh;
  }
}
