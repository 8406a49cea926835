package io.github.iremote.bmw.cardata.telematics;

import io.github.iremote.bmw.Words;
import io.github.iremote.bmw.cardata.telematics.Telematics.Dated;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an answer says of the high-voltage battery: its level, its cable, its charging. */
record Charge(Telematics data) {
  /** The first word on a charge is the better one; the second counts where the first is stale. */
  private static final Duration TRAILING = Duration.ofMinutes(10);

  /** BMW's values for "unknown" are 0 and 65,500 and above. */
  private static final double LONGEST_CHARGE_MINUTES = 10_000;

  void addTo(Report report) {
    Telematics.add(
        report,
        Signal.STATE_OF_CHARGE,
        level().or(() -> data.get(Descriptor.CHARGE_AT_TRIP_END, Words::percent)));
    Telematics.add(
        report,
        Signal.TARGET_STATE_OF_CHARGE,
        data.get(Descriptor.CHARGE_TARGET, Words::percent).filter(target -> target.value() > 0));
    Telematics.add(report, Signal.PLUG, plug());
    Telematics.add(report, Signal.CHARGING, state());
    Telematics.add(report, Signal.CHARGE_TIME_REMAINING, timeRemaining());
    Telematics.add(
        report, Signal.CHARGING_POWER, data.get(Descriptor.CHARGING_POWER, Charge::kilowatts));
    Telematics.add(
        report,
        Signal.BATTERY_CAPACITY,
        data.get(Descriptor.BATTERY_CAPACITY, Words::positive).filter(c -> c.value() < 300));
    Telematics.add(
        report,
        Signal.CHARGE_END_REASON,
        data.newest(Words::text, Descriptor.FINISH_REASON, Descriptor.LAST_CHARGING_REASON));
  }

  Optional<Dated<Double>> level() {
    return data.newest(
        Words::percent,
        Descriptor.CHARGE_HEADER,
        Descriptor.CHARGE_DISPLAYED,
        Descriptor.CHARGE_PREDICTED);
  }

  private Optional<Dated<Duration>> timeRemaining() {
    return Telematics.preferred(
        TRAILING,
        List.of(
            data.get(Descriptor.TIME_REMAINING, Charge::minutes),
            data.get(Descriptor.TIME_TO_FULL, Charge::minutes)));
  }

  private static Optional<Duration> minutes(String value) {
    return Words.positive(value)
        .filter(minutes -> minutes < LONGEST_CHARGE_MINUTES)
        .map(minutes -> Duration.ofMinutes(Math.round(minutes)));
  }

  /** In watts, whether BMW says so or not. */
  private static Optional<Double> kilowatts(String value) {
    return Words.number(value).filter(watts -> watts >= 0).map(watts -> watts / 1000);
  }

  Optional<Dated<ChargingState>> state() {
    return Telematics.preferred(
        TRAILING,
        List.of(
            data.get(Descriptor.CHARGING_STATUS, Words::charging),
            data.get(Descriptor.CHARGING_HV_STATUS, Words::charging)));
  }

  Optional<Dated<PlugState>> plug() {
    return data.newest(
        Words::plug,
        Descriptor.PORT_STATUS,
        Descriptor.PORT_COMBINED_STATUS,
        Descriptor.PORT_PLUGGED,
        Descriptor.CONNECTOR_STATUS);
  }
}
