package io.github.iremote.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.config.section.Secrets;
import io.github.iremote.config.section.Section;
import io.github.iremote.disk.OwnFile;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Thresholds;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Distance;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code config.json}, read once, whole, and strictly. */
public record Config(
    ApiConfig api,
    List<VehicleConfig> vehicles,
    Optional<SlackConfig> slack,
    Distance.Unit distance,
    Supplier<ZoneId> timezone,
    boolean location,
    Set<EventName> mute,
    Optional<QuietHours> quietHours,
    Thresholds thresholds,
    HistoryConfig history,
    Optional<HomeAssistantConfig> homeAssistant,
    Optional<String> healthcheckUrl,
    Duration timeout,
    MessagesConfig messages) {

  public static final String FILE = "config.json";

  /**
   * Reads {@code config.json}.
   *
   * @throws Failure.BadConfig naming the file, the key and what is expected
   */
  public static Config load(Path configs, Map<String, String> environment) {
    Path file = configs.resolve(FILE);
    Secrets secrets = new Secrets(environment, () -> Exposed.toOtherWriters(configs));
    return of(new Section(file.toString(), "", read(file), secrets));
  }

  /**
   * The same, with some keys as if they stood there otherwise.
   *
   * @param changes such as {@code thresholds.leftOpenMinutes=30}
   */
  public static Config load(Path configs, Map<String, String> environment, List<String> changes) {
    Path file = configs.resolve(FILE);
    ObjectNode tree = (ObjectNode) read(file);
    changes.forEach(change -> Changes.set(tree, change));
    return of(file.toString(), tree, environment);
  }

  /**
   * Reads a configuration that is already a tree.
   *
   * @param name what complaints call it
   */
  public static Config of(String name, JsonNode tree, Map<String, String> environment) {
    return of(new Section(name, "", tree, new Secrets(environment, Optional::empty)));
  }

  private static Config of(Section top) {
    return from(
        top.only(
            "cardata",
            "connecteddrive",
            "vehicles",
            "slack",
            "distance",
            "timezone",
            "location",
            "mute",
            "quietHours",
            "thresholds",
            "history",
            "tariff",
            "report",
            "homeAssistant",
            "healthcheckUrl",
            "timeoutSeconds",
            "notify",
            "language",
            "words",
            "places",
            "reminders"));
  }

  /** The webhook, the healthcheck and the login are secrets. */
  @Override
  public String toString() {
    return "Config[hidden]";
  }

  private static JsonNode read(Path file) {
    String text;
    try {
      OwnFile.requireReadable(file);
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new Failure.BadConfig(file + " does not exist: run iremote setup");
    } catch (CharacterCodingException e) {
      throw new Failure.BadConfig(file + " is not UTF-8 text: save it as UTF-8 in your editor", e);
    } catch (IOException e) {
      throw new Failure.BadConfig(file + " cannot be read as text: check its owner and mode", e);
    }
    try {
      JsonNode node = Json.parseWithComments(text);
      if (!node.isObject()) {
        throw new IOException("not a JSON object { … }");
      }
      return node;
    } catch (IOException e) {
      throw new Failure.BadConfig(file + " is " + e.getMessage(), e);
    }
  }

  private static Config from(Section top) {
    Supplier<ZoneId> timezone = timezone(top);
    ApiConfig api = api(top);
    List<VehicleConfig> vehicles = vehicles(top);
    Optional<SlackConfig> slack = top.section("slack").map(SlackConfig::from);
    Optional<QuietHours> quiet =
        top.section("quietHours").map(section -> QuietHours.from(section, timezone));
    return new Config(
        api,
        vehicles,
        slack,
        top.oneOf(
            "distance",
            Map.of("km", Distance.Unit.KM, "miles", Distance.Unit.MILES),
            Distance.Unit.KM),
        timezone,
        top.flag("location"),
        EventNames.in(top, "mute"),
        quiet,
        top.section("thresholds").map(Config::thresholds).orElse(Thresholds.DEFAULT),
        HistoryConfig.from(top),
        top.section("homeAssistant").map(HomeAssistantConfig::from),
        top.url("healthcheckUrl"),
        Duration.ofSeconds(top.integer("timeoutSeconds", 20, 1, 600)),
        MessagesConfig.from(top, slack, vehicles, quiet, timezone));
  }

  private static ApiConfig api(Section top) {
    Optional<Section> cardata = top.section("cardata");
    Optional<Section> connecteddrive = top.section("connecteddrive");
    top.require(
        cardata.isPresent() != connecteddrive.isPresent(),
        "cardata",
        "or connecteddrive: expected exactly one of the two");
    return cardata.isPresent()
        ? CarDataConfig.from(cardata.get())
        : ConnectedDriveConfig.from(connecteddrive.get());
  }

  private static List<VehicleConfig> vehicles(Section top) {
    List<VehicleConfig> vehicles = new ArrayList<>();
    Set<String> vins = new HashSet<>();
    for (Section section : top.sections("vehicles")) {
      VehicleConfig car = VehicleConfig.from(section);
      top.require(vins.add(car.vin()), "vehicles", "expected each vin only once");
      vehicles.add(car);
    }
    return vehicles;
  }

  /**
   * The machine's own is looked up when a time is first told: a poll that tells none saves that.
   */
  private static Supplier<ZoneId> timezone(Section top) {
    Optional<String> name = top.string("timezone");
    if (name.isEmpty()) {
      return ZoneId::systemDefault;
    }
    try {
      ZoneId zone = ZoneId.of(name.get());
      return () -> zone;
    } catch (DateTimeException e) {
      throw top.complaint(
          "timezone", "expected a name such as Europe/Berlin, not \"" + name.get() + "\"");
    }
  }

  private static Thresholds thresholds(Section section) {
    section.only("batteryPercent", "fuelPercent", "leftOpenMinutes", "leftUnlockedMinutes");
    Thresholds standard = Thresholds.DEFAULT;
    return new Thresholds(
        section.integer("batteryPercent", standard.batteryPercent(), 0, 100),
        section.integer("fuelPercent", standard.fuelPercent(), 0, 100),
        minutes(section, "leftOpenMinutes", standard.leftOpen()),
        minutes(section, "leftUnlockedMinutes", standard.leftUnlocked()),
        section.has("batteryPercent"));
  }

  private static Duration minutes(Section section, String key, Duration standard) {
    return Duration.ofMinutes(section.integer(key, (int) standard.toMinutes(), 1, 10_000));
  }
}
