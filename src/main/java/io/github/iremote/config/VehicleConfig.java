package io.github.iremote.config;

import java.util.Locale;
import java.util.Optional;

/** A car to watch, and what its owner calls it. */
public record VehicleConfig(String vin, Optional<String> name) {

  static VehicleConfig from(Section section) {
    section.only("vin", "name");
    String vin = section.required("vin").trim().toUpperCase(Locale.ROOT);
    section.require(
        vin.matches("[A-Z0-9]{17}"),
        "vin",
        "expected the 17 letters and digits of a vehicle identification number, not "
            + vin.length());
    return new VehicleConfig(vin, section.string("name"));
  }
}
