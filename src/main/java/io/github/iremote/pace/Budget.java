package io.github.iremote.pace;

import java.time.Instant;
import java.util.List;

/** The calls that polls may make, as the pace sees them. Whoever makes the calls keeps the book. */
public interface Budget {

  /**
   * When the next poll may be made; {@code now} where it may be made at once.
   *
   * @param inUse whether it is of a car in use, for which a few calls are kept
   */
  Instant nextAllowed(boolean inUse, Instant now);

  /** How many polls may be made between {@code now} and a later moment, beside those kept. */
  int spendable(Instant now, Instant until);

  /** When the calls that still count were made, whoever made them; the oldest first. */
  List<Instant> calls();
}
