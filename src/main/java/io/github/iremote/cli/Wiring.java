package io.github.iremote.cli;

import io.github.iremote.Log;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.cli.source.CarDataSource;
import io.github.iremote.cli.source.Parts;
import io.github.iremote.cli.source.Source;
import io.github.iremote.config.Config;
import io.github.iremote.config.Exposed;
import io.github.iremote.history.History;
import io.github.iremote.http.JsonHttp;
import io.github.iremote.message.Wording;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.run.Garage;
import io.github.iremote.run.Healthcheck;
import io.github.iremote.run.Trouble;
import io.github.iremote.slack.SlackMessage;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleApi;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/** Every {@code new} of an adapter, in reading order: how the rooms are connected. */
public final class Wiring {
  public final Surroundings here;
  public final Log log;
  public final Path configs;
  public final Config config;
  public final JsonHttp http;
  public final Remembered remembered;
  public final Source source;
  public final CachedTokens tokens;
  public final VehicleApi api;
  public final Garage garage;
  public final RunWiring runs;

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
    this(here, log, configs, unwritten, purpose, Optional.empty());
  }

  /** All that is at home, and the way to others. */
  public Wiring(Home home, Purpose purpose) {
    this(home.here(), home.log(), home.configs(), Optional.of(home.config()), purpose);
  }

  /** The same files, read anew by one who stays, and the same connections. */
  public Wiring readAgain() {
    return new Wiring(here, log, configs, Optional.of(config), Purpose.IN_USE, Optional.of(http));
  }

  /** The same by another configuration. */
  public Wiring withConfig(Config other) {
    return new Wiring(here, log, configs, Optional.of(other), Purpose.IN_USE);
  }

  private Wiring(
      Surroundings here,
      Log log,
      Path configs,
      Optional<Config> unwritten,
      Purpose purpose,
      Optional<JsonHttp> http) {
    this.here = here;
    this.log = log;
    this.configs = configs;
    this.config = unwritten.isPresent() ? unwritten.get() : Home.config(here, configs);
    this.http =
        http.isPresent() ? http.get() : new JsonHttp(config.timeout(), here.environment(), log);
    this.remembered = new Remembered(configs, here, log);
    this.source =
        Source.of(
            new Parts(
                config,
                configs,
                this.http,
                remembered.sections,
                here::host,
                here.clock(),
                here.sleeper(),
                log));
    this.tokens = source.tokens();
    this.api = source.api(purpose);
    this.garage =
        new Garage(
            config.vehicles(),
            remembered.runFile,
            api,
            tokens,
            remembered.account,
            source.findsCarsAtLogin(),
            here.clock(),
            log);
    this.runs = new RunWiring(this);
  }

  /** CarData, where that is the API. */
  public Optional<CarDataSource> carData() {
    return source instanceof CarDataSource cardata ? Optional.of(cardata) : Optional.empty();
  }

  /**
   * Returns all there is to warn of.
   *
   * @param known what need not be said again
   */
  List<String> warnOfExposedFiles(Set<String> known) {
    List<String> sentences = Exposed.files(configs);
    sentences.stream().filter(sentence -> !known.contains(sentence)).forEach(log::warn);
    return sentences;
  }

  /** The cars on the account; where calls are counted, as BMW listed them within a day. */
  List<Vehicle> cars() {
    return source.callsLeft().isPresent() ? garage.listed() : garage.ask();
  }

  /** What has kept the runs from working. */
  public Trouble trouble() {
    return remembered.runFile.state().trouble();
  }

  public Wording wording() {
    return new Wording(config.distance(), config.timezone());
  }

  public PlaceWiring places() {
    return new PlaceWiring(config, http, here);
  }

  public SlackMessage slackMessage() {
    return new SlackMessage(places().letters());
  }

  /** Where what cars said and did is kept, if it is. */
  public Optional<History> history() {
    return histories().history();
  }

  HistoryWiring histories() {
    return new HistoryWiring(config, configs, here, log, remembered.sections);
  }

  public Healthcheck healthcheck() {
    return new Healthcheck(http, config.healthcheckUrl(), log);
  }
}
