package io.github.iremote.pace;

import java.time.Instant;
import java.util.List;

/** The calls that polls may make, as the pace sees them. Whoever makes the calls keeps the book. */
public interface Budget {

  /** When the next poll may be made; {@code now} where it may be made at once. */
  Instant nextAllowed(Instant now);

  /** How many polls may be made between {@code now} and a later moment. */
  int spendable(Instant now, Instant until);

  /** When the calls that still count were made, whoever made them; the oldest first. */
  List<Instant> calls();
}
