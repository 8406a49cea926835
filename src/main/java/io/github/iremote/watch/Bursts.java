package io.github.iremote.watch;

import io.github.iremote.vehicle.Samples;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects what belongs together: a door, a lock and a light are messages of their own, seconds
 * apart. It holds no more than one sample for each key, however much is said.
 */
final class Bursts {
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Map<String, Burst> byVin = new HashMap<>();

  private record Burst(Samples samples, Duration first, Duration last, boolean urgent) {
    Duration due() {
      Duration quiet = last.plus(QUIET);
      Duration longest = first.plus(LONGEST);
      return urgent ? first : quiet.compareTo(longest) < 0 ? quiet : longest;
    }
  }

  /**
   * A car has said something.
   *
   * @param urgent whether it is not to wait for what else it says
   */
  synchronized void add(String vin, Samples samples, boolean urgent, Duration now) {
    Burst burst = byVin.get(vin);
    byVin.put(
        vin,
        burst == null
            ? new Burst(samples, now, now, urgent)
            : new Burst(burst.samples.merged(samples), burst.first, now, urgent || burst.urgent));
  }

  /** When the first burst is over. */
  synchronized Optional<Duration> due() {
    return byVin.values().stream().map(Burst::due).min(Duration::compareTo);
  }

  /** The cars whose bursts are over. */
  synchronized Set<String> over(Duration now) {
    Set<String> over = new TreeSet<>();
    byVin.forEach(
        (vin, burst) -> {
          if (burst.due().compareTo(now) <= 0) {
            over.add(vin);
          }
        });
    return over;
  }

  /** Every car of which something was heard. */
  synchronized Set<String> all() {
    return new TreeSet<>(byVin.keySet());
  }

  /** What a car has said, which is its taker's from now on. */
  synchronized Samples take(String vin) {
    Burst burst = byVin.remove(vin);
    return burst == null ? Samples.NONE : burst.samples;
  }
}
