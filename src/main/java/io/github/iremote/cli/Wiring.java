package io.github.iremote.cli;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.bmw.connecteddrive.Api;
import io.github.iremote.config.Config;
import io.github.iremote.config.ConnectedDriveConfig;
import io.github.iremote.config.Exposed;
import io.github.iremote.config.SlackConfig;
import io.github.iremote.json.JsonFile;
import io.github.iremote.json.JsonHttp;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.oauth.Grant;
import io.github.iremote.oauth.TokenEndpoint;
import io.github.iremote.poll.CarFiles;
import io.github.iremote.poll.Delivery;
import io.github.iremote.poll.Garage;
import io.github.iremote.poll.Healthcheck;
import io.github.iremote.poll.Inquiry;
import io.github.iremote.poll.Outbox;
import io.github.iremote.poll.RunFile;
import io.github.iremote.poll.StatusPoll;
import io.github.iremote.poll.StatusRun;
import io.github.iremote.slack.SlackMessage;
import io.github.iremote.slack.SlackWebhook;
import io.github.iremote.slack.Wording;
import io.github.iremote.vehicle.VehicleApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Every {@code new} of an adapter, in reading order: how the rooms are connected. */
final class Wiring {
  private static final Duration CONNECTED_DRIVE_MARGIN = Duration.ofMinutes(5);

  final Surroundings here;
  final Log log;
  final Path configs;
  final Config config;
  final JsonHttp http;
  final RunFile runFile;
  final CachedTokens tokens;
  final VehicleApi api;
  final Garage garage;

  Wiring(ParseResult arguments, Surroundings here) {
    this.here = here;
    this.log = Options.log(arguments);
    this.configs = Options.configs(arguments, here);
    this.config = Config.load(configs, here.environment());
    this.http = new JsonHttp(config.timeout(), log);
    this.runFile = new RunFile(configs, here.clock(), log);
    ConnectedDriveConfig drive = (ConnectedDriveConfig) config.api();
    this.tokens = tokens(drive);
    this.api = new Api(http, drive.server(), here.clock());
    this.garage = new Garage(config.vehicles(), runFile, api, tokens, false, log);
  }

  private CachedTokens tokens(ConnectedDriveConfig drive) {
    TokenEndpoint endpoint =
        new TokenEndpoint(
            http,
            drive.server() + "/webapi/oauth/token/",
            Map.of("Authorization", drive.authorization()),
            Map.of(),
            here.clock());
    return new CachedTokens(
        new JsonFile(configs.resolve("token.json")),
        endpoint,
        Optional.of(
            new Grant.Password(drive.username(), drive.password(), "remote_services vehicle_data")),
        CONNECTED_DRIVE_MARGIN,
        "check username, password and authorization in config.json",
        here.clock(),
        log);
  }

  void warnOfExposedFiles() {
    Exposed.files(configs).forEach(log::warn);
  }

  Wording wording() {
    return new Wording(config.distance(), config.timezone());
  }

  /**
   * The job.
   *
   * @param dryRun whether nothing is to be posted and no event saved
   */
  StatusRun statusRun(boolean dryRun) {
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
        delivery,
        here.clock());
  }

  Healthcheck healthcheck() {
    return new Healthcheck(http, config.healthcheckUrl(), log);
  }

  SlackWebhook slack() {
    SlackConfig slack =
        config
            .slack()
            .orElseThrow(
                () ->
                    new Failure.BadConfig(
                        configs.resolve(Config.FILE)
                            + ": slack.webhookUrl is missing; without it only --dry-run works"));
    return new SlackWebhook(
        http,
        slack.webhookUrl(),
        new SlackWebhook.Sender(slack.channel(), slack.username(), slack.icon()),
        here.clock(),
        here.sleeper());
  }
}
