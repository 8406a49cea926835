package io.github.iremote.cli.source;

import io.github.iremote.bmw.Push;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.config.CarDataConfig;
import io.github.iremote.config.ConnectedDriveConfig;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.pace.Schedule;
import io.github.iremote.vehicle.VehicleApi;
import java.util.Optional;
import java.util.OptionalInt;

/** One of BMW's APIs with all that it needs; another one is another of these. */
public interface Source {

  /** The one that the configuration is for. */
  static Source of(Parts parts) {
    return parts.config().api() instanceof CarDataConfig cardata
        ? new CarDataSource(cardata, parts)
        : new ConnectedDriveSource((ConnectedDriveConfig) parts.config().api(), parts);
  }

  /** What it is called. */
  String title();

  /** The address that answers first. */
  String server();

  CachedTokens tokens();

  /**
   * The calls.
   *
   * @param purpose who asks
   */
  VehicleApi api(Purpose purpose);

  /**
   * When cars are fetched; nothing where that is in every run.
   *
   * @param force whether every car is due
   */
  Optional<Schedule> schedule(boolean force);

  /** How many polls may yet be made today. */
  int pollsLeft();

  /** How many calls are left to a person; nothing where BMW does not count them. */
  OptionalInt callsLeft();

  /** What its owner does to log in, in words. */
  String howToLogIn();

  /** What tells by itself what cars say, where there is such a thing. */
  Optional<Push> push();

  /** Whether cars are found at the login, and not looked for by a poll. */
  boolean findsCarsAtLogin();
}
