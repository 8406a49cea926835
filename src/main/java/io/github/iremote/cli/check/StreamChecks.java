package io.github.iremote.cli.check;

import io.github.iremote.bmw.cardata.Stream;
import io.github.iremote.car.CarFiles;
import io.github.iremote.cli.Wiring;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.watch.Memory;
import io.github.iremote.watch.Streamed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of {@code check} that looks at what cars have streamed lately: which boxes are ticked in
 * the portal, only the portal knows, and some lose their tick after months.
 */
final class StreamChecks {
  private static final int LATELY_DAYS = 7;

  private final Findings findings;
  private final Wiring wiring;
  private final LocalDate today;

  StreamChecks(Findings findings, Wiring wiring) {
    this.findings = findings;
    this.wiring = wiring;
    this.today = LocalDate.ofInstant(wiring.here.clock().instant(), ZoneOffset.UTC);
  }

  /** Looks where there has been a {@code watch}. */
  void run(List<Vehicle> cars) {
    Memory memory = Memory.in(wiring.remembered.sections).get();
    Streamed streamed = memory.streamed();
    for (Vehicle car : cars) {
      Set<String> keys = streamed.since(car.vin(), today.minusDays(LATELY_DAYS));
      if (!keys.isEmpty()) {
        findings.look("stream", () -> car + " has streamed " + keys.size() + " keys in a week");
      }
      if (streamed.last(car.vin()).isPresent() || !memory.attempts().made().isEmpty()) {
        missing(car, keys);
      }
    }
  }

  private void missing(Vehicle car, Set<String> streamed) {
    CarFiles files = new CarFiles(wiring.configs, wiring.here.clock(), wiring.log);
    Set<String> missing = new TreeSet<>(files.load(car).car().samples().byKey().keySet());
    missing.removeAll(streamed);
    missing.removeIf(key -> !Stream.carries(key));
    if (!missing.isEmpty()) {
      findings.warn(
          "stream",
          car
              + " knows and has not streamed in a week: "
              + String.join(", ", missing)
              + "; tick them in the My BMW portal, under BMW CarData, Configure data stream");
    }
  }
}
