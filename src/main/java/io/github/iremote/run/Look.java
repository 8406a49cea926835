package io.github.iremote.run;

import java.util.List;
import java.util.Optional;

/**
 * What one run came to for one car, or for the account.
 *
 * @param vin the car's; {@link Trouble#ACCOUNT} where it is no single car's
 * @param answered whether BMW has answered for it
 */
record Look(
    String vin, boolean answered, Optional<CarReport> report, List<RuntimeException> failures) {
  Look {
    failures = List.copyOf(failures);
  }

  static Look failed(String vin, RuntimeException failure) {
    return new Look(vin, false, Optional.empty(), List.of(failure));
  }
}
