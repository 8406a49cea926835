package io.github.iremote.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.json.JsonFile;
import io.github.iremote.simulator.Day;
import io.github.iremote.simulator.LoopbackServer;
import io.github.iremote.simulator.PretendCar;
import io.github.iremote.simulator.PretendCarData;
import io.github.iremote.simulator.PretendConnectedDrive;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a demo plays: a car, its day, and the BMW it tells of it.
 *
 * @param api the API's key in {@code config.json}
 * @param battery what its battery holds, in kWh
 * @param login whether its owner logs in first
 * @param ending a last line, when the day is over
 */
record DemoStage(
    String api,
    String title,
    String vin,
    String name,
    double battery,
    Day day,
    LoopbackServer.Site bmw,
    boolean login,
    Supplier<String> ending) {

  static DemoStage of(String api, Instant midnight, InstantSource clock) {
    return api.equals("cardata") ? carData(midnight, clock) : connectedDrive(midnight);
  }

  private static DemoStage carData(Instant midnight, InstantSource clock) {
    PretendCar car = new PretendCar("WBY71AW060FM00123", "i4 eDrive40");
    PretendCarData bmw = new PretendCarData(car, clock);
    return new DemoStage(
        "cardata",
        "A day of an i4 over BMW CarData: a login, then cron every 5 minutes.",
        car.vin(),
        "My i4",
        80.7,
        Day.ofAnI4(car, midnight),
        bmw,
        true,
        () -> "That took " + bmw.calls() + " of BMW's 50 calls a day.\n");
  }

  private static DemoStage connectedDrive(Instant midnight) {
    PretendCar car = new PretendCar("WBY1Z4C50EV000123", "i3 (+ REX)");
    return new DemoStage(
        "connecteddrive",
        "A day of an i3 with range extender over ConnectedDrive: cron every 5 minutes.",
        car.vin(),
        "My i3",
        27.2,
        Day.ofAnI3Rex(car, midnight),
        new PretendConnectedDrive(car),
        false,
        () -> "");
  }

  /** Writes the owner's {@code config.json}. */
  void writeConfig(Path configs, String bmwUrl, String slackUrl) {
    writeConfig(configs, bmwUrl, slackUrl, "en", Optional.empty());
  }

  /**
   * The same.
   *
   * @param language that of the messages
   * @param broker the address of one that streams
   */
  void writeConfig(
      Path configs, String bmwUrl, String slackUrl, String language, Optional<String> broker) {
    ObjectNode config = Json.object().put("language", language);
    ObjectNode account = apiConfig(bmwUrl);
    broker.ifPresent(address -> account.putObject("stream").put("server", address));
    config.set(api, account);
    config
        .putArray("vehicles")
        .addObject()
        .put("vin", vin)
        .put("name", name)
        .put("batteryKilowattHours", battery);
    config.put("timezone", ZoneId.systemDefault().getId());
    ObjectNode tariff = config.putObject("tariff").put("currency", "EUR");
    tariff.putArray("prices").addObject().put("from", "2020-01-01").put("perKilowattHour", 0.28);
    config.putObject("slack").put("webhookUrl", slackUrl + DemoCommand.HOOK);
    new JsonFile(configs.resolve("config.json")).write(config);
  }

  private ObjectNode apiConfig(String server) {
    return login
        ? Json.object()
            .put("clientId", "5a1c7e2d-8b4f-4d6a-9c3e-7f2b1a0d9e8c")
            .put("authServer", server)
            .put("apiServer", server)
        : Json.object()
            .put("server", server)
            .put("key", "demo-key")
            .put("secret", "demo-secret")
            .put("username", "demo@example.com")
            .put("password", "demo-password");
  }
}
