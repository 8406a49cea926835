package io.github.iremote.watch;

import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.watch.timing.Bursts;
import io.github.iremote.watch.timing.Clocks;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What is heard, on its way to what is known of the cars. */
final class Intake {
  private final Bursts bursts;
  private final Cars cars;
  private final Clocks clocks;
  private Streamed streamed;

  /**
   * @param streamed what has been streamed so far
   */
  Intake(Bursts bursts, Cars cars, Clocks clocks, Streamed streamed) {
    this.bursts = bursts;
    this.cars = cars;
    this.clocks = clocks;
    this.streamed = streamed;
  }

  /** Takes what was heard of these cars. */
  void take(Office.Turn turn, Collection<String> vins) {
    take(turn, vins, false);
  }

  private void take(Office.Turn turn, Collection<String> vins, boolean last) {
    if (vins.isEmpty()) {
      return;
    }
    Set<String> left = new TreeSet<>(vins);
    for (Vehicle car : turn.cars()) {
      if (left.remove(car.vin())) {
        take(turn, car, last);
      }
    }
    left.forEach(bursts::take); // somebody else's car
  }

  private void take(Office.Turn turn, Vehicle car, boolean last) {
    Samples heard = bursts.take(car.vin());
    if (!heard.byKey().isEmpty()) {
      cars.of(car.vin()).wants.heard(clocks.up());
      LocalDate today = LocalDate.ofInstant(clocks.now(), ZoneOffset.UTC);
      streamed = streamed.with(car.vin(), heard.byKey().keySet(), today);
    }
    cars.take(turn, car, heard, last);
  }

  /** Remembers which keys have been streamed. */
  void remember(Office.Turn turn) {
    Streamed now = streamed;
    turn.memory().update(memory -> memory.with(now));
  }

  /** The cars of which something is only in memory. */
  Set<String> unsaved() {
    Set<String> unsaved = new TreeSet<>(cars.unsaved());
    unsaved.addAll(bursts.all());
    return unsaved;
  }

  /** Saves it, and tells nothing more. */
  void finish(Office.Turn turn) {
    take(turn, unsaved(), true);
    remember(turn);
  }
}
