package io.github.iremote.bmw.cardata.telematics;

import io.github.iremote.bmw.Words;
import io.github.iremote.vehicle.Battery12v;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Wheel;
import java.util.Optional;

/** What the car warns of: alarm, tyres, its two lists, its 12 V battery. */
record Warnings(Telematics data) {
  /** The code for a 12 V battery that asks for nothing. */
  private static final double GOOD = 200;

  void addTo(Report report) {
    Telematics.add(report, Signal.ALARM, data.get(Descriptor.ALARM, Words::truth));
    for (Wheel wheel : Wheel.values()) {
      Descriptor pressure = Descriptor.valueOf(wheel + "_PRESSURE");
      Descriptor target = Descriptor.valueOf(wheel + "_TARGET");
      Telematics.add(report, Signal.tyrePressure(wheel), data.get(pressure, Words::positive));
      Telematics.add(report, Signal.tyrePressureTarget(wheel), data.get(target, Words::positive));
    }
    Telematics.add(
        report,
        Signal.CHECK_CONTROL,
        data.get(Descriptor.CHECK_CONTROL, NoticeLists::checkControl));
    Distance.Unit unit =
        report.status().get(Signal.ODOMETER).map(Distance::unit).orElse(Distance.Unit.KM);
    Telematics.add(
        report,
        Signal.SERVICE,
        data.get(Descriptor.SERVICES, list -> NoticeLists.services(list, unit)));
    battery12v(report);
  }

  /** Both are stamped with the time of our own question: the car cannot have said so later. */
  private void battery12v(Report report) {
    Optional<Boolean> recharge = Words.truth(data.text(Descriptor.RECHARGE_12V));
    Optional<Double> code = Words.positive(data.text(Descriptor.REPLACE_12V));
    if (recharge.isPresent() || code.isPresent()) {
      Battery12v replace = replacement(code.orElse(GOOD));
      boolean worse = replace.compareTo(Battery12v.RECHARGE) > 0;
      Battery12v demand = recharge.orElse(false) && !worse ? Battery12v.RECHARGE : replace;
      report.add(Signal.BATTERY_12V, demand, report.status().at());
    }
  }

  /** BMW's codes: 200 fine, 140 replacement recommended, 110 required, 80 urgently required. */
  private static Battery12v replacement(double code) {
    if (code <= 80) {
      return Battery12v.REPLACEMENT_URGENT;
    }
    if (code <= 110) {
      return Battery12v.REPLACEMENT_REQUIRED;
    }
    return code <= 140 ? Battery12v.REPLACEMENT_RECOMMENDED : Battery12v.FINE;
  }
}
