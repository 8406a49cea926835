package io.github.iremote.pace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Log;
import io.github.iremote.bmw.cardata.Book;
import io.github.iremote.bmw.cardata.CountedApi;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.car.CarFiles;
import io.github.iremote.car.Take;
import io.github.iremote.cli.source.PollBudget;
import io.github.iremote.config.Config;
import io.github.iremote.event.Reminders;
import io.github.iremote.json.Json;
import io.github.iremote.json.JsonFile;
import io.github.iremote.json.Sections;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import io.github.iremote.message.Place;
import io.github.iremote.message.Route;
import io.github.iremote.message.delivery.Delivery;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.run.Account;
import io.github.iremote.run.Garage;
import io.github.iremote.run.Inquiry;
import io.github.iremote.run.RunFile;
import io.github.iremote.run.StatusRun;
import io.github.iremote.run.Telling;
import io.github.iremote.run.afterwards.ChargeFollowUp;
import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.Vehicle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The owner's machine: the real program on real files, run after run, with a pretend clock, BMW and
 * place for messages. Nothing but the files lasts from one run to the next.
 */
final class Machine {
  private static final Log LOG = new Log(0);

  private final Path configs;
  private final Config config;
  private final Function<Vehicle, Answer> bmw;
  private final InstantSource clock;
  private final List<Message> told = new ArrayList<>();

  Machine(Path configs, List<Vehicle> cars, Function<Vehicle, Answer> bmw, InstantSource clock) {
    this.configs = configs;
    this.config = Config.of("config.json", config(cars), Map.of());
    this.bmw = bmw;
    this.clock = clock;
    logIn(configs, clock);
  }

  /** With a token that outlasts the simulation. */
  static void logIn(Path configs, InstantSource clock) {
    new JsonFile(configs.resolve("token.json"))
        .write(
            Json.object()
                .put("accessToken", "pretend")
                .put("expiresAt", clock.instant().plus(Duration.ofDays(1000)).toString()));
  }

  static ObjectNode config(List<Vehicle> cars) {
    ObjectNode config = Json.object().put("timezone", Simulation.ZONE.getId());
    config.putObject("cardata").put("clientId", "12345678-90ab-4def-8234-567890abcdef");
    config.putObject("slack").put("webhookUrl", "https://hooks.slack.com/services/T0/B0/pretend");
    ArrayNode vehicles = config.putArray("vehicles");
    cars.forEach(car -> vehicles.addObject().put("vin", car.vin()).put("name", car.name()));
    return config;
  }

  /**
   * One run of {@code status}.
   *
   * @param planned whether the program decides which cars are due
   */
  StatusRun.Report run(boolean planned, Optional<String> only) {
    Sections remembered = RunFile.open(configs, clock, LOG);
    RunFile runFile = new RunFile(remembered);
    Book book = book(remembered, planned ? Purpose.IN_USE : Purpose.PERSON);
    CountedApi api = new CountedApi(book, bmw, clock);
    JsonFile token = new JsonFile(configs.resolve("token.json"));
    CachedTokens tokens =
        new CachedTokens(token, null, Optional.empty(), Duration.ZERO, "", () -> "", clock, LOG);
    CarFiles files = new CarFiles(configs, clock, LOG);
    Place place = new Place("slack", Route.ALL, Optional.empty());
    Delivery delivery =
        new Delivery(List.of(place), any -> this::tell, Optional.of(remembered), clock, LOG);
    Take take =
        new Take(
            files,
            config.thresholds(),
            config.mute(),
            config.location(),
            delivery,
            Optional.empty(),
            Reminders.NONE,
            clock);
    Optional<ChargeFollowUp> noCharges = Optional.empty();
    StatusRun run =
        new StatusRun(
            config,
            new Garage(
                config.vehicles(), runFile, api, tokens, Account.in(remembered), true, clock, LOG),
            new Inquiry(api, tokens, files),
            take,
            runFile,
            planned ? Optional.of(schedule(remembered, book)) : Optional.empty(),
            delivery,
            new Telling(config, take, delivery, runFile, noCharges, Optional.empty(), clock),
            false,
            clock);
    return run.run(only);
  }

  private Book book(Sections remembered, Purpose purpose) {
    return new Book(remembered, Simulation.DAILY_CALLS, purpose, config.timezone(), clock);
  }

  private Schedule schedule(Sections remembered, Book book) {
    return new Schedule(remembered, new PollBudget(book), config.timezone(), false, clock);
  }

  private void tell(Letter letter) {
    told.addAll(letter.messages());
  }

  /** The messages that have arrived since this was last asked. */
  List<Message> told() {
    List<Message> fresh = List.copyOf(told);
    told.clear();
    return fresh;
  }
}
