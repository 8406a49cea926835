package io.github.iremote.pace;

import io.github.iremote.pace.habits.Activity;
import io.github.iremote.pace.habits.Diary;
import io.github.iremote.pace.habits.Drives;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What an answer teaches of a car's rhythm. */
final class Lesson {
  /** A car that charges sooner has not waited for its time. */
  private static final Duration WAITED = Duration.ofMinutes(10);

  /** So long after its usual time it is there to see. */
  private static final Duration BEGUN = Duration.ofMinutes(2);

  /** What is further off is another night. */
  private static final Duration SOON = Duration.ofHours(10);

  private final Rhythm before;
  private final VehicleStatus status;
  private final ZoneId zone;
  private final Instant now;

  Lesson(Rhythm before, VehicleStatus status, ZoneId zone, Instant now) {
    this.before = before;
    this.status = status;
    this.zone = zone;
    this.now = now;
  }

  /**
   * The rhythm as of now; it rests until it is told for how long.
   *
   * @param driving whether the car is on the road, as the rules see it
   * @param appointment when something becomes news by lasting until then
   */
  Rhythm learnt(boolean driving, Optional<Instant> appointment) {
    Outlook last = before.outlook();
    Optional<Instant> went = last.wentTo(status);
    Instant began = went.orElse(last.first() ? now : last.began());
    Instant arrived = status.since(Signal.ODOMETER).orElse(Instant.EPOCH);
    boolean parked = !driving && !last.first() && arrived.isAfter(last.arrived());
    Drives drives = driving ? before.drives().driving() : before.drives();
    if (parked) {
      long took = Duration.between(began, arrived).toMinutes();
      if (went.isPresent() && Drives.tooShort(took) && !drives.unseen()) {
        went = Optional.of(arrived.minus(Duration.ofMinutes(drives.typicalMinutes())));
      }
      drives = drives.with(took, last.inUse());
      began = arrived;
    }
    Diary diary = before.diary().looked(last.looked(), now, zone);
    if (went.isPresent()) {
      diary = diary.went(went.get(), last.looked(), zone);
    }
    Optional<LocalTime> chargesAt = chargesAt();
    Outlook outlook =
        new Outlook(
            now,
            Activity.last(status).orElse(Instant.EPOCH),
            began,
            arrived,
            driving,
            Activity.atHand(status),
            status.says(Signal.PLUG, PlugState.CONNECTED),
            appointment.filter(time -> time.isAfter(now)).or(() -> charges(chargesAt)));
    return new Rhythm(new Wait(now, now), diary, drives, chargesAt, outlook, 0);
  }

  private Optional<LocalTime> chargesAt() {
    Optional<Instant> charges = status.since(Signal.CHARGING);
    Optional<Instant> plugged = status.since(Signal.PLUG);
    boolean waited =
        status.says(Signal.CHARGING, ChargingState.CHARGING)
            && status.says(Signal.PLUG, PlugState.CONNECTED)
            && plugged.get().plus(WAITED).isBefore(charges.get());
    return waited
        ? Optional.of(charges.get().atZone(zone).toLocalTime().truncatedTo(ChronoUnit.SECONDS))
        : before.chargesAt();
  }

  /** A car that is plugged in and does not charge yet: it waits for its usual time. */
  private Optional<Instant> charges(Optional<LocalTime> usual) {
    boolean waits =
        status.says(Signal.PLUG, PlugState.CONNECTED)
            && status.says(Signal.CHARGING, ChargingState.PREPARING);
    if (!waits || usual.isEmpty()) {
      return Optional.empty();
    }
    Instant time = now.atZone(zone).with(usual.get()).toInstant().plus(BEGUN);
    Instant next = time.isAfter(now) ? time : time.plus(Duration.ofDays(1));
    return Optional.of(next).filter(now.plus(SOON)::isAfter);
  }
}
