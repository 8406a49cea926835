package io.github.iremote.pace;

import io.github.iremote.bmw.cardata.telematics.Descriptor;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.Sample;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a simulated car says, as BMW streams it: a key and a text. */
final class StreamKeys {
  private static final Map<Signal<?>, Descriptor> KEYS =
      Map.of(
          Signal.LOCK,
          Descriptor.DOOR_LOCK_STATUS,
          Signal.of(Opening.DRIVER_DOOR),
          Descriptor.DRIVER_DOOR,
          Signal.of(Opening.TRUNK),
          Descriptor.TRUNK,
          Signal.PLUG,
          Descriptor.PORT_STATUS,
          Signal.CHARGING,
          Descriptor.CHARGING_STATUS,
          Signal.CHARGE_TIME_REMAINING,
          Descriptor.TIME_REMAINING,
          Signal.MOVING,
          Descriptor.MOVING,
          Signal.IGNITION,
          Descriptor.IGNITION,
          Signal.ODOMETER,
          Descriptor.ODOMETER);

  static String key(SimulatedCar.Sent<?> sent) {
    return KEYS.get(sent.signal()).key();
  }

  static Samples samples(SimulatedCar.Sent<?> sent) {
    Optional<String> unit =
        sent.value() instanceof Distance
            ? Optional.of("km")
            : sent.value() instanceof Duration ? Optional.of("min") : Optional.empty();
    return Samples.NONE.with(
        key(sent), new Sample(word(sent.value()), unit, Optional.of(sent.at())));
  }

  private static String word(Object value) {
    if (value instanceof Distance distance) {
      return Long.toString((long) distance.kilometres());
    }
    if (value instanceof Duration left) {
      return Long.toString(left.toMinutes());
    }
    if (value instanceof OpeningState opening) {
      return Boolean.toString(opening == OpeningState.OPEN);
    }
    return value instanceof ChargingState charging ? charging(charging) : value.toString();
  }

  private static String charging(ChargingState charging) {
    return switch (charging) {
      case NOT_CHARGING -> "NOCHARGING";
      case PREPARING -> "INITIALIZATION";
      case CHARGING -> "CHARGINGACTIVE";
      case PAUSED -> "CHARGINGPAUSED";
      case ENDED -> "CHARGINGENDED";
      case FULL -> "FINISHED_FULLY_CHARGED";
      case ERROR -> "CHARGINGERROR";
    };
  }

  private StreamKeys() {}
}
