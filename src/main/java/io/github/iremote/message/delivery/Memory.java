package io.github.iremote.message.delivery;

import io.github.iremote.Log;
import io.github.iremote.json.Sections;
import java.util.Optional;

/** What is remembered of places from run to run, looked up when something is to be sent. */
final class Memory {
  private final Optional<Sections> file;
  private final Log log;
  private Optional<DeadPlaces> dead = Optional.empty();
  private Optional<LivingCharges> charges = Optional.empty();

  /**
   * @param file without it, nothing is remembered
   */
  Memory(Optional<Sections> file, Log log) {
    this.file = file;
    this.log = log;
  }

  /** Whether anybody has asked. */
  boolean used() {
    return dead.isPresent();
  }

  DeadPlaces dead() {
    if (dead.isEmpty()) {
      dead = Optional.of(file.map(DeadPlaces::new).orElseGet(DeadPlaces::new));
    }
    return dead.get();
  }

  LivingCharges charges() {
    if (charges.isEmpty()) {
      charges =
          Optional.of(
              file.map(sections -> new LivingCharges(sections, log))
                  .orElseGet(() -> new LivingCharges(log)));
    }
    return charges.get();
  }
}
