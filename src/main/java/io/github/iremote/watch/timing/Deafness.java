package io.github.iremote.watch.timing;

import io.github.iremote.watch.timing.Clocks.Moment;
import java.time.Duration;
import java.util.Optional;

/** Since when nothing is heard, if nothing is. */
public final class Deafness {
  private Optional<Moment> since;

  /** At the start nothing is. */
  public Deafness(Moment start) {
    this.since = Optional.of(start);
  }

  public void begin(Moment now) {
    since = since.or(() -> Optional.of(now));
  }

  public void end() {
    since = Optional.empty();
  }

  /** How long it has been, by the clock that says more. */
  public Duration gap(Moment now) {
    return since.map(begin -> begin.until(now)).orElse(Duration.ZERO);
  }

  /** For how long of that the machine was awake. */
  public Duration awake(Moment now) {
    return since.map(begin -> now.up().minus(begin.up())).orElse(Duration.ZERO);
  }
}
