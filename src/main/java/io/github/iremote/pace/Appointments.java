package io.github.iremote.pace;

import io.github.iremote.event.Thresholds;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;

/** The moments at which something is known to become worth asking for. */
final class Appointments {
  /** BMW's copy of the car lags by up to a minute. */
  private static final Duration LAG = Duration.ofSeconds(90);

  /** A charge that has not ended by then is taken to have ended. */
  private static final Duration PREDICTION_ERROR = Duration.ofMinutes(15);

  private static final Duration REMINDER = Duration.ofHours(2);

  private final Thresholds thresholds;
  private final Instant now;
  private Instant first = Instant.MAX;

  Appointments(Thresholds thresholds, Instant now) {
    this.thresholds = thresholds;
    this.now = now;
  }

  /** The first to come; the end of time where there is none. */
  Instant first(VehicleStatus status, boolean driving) {
    chargeEnd(status);
    if (!driving) {
      status
          .reading(Signal.LOCK)
          .filter(lock -> !lock.value().locked())
          .ifPresent(lock -> left(status, lock, thresholds.leftUnlocked()));
      for (Opening part : status.open()) {
        status
            .reading(Signal.of(part))
            .ifPresent(open -> left(status, open, thresholds.leftOpen()));
      }
    }
    return first;
  }

  private void chargeEnd(VehicleStatus status) {
    if (status.get(Signal.CHARGING).filter(ChargingState.CHARGING::equals).isPresent()) {
      status
          .reading(Signal.CHARGE_TIME_REMAINING)
          .map(remaining -> remaining.at().plus(remaining.value()).plus(LAG))
          .ifPresent(
              end -> {
                offer(end);
                offer(end.plus(PREDICTION_ERROR));
              });
    }
  }

  /** What was open on the road counts as left from the moment the car was parked. */
  private void left(VehicleStatus status, Reading<?> reading, Duration threshold) {
    Instant parked = status.standingSince().orElse(Instant.MIN);
    Instant since = parked.isAfter(reading.since()) ? parked : reading.since();
    offer(since.plus(threshold));
    offer(since.plus(REMINDER));
  }

  private void offer(Instant time) {
    if (time.isAfter(now) && time.isBefore(first)) {
      first = time;
    }
  }
}
