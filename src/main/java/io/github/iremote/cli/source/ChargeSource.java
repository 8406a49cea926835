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

/**
 * BMW's charging history.
 *
 * @param rank how much of the quota it may use
 * @param pages how many calls one time may take
 */
public record ChargeSource(CarDataSource cardata, CachedTokens tokens, Purpose rank, int pages)
    implements ChargeFollowUp.Source {

  @Override
  public boolean spare(Instant now) {
    return cardata.book(rank).quota().allows(rank, now);
  }

  @Override
  public List<ChargingSession> sessions(String vin, Instant from, Instant to) {
    Api api = cardata.api(rank);
    Token token = tokens.current();
    Vehicle car = new Vehicle(vin, "");
    try {
      return api.sessions(token.accessToken(), car, from, to, pages);
    } catch (Failure.TokenRejected e) {
      return api.sessions(tokens.insteadOf(token).accessToken(), car, from, to, pages);
    }
  }
}
