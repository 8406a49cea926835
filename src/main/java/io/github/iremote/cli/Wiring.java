package io.github.iremote.cli;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.car.CarFiles;
import io.github.iremote.car.Take;
import io.github.iremote.config.ApiConfig;
import io.github.iremote.config.CarDataConfig;
import io.github.iremote.config.Config;
import io.github.iremote.config.ConnectedDriveConfig;
import io.github.iremote.config.Exposed;
import io.github.iremote.config.SlackConfig;
import io.github.iremote.json.JsonHttp;
import io.github.iremote.message.Delivery;
import io.github.iremote.message.LetterWording;
import io.github.iremote.message.Notifier;
import io.github.iremote.message.Place;
import io.github.iremote.message.Wording;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.oauth.DeviceLogin;
import io.github.iremote.poll.Pace;
import io.github.iremote.poll.Purpose;
import io.github.iremote.poll.Schedule;
import io.github.iremote.run.Garage;
import io.github.iremote.run.Healthcheck;
import io.github.iremote.run.Inquiry;
import io.github.iremote.run.RunFile;
import io.github.iremote.run.StatusRun;
import io.github.iremote.slack.SlackMessage;
import io.github.iremote.slack.SlackNotifier;
import io.github.iremote.slack.SlackWebhook;
import io.github.iremote.vehicle.VehicleApi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/** Every {@code new} of an adapter, in reading order: how the rooms are connected. */
final class Wiring {
  final Surroundings here;
  final Log log;
  final Path configs;
  final Config config;
  final JsonHttp http;
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
    this.runFile = new RunFile(configs, here.clock(), log);
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
      return new io.github.iremote.bmw.connecteddrive.Api(
          http, drive.server(), this.config.distance(), here.clock(), log);
    }
    return carDataApi((CarDataConfig) config, purpose);
  }

  io.github.iremote.bmw.cardata.Api carDataApi(CarDataConfig cardata, Purpose purpose) {
    return new io.github.iremote.bmw.cardata.Api(
        http,
        cardata.apiServer(),
        cardata.extraDescriptors(),
        config.location(),
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
        new Inquiry(api, tokens, files),
        new Take(
            files, config.thresholds(), config.mute(), config.location(), delivery, here.clock()),
        runFile,
        carData().isPresent() ? Optional.of(schedule(carData().get(), force)) : Optional.empty(),
        delivery,
        dryRun,
        here.clock());
  }

  /** Every place where messages go; a dry run needs none. */
  private Delivery delivery(boolean dryRun) {
    List<Place> places = new ArrayList<>();
    if (config.slack().isPresent()) {
      Notifier slack = new SlackNotifier(slackMessage(), slack(), here.clock());
      places.add(new Place("slack", Set.of(), config.quietHours(), slack));
    } else if (!dryRun) {
      throw new Failure.BadConfig(
          configs.resolve(Config.FILE)
              + ": slack.webhookUrl is missing; without it only --dry-run works");
    }
    return new Delivery(places, here.clock(), log);
  }

  SlackMessage slackMessage() {
    return new SlackMessage(new LetterWording(wording(), config.location()));
  }

  Schedule schedule(CarDataConfig cardata, boolean force) {
    Pace pace = new Pace(config.thresholds(), config.timezone());
    return new Schedule(
        runFile, pace, cardata.dailyCalls(), config.timezone(), force, here.clock());
  }

  Healthcheck healthcheck() {
    return new Healthcheck(http, config.healthcheckUrl(), log);
  }

  SlackWebhook slack() {
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
