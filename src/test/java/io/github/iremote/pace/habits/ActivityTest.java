package io.github.iremote.pace.habits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivityTest {
  private static final Instant BEFORE = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant AGAIN = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void a_lock_that_is_reported_anew_was_used_and_a_plug_only_repeats_itself() {
    assertEquals(Optional.of(AGAIN), last(Signal.LOCK, LockState.SECURED));
    assertEquals(Optional.of(AGAIN), last(Signal.of(Opening.TRUNK), OpeningState.CLOSED));
    assertEquals(Optional.of(BEFORE), last(Signal.PLUG, PlugState.CONNECTED));
    assertTrue(last(Signal.STATE_OF_CHARGE, 80.0).isEmpty(), "the battery is nobody's hand");
  }

  private static <T> Optional<Instant> last(Signal<T> signal, T value) {
    return Activity.last(VehicleStatus.UNKNOWN.with(signal, new Reading<>(value, BEFORE, AGAIN)));
  }
}
