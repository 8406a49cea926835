package io.github.iremote.cli;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.config.ApiConfig;
import io.github.iremote.config.CarDataConfig;
import io.github.iremote.config.Config;
import io.github.iremote.config.ConnectedDriveConfig;
import io.github.iremote.config.Exposed;
import io.github.iremote.config.SlackConfig;
import io.github.iremote.json.JsonHttp;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.oauth.DeviceLogin;
import io.github.iremote.poll.CarFiles;
import io.github.iremote.poll.Delivery;
import io.github.iremote.poll.Garage;
import io.github.iremote.poll.Healthcheck;
import io.github.iremote.poll.Inquiry;
import io.github.iremote.poll.Outbox;
import io.github.iremote.poll.Pace;
import io.github.iremote.poll.Purpose;
import io.github.iremote.poll.RunFile;
import io.github.iremote.poll.Schedule;
import io.github.iremote.poll.StatusPoll;
import io.github.iremote.poll.StatusRun;
import io.github.iremote.slack.SlackMessage;
import io.github.iremote.slack.SlackWebhook;
import io.github.iremote.slack.Wording;
import io.github.iremote.vehicle.VehicleApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Every {@code new} of an adapter, in reading order: how the rooms are connected. */
public final class Wiring {
  public final Surroundings here;
  public final Log log;
  public final Path configs;
  public final Config config;
  public final JsonHttp http;
  public final RunFile runFile;
  public final CachedTokens tokens;
  public final VehicleApi api;
  public final Garage garage;

  /** For a command that a person waits for. */
  public Wiring(ParseResult arguments, Surroundings here) {
    this(arguments, here, Purpose.PERSON);
  }

  public Wiring(ParseResult arguments, Surroundings here, Purpose purpose) {
    this(here, Options.log(arguments), Options.configs(arguments, here), Optional.empty(), purpose);
  }

  /**
   * @param unwritten a configuration that is not yet in its file
   */
  public Wiring(
      Surroundings here, Log log, Path configs, Optional<Config> unwritten, Purpose purpose) {
    this.here = here;
    this.log = log;
    this.configs = configs;
    this.config = unwritten.isPresent() ? unwritten.get() : load();
    this.http = new JsonHttp(config.timeout(), here.environment(), log);
    this.runFile = new RunFile(configs, here.clock(), log);
    this.tokens = new TokenWiring(config.api(), configs, http, here, log).tokens();
    this.api = api(config.api(), purpose);
    this.garage =
        new Garage(
            config.vehicles(), runFile, api, tokens, carData().isPresent(), here.clock(), log);
  }

  private Config load() {
    Path file = configs.resolve(Config.FILE);
    if (Files.notExists(file)) {
      throw new Failure.BadConfig(
          file + " does not exist: run iremote setup" + Sample.advice(here.jar()));
    }
    return Config.load(configs, here.environment());
  }

  /** CarData's part of the configuration, where that is the API. */
  public Optional<CarDataConfig> carData() {
    return config.api() instanceof CarDataConfig cardata ? Optional.of(cardata) : Optional.empty();
  }

  public DeviceLogin deviceLogin(CarDataConfig cardata) {
    return new TokenWiring(cardata, configs, http, here, log).deviceLogin(cardata);
  }

  private VehicleApi api(ApiConfig config, Purpose purpose) {
    if (config instanceof ConnectedDriveConfig drive) {
      return new io.github.iremote.bmw.connecteddrive.Api(http, drive.server(), here.clock());
    }
    return carDataApi((CarDataConfig) config, purpose);
  }

  public io.github.iremote.bmw.cardata.Api carDataApi(CarDataConfig cardata, Purpose purpose) {
    return new io.github.iremote.bmw.cardata.Api(
        http,
        cardata.apiServer(),
        cardata.extraDescriptors(),
        new CarDataMemory(runFile, cardata.dailyCalls(), purpose, wording(), here.clock()),
        here.clock(),
        log);
  }

  /** Returns whether there are any. */
  boolean warnOfExposedFiles() {
    List<String> sentences = Exposed.files(configs);
    for (String sentence : sentences) {
      log.warn(sentence);
    }
    return !sentences.isEmpty();
  }

  public Wording wording() {
    return new Wording(config.distance(), config.timezone());
  }

  /**
   * The job.
   *
   * @param dryRun whether nothing is to be posted and no event saved
   * @param force whether every car is fetched, due or not
   */
  public StatusRun statusRun(boolean dryRun, boolean force) {
    CarFiles files = new CarFiles(configs, here.clock(), log);
    Outbox outbox = new Outbox(config.quietHours(), wording());
    SlackMessage message = new SlackMessage(wording(), config.location());
    Optional<Delivery> delivery =
        dryRun ? Optional.empty() : Optional.of(new Delivery(slack(), outbox, here.clock()));
    return new StatusRun(
        config,
        garage,
        new Inquiry(api, tokens, files, config.location()),
        new StatusPoll(config, files, message, outbox, here.clock()),
        runFile,
        carData().isPresent() ? Optional.of(schedule(carData().get(), force)) : Optional.empty(),
        delivery,
        here.clock());
  }

  public Schedule schedule(CarDataConfig cardata, boolean force) {
    Pace pace = new Pace(config.thresholds(), config.timezone());
    return new Schedule(
        runFile, pace, cardata.dailyCalls(), config.timezone(), force, here.clock());
  }

  public Healthcheck healthcheck() {
    return new Healthcheck(http, config.healthcheckUrl(), log);
  }

  public SlackWebhook slack() {
    if (config.slack().isEmpty()) {
      throw new Failure.BadConfig(
          configs.resolve(Config.FILE)
              + ": slack.webhookUrl is missing; without it only --dry-run works");
    }
    SlackConfig slack = config.slack().get();
    return new SlackWebhook(
        http,
        slack.webhookUrl(),
        new SlackWebhook.Sender(slack.channel(), slack.username(), slack.icon()),
        here.clock(),
        here.sleeper());
  }
}
