package io.github.iremote.watch;

import io.github.iremote.event.EventName;
import java.util.ArrayList;
import java.util.List;

/** What the process has to tell of itself, until a turn takes it down. */
final class News {
  private record Item(EventName name, String sentence) {}

  private final List<Item> items = new ArrayList<>();

  void add(EventName name, String sentence) {
    items.add(new Item(name, sentence));
  }

  boolean any() {
    return !items.isEmpty();
  }

  void announce(Office.Turn turn) {
    while (!items.isEmpty()) {
      turn.announce(items.get(0).name(), items.get(0).sentence());
      items.remove(0);
    }
  }
}
