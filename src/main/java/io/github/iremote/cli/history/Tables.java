package io.github.iremote.cli.history;

import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Drive;
import io.github.iremote.vehicle.Vehicle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drives, charges and months as tables. */
record Tables(Vehicle car, Chronicle chronicle, Figures figures) {

  Table drives(List<Drive> drives, Optional<Double> capacity, Totals totals) {
    return new DriveTable(cells()).of(drives, capacity, totals);
  }

  Table charges(List<Charge> charges, Totals totals) {
    return new ChargeTable(cells(), chronicle).of(charges, totals);
  }

  /**
   * Months or days.
   *
   * @param what how one of them is called
   */
  Table totals(String what, Map<?, Totals> parts) {
    return new TotalsTable(cells()).of(what, parts);
  }

  private Cells cells() {
    return new Cells(car, figures);
  }
}
