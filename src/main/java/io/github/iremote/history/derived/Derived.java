package io.github.iremote.history.derived;

import java.util.List;
import java.util.Optional;

/**
 * What was derived from the lines of a time.
 *
 * @param capacity what the battery holds in kWh, by the owner's word or the car's
 */
public record Derived(
    List<Drive> drives, List<Charge> charges, List<Standing> standings, Optional<Double> capacity) {
  public Derived {
    drives = List.copyOf(drives);
    charges = List.copyOf(charges);
    standings = List.copyOf(standings);
  }
}
