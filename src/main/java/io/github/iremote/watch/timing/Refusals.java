package io.github.iremote.watch.timing;

import io.github.iremote.mqtt.Ending;
import java.time.Duration;
import java.util.Optional;

/** Whether BMW is asked for another token: once, and not with every login that is refused. */
public final class Refusals {
  private static final Duration BETWEEN_FRESH_TOKENS = Duration.ofMinutes(10);

  private boolean refused;
  private Optional<Duration> asked = Optional.empty();

  public void note(Ending why) {
    refused |= why.kind() == Ending.Kind.LOGIN_REFUSED;
  }

  public void asked(Duration now) {
    asked = Optional.of(now);
    refused = false;
  }

  /** Whether the token there is was refused, and another may be asked for. */
  public boolean wantFreshToken(Duration now) {
    return refused
        && asked.filter(time -> now.minus(time).compareTo(BETWEEN_FRESH_TOKENS) < 0).isEmpty();
  }
}
