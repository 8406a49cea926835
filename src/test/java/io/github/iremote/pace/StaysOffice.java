package io.github.iremote.pace;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.bmw.Push;
import io.github.iremote.bmw.cardata.Book;
import io.github.iremote.bmw.cardata.CountedApi;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.bmw.cardata.Stream;
import io.github.iremote.car.CarFiles;
import io.github.iremote.car.SavedCar;
import io.github.iremote.car.Take;
import io.github.iremote.cli.source.PollBudget;
import io.github.iremote.cli.watch.AskedCars;
import io.github.iremote.config.Config;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Reminders;
import io.github.iremote.json.JsonFile;
import io.github.iremote.json.Section;
import io.github.iremote.json.Sections;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import io.github.iremote.message.Place;
import io.github.iremote.message.Route;
import io.github.iremote.message.delivery.Delivery;
import io.github.iremote.mqtt.Broker;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.run.Account;
import io.github.iremote.run.Garage;
import io.github.iremote.run.Inquiry;
import io.github.iremote.run.RunFile;
import io.github.iremote.run.StatusRun;
import io.github.iremote.run.Telling;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.watch.Memory;
import io.github.iremote.watch.Office;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a simulated {@code watch} works with: real files, a pretend BMW and place for messages. */
final class StaysOffice implements Office {
  private static final Log LOG = new Log(0);

  private final World world;
  private final Config config;
  private final Stream stream;
  private final List<Message> told = new ArrayList<>();
  private int failures;

  StaysOffice(World world) {
    this.world = world;
    this.config = Config.of("config.json", Machine.config(world.vehicles()), Map.of());
    Optional<String> none = Optional.empty();
    stream =
        new Stream(
            Broker.at("mqtt://localhost", Optional.empty()),
            new Stream.Own(none, none, none),
            List.of(),
            false,
            world.clock());
    Machine.logIn(world.configs(), world.clock());
  }

  Memory memory() {
    return Memory.in(RunFile.open(world.configs(), world.clock(), LOG)).get();
  }

  /** The messages that have arrived since this was last asked. */
  List<Message> told() {
    List<Message> fresh = List.copyOf(told);
    told.clear();
    return fresh;
  }

  /** How many rounds have failed since this was last asked. */
  int failures() {
    int count = failures;
    failures = 0;
    return count;
  }

  @Override
  public Optional<Turn> turn() {
    return Optional.of(new OneTurn());
  }

  private final class OneTurn implements Turn {
    private final Sections remembered = RunFile.open(world.configs(), world.clock(), LOG);
    private final RunFile runFile = new RunFile(remembered);
    private final Book book =
        new Book(
            remembered, Simulation.DAILY_CALLS, Purpose.IN_USE, config.timezone(), world.clock());
    private final CarFiles files = new CarFiles(world.configs(), world.clock(), LOG);
    private final Delivery delivery =
        new Delivery(
            List.of(new Place("slack", Route.ALL, Optional.empty())),
            any -> this::tell,
            Optional.of(remembered),
            world.clock(),
            LOG);
    private final Take take =
        new Take(
            files,
            config.thresholds(),
            config.mute(),
            config.location(),
            delivery,
            Optional.empty(),
            Reminders.NONE,
            world.clock());
    private final Telling telling =
        new Telling(
            config, take, delivery, runFile, Optional.empty(), Optional.empty(), world.clock());

    private void tell(Letter letter) {
      told.addAll(letter.messages());
    }

    @Override
    public List<Vehicle> cars() {
      return world.vehicles();
    }

    @Override
    public Take take() {
      return take;
    }

    @Override
    public Telling telling() {
      return telling;
    }

    @Override
    public Push push() {
      return stream;
    }

    @Override
    public CachedTokens tokens() {
      return new CachedTokens(
          new JsonFile(world.configs().resolve("token.json")),
          null,
          Optional.empty(),
          Duration.ZERO,
          "",
          () -> "",
          world.clock(),
          LOG);
    }

    @Override
    public Section<Memory> memory() {
      return Memory.in(remembered);
    }

    @Override
    public int pollsLeft() {
      return book.quota().spendable(world.clock().instant(), world.clock().instant());
    }

    @Override
    public StatusRun.Report round(Asking asking) {
      CountedApi api = new CountedApi(book, world.bmw(), world.clock());
      Schedule pace =
          new Schedule(remembered, new PollBudget(book), config.timezone(), false, world.clock());
      StatusRun run =
          new StatusRun(
              config,
              new Garage(
                  config.vehicles(),
                  runFile,
                  api,
                  tokens(),
                  Account.in(remembered),
                  true,
                  world.clock(),
                  LOG),
              new Inquiry(api, tokens(), files),
              take,
              runFile,
              Optional.of(new AskedCars(pace, asking)),
              delivery,
              telling,
              false,
              world.clock());
      StatusRun.Report report = run.run(Optional.empty());
      failures += report.failures().size();
      return report;
    }

    @Override
    public List<RuntimeException> late() {
      return telling.tellLate();
    }

    @Override
    public void announce(EventName name, String sentence) {
      throw new AssertionError(sentence);
    }

    @Override
    public void loginNeeded(Failure.LoginRequired failure) {
      throw failure;
    }

    @Override
    public void ping(List<RuntimeException> failed) {}

    @Override
    public SavedCar saved(Vehicle car) {
      return take.load(car).car();
    }

    @Override
    public void close() {}
  }
}
