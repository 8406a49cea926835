package io.github.iremote.pace;

import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.bmw.cardata.Quota;
import java.time.Instant;
import java.util.List;

/** The calls that a quota leaves to polls. */
record QuotaBudget(Quota quota) implements Budget {

  @Override
  public Instant nextAllowed(boolean inUse, Instant now) {
    return quota.nextAllowed(inUse ? Purpose.IN_USE : Purpose.POLL, now);
  }

  @Override
  public int spendable(Instant now, Instant until) {
    return quota.spendable(now, until);
  }

  @Override
  public List<Instant> calls() {
    return quota.calls();
  }
}
