package io.github.iremote.cli.source;

import io.github.iremote.Failure;
import io.github.iremote.bmw.cardata.Api;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.oauth.Token;
import io.github.iremote.run.afterwards.ChargeFollowUp;
import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.Vehicle;
import java.time.Instant;
import java.util.List;

/** BMW's charging history, asked with calls of the lowest rank. */
public record ChargeSource(CarDataSource cardata, CachedTokens tokens)
    implements ChargeFollowUp.Source {

  @Override
  public boolean spare(Instant now) {
    return cardata.book(Purpose.SPARE).quota().allows(Purpose.SPARE, now);
  }

  @Override
  public List<ChargingSession> sessions(String vin, Instant from, Instant to) {
    Api api = cardata.api(Purpose.SPARE);
    Token token = tokens.current();
    Vehicle car = new Vehicle(vin, "");
    try {
      return api.sessions(token.accessToken(), car, from, to, 1);
    } catch (Failure.TokenRejected e) {
      return api.sessions(tokens.insteadOf(token).accessToken(), car, from, to, 1);
    }
  }
}
