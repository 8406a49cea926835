package io.github.iremote.watch;

import io.github.iremote.event.EventName;
import java.util.ArrayList;
import java.util.List;

/** What the process has to tell of itself, until a turn takes it down. */
final class News {
  static final String EVICTED =
      "another program takes BMW's stream away again and again, and BMW allows one connection: Home"
          + " Assistant, evcc or another iRemote on the same account, most likely. Let a broker of"
          + " your own relay the stream to all of them (cardata.stream in config.json), or run"
          + " iremote status by cron in place of watch. Until then the cars are asked as often as"
          + " the quota allows, and the stream is tried every few hours";

  static String deaf(String why) {
    return "BMW's stream has not been heard for an hour ("
        + why
        + "); the cars are asked as often as the quota allows, and the stream is tried again and"
        + " again";
  }

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
