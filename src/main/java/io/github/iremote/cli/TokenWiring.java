package io.github.iremote.cli;

import io.github.iremote.Log;
import io.github.iremote.config.ApiConfig;
import io.github.iremote.config.CarDataConfig;
import io.github.iremote.config.ConnectedDriveConfig;
import io.github.iremote.json.JsonFile;
import io.github.iremote.json.JsonHttp;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.oauth.DeviceLogin;
import io.github.iremote.oauth.Grant;
import io.github.iremote.oauth.TokenEndpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How each API's tokens are come by. */
record TokenWiring(ApiConfig config, Path configs, JsonHttp http, Surroundings here, Log log) {
  private static final Duration CONNECTED_DRIVE_MARGIN = Duration.ofMinutes(5);
  private static final Duration CAR_DATA_MARGIN = Duration.ofMinutes(10);

  /** Without the scopes spelt out BMW gives a token that its API does not take. */
  private static final String CAR_DATA_SCOPE =
      "authenticate_user openid cardata:api:read cardata:streaming:read";

  CachedTokens tokens() {
    if (config instanceof ConnectedDriveConfig drive) {
      Grant password =
          new Grant.Password(drive.username(), drive.password(), "remote_services vehicle_data");
      return tokens(
          endpoint(drive),
          Optional.of(password),
          CONNECTED_DRIVE_MARGIN,
          "check username, password and authorization in config.json");
    }
    return tokens(
        endpoint((CarDataConfig) config), Optional.empty(), CAR_DATA_MARGIN, "run: iremote login");
  }

  private CachedTokens tokens(
      TokenEndpoint endpoint, Optional<Grant> login, Duration margin, String advice) {
    JsonFile file = new JsonFile(configs.resolve("token.json"));
    return new CachedTokens(file, endpoint, login, margin, advice, here::host, here.clock(), log);
  }

  private TokenEndpoint endpoint(ConnectedDriveConfig drive) {
    return new TokenEndpoint(
        http,
        drive.server() + "/webapi/oauth/token/",
        Map.of("Authorization", drive.authorization()),
        Map.of(),
        here.clock());
  }

  private TokenEndpoint endpoint(CarDataConfig cardata) {
    return new TokenEndpoint(
        http,
        cardata.authServer() + "/gcdm/oauth/token",
        Map.of("Accept", "application/json"),
        Map.of("client_id", cardata.clientId()),
        here.clock());
  }

  DeviceLogin deviceLogin(CarDataConfig cardata) {
    return new DeviceLogin(
        http,
        cardata.authServer() + "/gcdm/oauth/device/code",
        cardata.clientId(),
        CAR_DATA_SCOPE,
        endpoint(cardata),
        here.clock(),
        here.sleeper());
  }
}
