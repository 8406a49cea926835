package io.github.iremote.message.delivery;

import io.github.iremote.Log;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits for places that there are no longer. */
record Unknown(Map<String, Place> places, Log log) {

  /** Drops it, with a line for each. */
  void drop(Mailbox mailbox) {
    List<Letter> known = new ArrayList<>(mailbox.letters());
    for (List<Letter> letters : Waiting.byPlace(mailbox.letters()).values()) {
      String to = letters.get(0).to();
      if (!places.containsKey(to)) {
        known.removeAll(letters);
        int count = letters.stream().mapToInt(letter -> letter.messages().size()).sum();
        String what =
            count == 1 ? "a message for " + to + " is" : count + " messages for " + to + " are";
        log.warn(what + " dropped: it is no longer configured");
      }
    }
    if (known.size() < mailbox.letters().size()) {
      mailbox.keep(new Delivery.Step(known, Optional.empty(), Optional.empty()));
    }
  }
}
