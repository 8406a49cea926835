package io.github.iremote.history.derived;

import io.github.iremote.history.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The long times in which nobody looked at the car: it may have been charged and filled up. */
final class Unseen {
  /** As long as the night of a machine that sleeps, or nearly. */
  private static final Duration LONG = Duration.ofHours(6);

  /** What the car says of one moment may come in parts. */
  private static final Duration IN_PARTS = Duration.ofMinutes(15);

  private record Gap(Instant from, Instant to) {}

  private final List<Gap> gaps = new ArrayList<>();

  /** Takes a word of when the car had been looked at before. */
  void take(Line.Looked looked, Instant heard) {
    if (looked.before().plus(LONG).isBefore(heard)) {
      gaps.add(new Gap(looked.before(), heard));
    }
  }

  /** Whether at that time of the car's nobody had looked at it for long. */
  boolean at(Instant time) {
    for (Gap gap : gaps) {
      if (time.isAfter(gap.from.plus(LONG)) && !time.isAfter(gap.to.plus(IN_PARTS))) {
        return true;
      }
    }
    return false;
  }
}
