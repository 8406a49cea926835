package io.github.iremote.message.delivery;

import io.github.iremote.config.QuietHours;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Rules for letters that wait for one place: which may go now, and which have become one. */
public record Outbox(Optional<QuietHours> quiet) {
  /** More waiting messages than this are a flood that nobody reads. */
  private static final int MOST_WAITING = 20;

  /** Folding stops short of the limit, so that it is not done again with every new message. */
  private static final int LEFT_AFTER_FOLDING = 15;

  /** A letter with more lines is not read either: one that is full grows no more. */
  private static final int FULL = 30;

  /** More full letters than this, and the oldest is counted, no longer told. */
  private static final int MOST_FULL = 100;

  /** The first letter that may go now. */
  Optional<Letter> next(List<Letter> waiting, Instant now) {
    boolean silence = quiet.isPresent() && quiet.get().contain(now);
    for (Letter letter : waiting) {
      if (letter.cannotWait() || !silence) {
        return Optional.of(letter);
      }
    }
    return Optional.empty();
  }

  /** The waiting letters, with those folded together that are to arrive as one. */
  List<Letter> folded(List<Letter> waiting, Instant now) {
    if (waiting.size() < 2) {
      return waiting;
    }
    List<Letter> folded = waiting;
    if (quiet.isPresent() && !quiet.get().contain(now)) {
      folded = fold(folded, l -> !l.cannotWait() && quiet.get().contain(l.at()), folded.size());
    }
    if (folded.size() > MOST_WAITING) {
      folded = fold(folded, letter -> !letter.cannotWait() && !full(letter), surplus(folded));
    }
    if (folded.size() > MOST_WAITING) {
      folded = fold(folded, letter -> letter.cannotWait() && !full(letter), surplus(folded));
    }
    return bounded(folded);
  }

  private static int surplus(List<Letter> letters) {
    return letters.size() - LEFT_AFTER_FOLDING + 1;
  }

  /** Makes one letter of the oldest that match, where the first of them was. */
  private static List<Letter> fold(List<Letter> waiting, Predicate<Letter> matching, int most) {
    List<Letter> parts = new ArrayList<>();
    List<Letter> rest = new ArrayList<>();
    int place = 0;
    for (Letter letter : waiting) {
      if (parts.size() < most && matching.test(letter)) {
        place = parts.isEmpty() ? rest.size() : place;
        parts.add(letter);
      } else {
        rest.add(letter);
      }
    }
    if (parts.size() < 2) {
      return waiting;
    }
    rest.add(place, merged(parts));
    return rest;
  }

  private static Letter merged(List<Letter> parts) {
    List<Message> messages = new ArrayList<>();
    int leftOut = 0;
    for (Letter part : parts) {
      messages.addAll(part.messages());
      leftOut += part.leftOut();
    }
    return new Letter(parts.get(0).to(), messages, leftOut);
  }

  private static boolean full(Letter letter) {
    return letter.messages().size() >= FULL;
  }

  /** A place that is dead for months must not fill the disk; what is left out is said. */
  private static List<Letter> bounded(List<Letter> letters) {
    List<Letter> full = new ArrayList<>(letters);
    full.removeIf(letter -> !full(letter));
    if (full.size() <= MOST_FULL) {
      return letters;
    }
    Letter oldest = full.get(0);
    Letter next = full.get(1);
    List<Letter> fewer = new ArrayList<>(letters);
    fewer.remove(oldest);
    int leftOut = oldest.leftOut() + oldest.messages().size() + next.leftOut();
    fewer.set(fewer.indexOf(next), new Letter(next.to(), next.messages(), leftOut));
    return fewer;
  }
}
