package io.github.iremote.bmw.cardata;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * BMW's side of the quota: what calls came in, in true time, and on which days they were too many.
 */
public final class Ledger {
  private static final Duration DAY = Duration.ofHours(24);

  /** The UTC days with, or at the end of 24 hours with, more than the allowed calls. */
  public static int daysOver(List<Instant> calls, int dailyCalls) {
    Set<Long> over = new HashSet<>();
    for (int i = dailyCalls; i < calls.size(); i++) {
      Instant call = calls.get(i);
      Instant earlier = calls.get(i - dailyCalls);
      if (day(call) == day(earlier) || Duration.between(earlier, call).compareTo(DAY) < 0) {
        over.add(day(call));
      }
    }
    return over.size();
  }

  private static long day(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), DAY.toSeconds());
  }

  private Ledger() {}
}
