package io.github.iremote.cli.source;

import io.github.iremote.bmw.Push;
import io.github.iremote.bmw.cardata.Api;
import io.github.iremote.bmw.cardata.Book;
import io.github.iremote.bmw.cardata.Models;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.bmw.cardata.Stream;
import io.github.iremote.config.CarDataConfig;
import io.github.iremote.config.StreamConfig;
import io.github.iremote.mqtt.Broker;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.oauth.DeviceLogin;
import io.github.iremote.oauth.TokenEndpoint;
import io.github.iremote.pace.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** CarData: a login on a device, a daily quota of calls, and with that a plan. */
public final class CarDataSource implements Source {
  private static final Duration MARGIN = Duration.ofMinutes(10);

  /** Without the scopes spelt out BMW gives a token that its API does not take. */
  private static final String SCOPE =
      "authenticate_user openid cardata:api:read cardata:streaming:read";

  private final CarDataConfig config;
  private final Parts parts;

  CarDataSource(CarDataConfig config, Parts parts) {
    this.config = config;
    this.parts = parts;
  }

  @Override
  public String title() {
    return "CarData";
  }

  @Override
  public String server() {
    return config.authServer();
  }

  @Override
  public CachedTokens tokens() {
    return parts.tokens(endpoint(), Optional.empty(), MARGIN, "run: iremote login");
  }

  private TokenEndpoint endpoint() {
    return new TokenEndpoint(
        parts.http(),
        config.authServer() + "/gcdm/oauth/token",
        Map.of("Accept", "application/json"),
        Map.of("client_id", config.clientId()),
        parts.clock());
  }

  /** The login that its owner confirms in a browser. */
  public DeviceLogin deviceLogin() {
    return new DeviceLogin(
        parts.http(),
        config.authServer() + "/gcdm/oauth/device/code",
        config.clientId(),
        SCOPE,
        endpoint(),
        parts.clock(),
        parts.sleeper());
  }

  @Override
  public Api api(Purpose purpose) {
    return new Api(
        parts.http(),
        config.apiServer(),
        config.extraDescriptors(),
        parts.config().location(),
        book(purpose),
        new Models(parts.remembered()),
        parts.clock(),
        parts.log());
  }

  /** The owner's own keys. */
  public List<String> extraDescriptors() {
    return config.extraDescriptors();
  }

  /** Whose login this is. */
  public String clientId() {
    return config.clientId();
  }

  /** How many calls BMW allows in a day. */
  public int dailyCalls() {
    return config.dailyCalls();
  }

  /** The book of the calls that are made and left. */
  public Book book(Purpose purpose) {
    return new Book(
        parts.remembered(), config.dailyCalls(), purpose, parts.config().timezone(), parts.clock());
  }

  @Override
  public Optional<Schedule> schedule(boolean force) {
    return Optional.of(
        new Schedule(
            parts.remembered(),
            new PollBudget(book(Purpose.POLL)),
            parts.config().timezone(),
            force,
            parts.clock()));
  }

  @Override
  public int pollsLeft() {
    Instant now = parts.clock().instant();
    return book(Purpose.POLL).quota().spendable(now, now);
  }

  @Override
  public OptionalInt callsLeft() {
    Instant now = parts.clock().instant();
    return OptionalInt.of(book(Purpose.PERSON).quota().left(Purpose.PERSON, now));
  }

  @Override
  public String howToLogIn() {
    return "iremote login";
  }

  @Override
  public Optional<Push> push() {
    StreamConfig stream = config.stream();
    return Optional.of(
        new Stream(
            Broker.at(stream.server(), Optional.empty()),
            new Stream.Own(stream.username(), stream.password(), stream.topic()),
            config.extraDescriptors(),
            parts.config().location(),
            parts.clock()));
  }

  @Override
  public boolean findsCarsAtLogin() {
    return true;
  }
}
