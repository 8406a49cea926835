package io.github.iremote.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.LocalZone;
import io.github.iremote.config.section.Numbers;
import io.github.iremote.config.section.Secrets;
import io.github.iremote.config.section.Section;
import io.github.iremote.config.section.WebAddress;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Thresholds;
import io.github.iremote.vehicle.Distance;
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
    return of(new Section(file.toString(), "", ConfigFile.read(file), secrets));
  }

  /**
   * The same, with some keys as if they stood there otherwise.
   *
   * @param changes such as {@code thresholds.leftOpenMinutes=30}
   */
  public static Config load(Path configs, Map<String, String> environment, List<String> changes) {
    Path file = configs.resolve(FILE);
    ObjectNode tree = (ObjectNode) ConfigFile.read(file);
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
        top.section("thresholds").map(ThresholdsConfig::from).orElse(Thresholds.DEFAULT),
        HistoryConfig.from(top),
        top.section("homeAssistant").map(HomeAssistantConfig::from),
        WebAddress.in(top, "healthcheckUrl"),
        Duration.ofSeconds(Numbers.integer(top, "timeoutSeconds", 20, 1, 600)),
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
      return LocalZone::find;
    }
    try {
      ZoneId zone = ZoneId.of(name.get());
      return () -> zone;
    } catch (DateTimeException e) {
      throw top.complaint(
          "timezone", "expected a name such as Europe/Berlin, not \"" + name.get() + "\"");
    }
  }
}
