package io.github.iremote.watch;

import io.github.iremote.car.SavedCar;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When one car is asked about what its stream lacks: lock, services, messages and 12 V battery
 * after something has happened, and all of it a few times a day. Times are those of the process's
 * own clock.
 */
final class Wants {
  /** What is over is worth a look: what follows it is often not streamed. */
  private static final Set<EventName> OVER =
      Set.of(
          EventName.PARKED,
          EventName.CLOSED,
          EventName.UNPLUGGED,
          EventName.CHARGING_FINISHED,
          EventName.CHARGING_INTERRUPTED);

  /** BMW's copy of the car lags by a minute, and the owner takes one to lock. */
  private static final Duration LAG = Duration.ofMinutes(2);

  private static final Duration LATEST = Duration.ofMinutes(6);
  private static final Duration BETWEEN = Duration.ofMinutes(10);
  private static final Duration ROUTINE = Duration.ofHours(8);

  /** A car that drives or charges speaks more often than this. */
  private static final Duration SILENT_DRIVE = Duration.ofMinutes(10);

  private static final Duration SILENT_CHARGE = Duration.ofMinutes(30);

  private Optional<Duration> polled = Optional.empty();
  private Optional<Duration> firstOver = Optional.empty();
  private Optional<Duration> lastOver = Optional.empty();
  private Duration heard;
  private Optional<Duration> postponed = Optional.empty();
  private Optional<Duration> askedBefore = Optional.empty();
  private boolean missed = true;
  private boolean driving;
  private boolean charging;

  Wants(Duration now) {
    this.heard = now;
  }

  /** The stream has brought something. */
  void heard(Duration now) {
    heard = now;
  }

  /** Something has been taken, from the stream or from a poll. */
  void taken(List<Event> events, Look look, Duration now) {
    driving = look.driving();
    charging = look.charging();
    if (events.stream().anyMatch(event -> OVER.contains(event.name()))) {
      firstOver = firstOver.or(() -> Optional.of(now));
      lastOver = Optional.of(now);
    }
  }

  /** What of a car's state decides how often it is asked. */
  record Look(boolean driving, boolean charging) {
    static Look of(SavedCar car) {
      return new Look(
          car.notes().journey().isPresent(),
          car.status().says(Signal.CHARGING, ChargingState.CHARGING));
    }
  }

  /** It was not listened to for a while. */
  void missedSomething() {
    missed = true;
  }

  /**
   * Asks for what may no longer be so before it is told.
   *
   * @return whether that is to be waited for; not where it has been asked lately, or was in vain
   */
  boolean askBefore(Duration now) {
    boolean lately = polled.filter(time -> now.minus(time).compareTo(LATEST) < 0).isPresent();
    boolean inVain = askedBefore.filter(time -> now.minus(time).compareTo(BETWEEN) < 0).isPresent();
    if (lately || inVain) {
      return false;
    }
    askedBefore = Optional.of(now);
    return true;
  }

  /** It has been asked and has not answered, or may not be asked just now. */
  void postpone(Duration until) {
    postponed = Optional.of(until);
  }

  /** It has answered. */
  void polled(Duration now) {
    polled = Optional.of(now);
    postponed = Optional.empty();
    firstOver = Optional.empty();
    lastOver = Optional.empty();
    missed = false;
  }

  /** Whether it was not listened to for a while and has not been asked since. */
  boolean missed() {
    return missed;
  }

  /** Too often today: what was missed is heard of some day. */
  void forgetMissed() {
    missed = false;
    polled = polled.or(() -> Optional.of(heard));
  }

  boolean neverPolled() {
    return polled.isEmpty();
  }

  /** When it is to be asked. */
  Duration due(Duration now) {
    Duration due = wanted(now);
    return postponed.isPresent() ? later(due, postponed.get()) : due;
  }

  private Duration wanted(Duration now) {
    boolean asksBefore =
        askedBefore
            .filter(time -> polled.filter(last -> last.compareTo(time) >= 0).isEmpty())
            .isPresent();
    if (missed || polled.isEmpty() || asksBefore) {
      return now;
    }
    Duration due = polled.get().plus(ROUTINE);
    if (lastOver.isPresent()) {
      Duration settled = earlier(lastOver.get().plus(LAG), firstOver.get().plus(LATEST));
      due = earlier(due, later(settled, polled.get().plus(BETWEEN)));
    }
    return due;
  }

  /** Whether it is in use, and says nothing: then it is asked as if there were no stream. */
  boolean silentInUse(Duration now) {
    Duration silence = now.minus(heard);
    return (driving && silence.compareTo(SILENT_DRIVE) > 0)
        || (charging && silence.compareTo(SILENT_CHARGE) > 0);
  }

  private static Duration earlier(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
