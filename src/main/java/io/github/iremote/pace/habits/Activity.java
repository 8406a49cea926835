package io.github.iremote.pace.habits;

import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When, by the car's own word, somebody was at it. */
public final class Activity {
  private static final List<Signal<?>> HANDS_ON = new ArrayList<>();

  static {
    HANDS_ON.add(Signal.LOCK);
    HANDS_ON.add(Signal.ODOMETER);
    HANDS_ON.add(Signal.IGNITION);
    HANDS_ON.add(Signal.MOVING);
    for (Opening opening : Opening.values()) {
      HANDS_ON.add(Signal.of(opening));
    }
  }

  /**
   * The moments a status tells of. A lock that is reported anew with the same value was used in
   * between; a plug and a charger repeat themselves, so of them only a change counts.
   */
  public static List<Instant> moments(VehicleStatus status) {
    List<Instant> moments = new ArrayList<>();
    for (Signal<?> signal : HANDS_ON) {
      status.reading(signal).map(Reading::at).ifPresent(moments::add);
    }
    status.since(Signal.PLUG).ifPresent(moments::add);
    status.since(Signal.CHARGING).ifPresent(moments::add);
    return moments;
  }

  public static Optional<Instant> last(VehicleStatus status) {
    return moments(status).stream().max(Instant::compareTo);
  }

  /** Whether the car stands unlocked or open. */
  public static boolean atHand(VehicleStatus status) {
    return status.get(Signal.LOCK).filter(lock -> !lock.locked()).isPresent()
        || !status.open().isEmpty();
  }

  private Activity() {}
}
