package io.github.iremote.pace;

import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.bmw.cardata.Quota;
import io.github.iremote.event.Thresholds;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The plans that are compared: ours, each half of it alone, and the plain one others use. */
enum Plan {
  PLAIN("a call every 30 minutes"),
  ROUTINE("ours, habits alone"),
  LIVELY("ours, without habits"),
  OURS("ours");

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Pace PACE = new Pace(Thresholds.DEFAULT);
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Habits NONE = new Habits(Instant.EPOCH, Collections.nCopies(48, 150));

  final String title;

  Plan(String title) {
    this.title = title;
  }

  Wait next(
      VehicleStatus status,
      boolean driving,
      Habits habits,
      Collection<Habits> all,
      Quota quota,
      Instant now) {
    Budget budget = new QuotaBudget(quota);
    List<Habits> none = Collections.nCopies(all.size(), NONE);
    return switch (this) {
      case PLAIN -> new Wait(now, now.plus(HALF_HOUR.multipliedBy(all.size())));
      case ROUTINE -> PACE.next(VehicleStatus.UNKNOWN, false, habits, all, budget, ZONE, now);
      case LIVELY -> PACE.next(status, driving, NONE, none, budget, ZONE, now);
      case OURS -> PACE.next(status, driving, habits, all, budget, ZONE, now);
    };
  }

  /** The plain plan knows of no reserve. */
  Purpose purpose() {
    return this == PLAIN ? Purpose.PERSON : Purpose.POLL;
  }
}
