package io.github.iremote.cli;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.bmw.cardata.Book;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.car.CarFiles;
import io.github.iremote.car.Take;
import io.github.iremote.config.ApiConfig;
import io.github.iremote.config.CarDataConfig;
import io.github.iremote.config.Config;
import io.github.iremote.config.ConnectedDriveConfig;
import io.github.iremote.config.Exposed;
import io.github.iremote.json.JsonHttp;
import io.github.iremote.json.Sections;
import io.github.iremote.message.DeadPlaces;
import io.github.iremote.message.Delivery;
import io.github.iremote.message.LivingCharges;
import io.github.iremote.message.Place;
import io.github.iremote.message.Wording;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.oauth.DeviceLogin;
import io.github.iremote.pace.Pace;
import io.github.iremote.pace.Schedule;
import io.github.iremote.run.Garage;
import io.github.iremote.run.Healthcheck;
import io.github.iremote.run.Inquiry;
import io.github.iremote.run.RunFile;
import io.github.iremote.run.StatusRun;
import io.github.iremote.slack.SlackMessage;
import io.github.iremote.vehicle.VehicleApi;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Every {@code new} of an adapter, in reading order: how the rooms are connected. */
final class Wiring {
  final Surroundings here;
  final Log log;
  final Path configs;
  final Config config;
  final JsonHttp http;
  private final Sections remembered;
  final RunFile runFile;
  final CachedTokens tokens;
  final VehicleApi api;
  final Garage garage;

  /** For a command that a person waits for. */
  Wiring(ParseResult arguments, Surroundings here) {
    this(arguments, here, Purpose.PERSON);
  }

  Wiring(ParseResult arguments, Surroundings here, Purpose purpose) {
    this(here, Options.log(arguments), Options.configs(arguments, here), Optional.empty(), purpose);
  }

  /**
   * @param unwritten a configuration that is not yet in its file
   */
  Wiring(Surroundings here, Log log, Path configs, Optional<Config> unwritten, Purpose purpose) {
    this.here = here;
    this.log = log;
    this.configs = configs;
    this.config =
        unwritten.isPresent() ? unwritten.get() : Config.load(configs, here.environment());
    this.http = new JsonHttp(config.timeout(), log);
    this.remembered = RunFile.open(configs, here.clock(), log);
    this.runFile = new RunFile(remembered);
    this.tokens = new TokenWiring(config.api(), configs, http, here, log).tokens();
    this.api = api(config.api(), purpose);
    this.garage = new Garage(config.vehicles(), runFile, api, tokens, carData().isPresent(), log);
  }

  /** CarData's part of the configuration, where that is the API. */
  Optional<CarDataConfig> carData() {
    return config.api() instanceof CarDataConfig cardata ? Optional.of(cardata) : Optional.empty();
  }

  DeviceLogin deviceLogin(CarDataConfig cardata) {
    return new TokenWiring(cardata, configs, http, here, log).deviceLogin(cardata);
  }

  private VehicleApi api(ApiConfig config, Purpose purpose) {
    if (config instanceof ConnectedDriveConfig drive) {
      return new io.github.iremote.bmw.connecteddrive.Api(http, drive.server(), here.clock());
    }
    return carDataApi((CarDataConfig) config, purpose);
  }

  io.github.iremote.bmw.cardata.Api carDataApi(CarDataConfig cardata, Purpose purpose) {
    return new io.github.iremote.bmw.cardata.Api(
        http,
        cardata.apiServer(),
        cardata.extraDescriptors(),
        book(cardata, purpose),
        here.clock(),
        log);
  }

  Book book(CarDataConfig cardata, Purpose purpose) {
    return new Book(remembered, cardata.dailyCalls(), purpose, config.timezone(), here.clock());
  }

  /** Returns whether there are any. */
  boolean warnOfExposedFiles() {
    List<String> sentences = Exposed.files(configs);
    for (String sentence : sentences) {
      log.warn(sentence);
    }
    return !sentences.isEmpty();
  }

  Wording wording() {
    return new Wording(config.distance(), config.timezone());
  }

  /**
   * The job.
   *
   * @param dryRun whether nothing is to be posted and no event saved
   * @param force whether every car is fetched, due or not
   */
  StatusRun statusRun(boolean dryRun, boolean force) {
    CarFiles files = new CarFiles(configs, here.clock(), log);
    Delivery delivery = delivery(dryRun);
    return new StatusRun(
        config,
        garage,
        new Inquiry(api, tokens, files, config.location()),
        new Take(files, config.thresholds(), config.mute(), delivery, here.clock()),
        runFile,
        carData().isPresent() ? Optional.of(schedule(carData().get(), force)) : Optional.empty(),
        delivery,
        places().wording(),
        dryRun,
        here.clock());
  }

  /** The way to every place where messages go; a dry run needs none. */
  private Delivery delivery(boolean dryRun) {
    List<Place> places = places().all();
    if (places.isEmpty() && !dryRun) {
      throw new Failure.BadConfig(
          configs.resolve(Config.FILE)
              + ": slack.webhookUrl is missing, and notify; without a place for messages only"
              + " --dry-run works");
    }
    return new Delivery(
        places,
        places(),
        new DeadPlaces(remembered),
        new LivingCharges(remembered, log),
        here.clock(),
        log);
  }

  PlaceWiring places() {
    return new PlaceWiring(config, http, here);
  }

  SlackMessage slackMessage() {
    return new SlackMessage(places().letters());
  }

  Schedule schedule(CarDataConfig cardata, boolean force) {
    return new Schedule(
        remembered,
        new Pace(config.thresholds()),
        new PollBudget(book(cardata, Purpose.POLL)),
        config.timezone(),
        force,
        here.clock());
  }

  Healthcheck healthcheck() {
    return new Healthcheck(http, config.healthcheckUrl(), log);
  }
}
