package io.github.iremote.cli.source;

import io.github.iremote.bmw.Push;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.bmw.connecteddrive.Api;
import io.github.iremote.config.ConnectedDriveConfig;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.oauth.Grant;
import io.github.iremote.oauth.TokenEndpoint;
import io.github.iremote.pace.Schedule;
import io.github.iremote.vehicle.VehicleApi;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** ConnectedDrive: a password login, no quota. */
final class ConnectedDriveSource implements Source {
  private static final Duration MARGIN = Duration.ofMinutes(5);
  private static final String SCOPE = "remote_services vehicle_data";

  private final ConnectedDriveConfig config;
  private final Parts parts;

  ConnectedDriveSource(ConnectedDriveConfig config, Parts parts) {
    this.config = config;
    this.parts = parts;
  }

  @Override
  public String title() {
    return "ConnectedDrive";
  }

  @Override
  public String server() {
    return config.server();
  }

  @Override
  public CachedTokens tokens() {
    TokenEndpoint endpoint =
        new TokenEndpoint(
            parts.http(),
            config.server() + "/webapi/oauth/token/",
            Map.of("Authorization", config.authorization()),
            Map.of(),
            parts.clock());
    return parts.tokens(
        endpoint,
        Optional.of(new Grant.Password(config.username(), config.password(), SCOPE)),
        MARGIN,
        "check username, password and authorization in config.json");
  }

  @Override
  public VehicleApi api(Purpose purpose) {
    return new Api(
        parts.http(), config.server(), parts.config().distance(), parts.clock(), parts.log());
  }

  @Override
  public Optional<Schedule> schedule(boolean force) {
    return Optional.empty();
  }

  @Override
  public int pollsLeft() {
    return Integer.MAX_VALUE;
  }

  @Override
  public OptionalInt callsLeft() {
    return OptionalInt.empty();
  }

  @Override
  public String howToLogIn() {
    return "nothing; username and password are in config.json";
  }

  @Override
  public Optional<Push> push() {
    return Optional.empty();
  }

  @Override
  public boolean findsCarsAtLogin() {
    return false;
  }
}
