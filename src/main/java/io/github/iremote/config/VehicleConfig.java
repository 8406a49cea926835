package io.github.iremote.config;

import io.github.iremote.Printable;
import io.github.iremote.config.section.Numbers;
import io.github.iremote.config.section.Section;
import io.github.iremote.vehicle.Vehicle;
import java.util.Locale;
import java.util.Optional;

/**
 * A car to watch, and what its owner calls it.
 *
 * @param batteryKilowattHours what its battery holds, for the energy of charges
 */
public record VehicleConfig(
    String vin, Optional<String> name, Optional<Double> batteryKilowattHours) {

  static VehicleConfig from(Section section) {
    section.only("vin", "name", "batteryKilowattHours");
    String vin = section.required("vin").trim().toUpperCase(Locale.ROOT);
    section.require(
        vin.length() != 17 || Vehicle.isVin(vin) || !vin.matches(".*[IOQ].*"),
        "vin",
        "expected a vehicle identification number, which has no letter I, O or Q: read it as 1 or 0");
    section.require(
        Vehicle.isVin(vin),
        "vin",
        "expected the 17 letters and digits of a vehicle identification number"
            + (vin.length() == 17 ? "" : ", not " + vin.length()));
    Optional<Double> capacity = Numbers.notNegative(section, "batteryKilowattHours");
    section.require(
        capacity.filter(energy -> energy < 1 || energy > 300).isEmpty(),
        "batteryKilowattHours",
        "expected what the battery holds in kWh, such as 42.2");
    return new VehicleConfig(vin, section.string("name").map(Printable::line), capacity);
  }
}
