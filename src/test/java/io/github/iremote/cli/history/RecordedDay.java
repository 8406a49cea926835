package io.github.iremote.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.bmw.cardata.telematics.Telemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An owner's history of a day with a drive and a charge. */
final class RecordedDay implements AfterEachCallback {
  private static final String PLUG = "body.chargingPort.status = ";
  private static final String CHARGING = "drivetrain.electricEngine.charging.status = ";
  private static final String LEVEL = "drivetrain.batteryManagement.header = ";
  private static final String LOCK = "cabin.door.lock.status = ";
  private static final String ODOMETER = "vehicle.travelledDistance = ";

  /** What the first test's polls have written, for the others. */
  private static final Map<String, String> recorded = new HashMap<>();

  final CarDataAccount account = new CarDataAccount();
  final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;

  void configured(String... keys) throws IOException {
    String text = Files.readString(configs.resolve("config.json"));
    String more = String.join(", ", keys);
    machine.config(
        text.replace("\"timezone\"", more + ", \"timezone\"")
            .replace("\"My i4\"", "\"My i4\", \"batteryKilowattHours\": 80"));
  }

  private void poll(String time, String... says) {
    machine.now = Telemetry.at(time);
    account.says(says);
    assertEquals(0, machine.status("--force", "--quiet").code());
  }

  /** A drive of 29 km and a charge of 20 %, by UTC; the owner's clock is an hour ahead. */
  void aDay() throws IOException {
    configured("\"tariff\": {\"currency\":\"EUR\",\"prices\":[{\"perKilowattHour\":0.25}]}");
    machine.now = Telemetry.at("12:00");
    if (!recorded.isEmpty()) {
      Files.createDirectory(configs.resolve("history"));
      for (Map.Entry<String, String> file : recorded.entrySet()) {
        Files.writeString(configs.resolve("history").resolve(file.getKey()), file.getValue());
      }
      return;
    }
    account.loggedIn();
    poll(
        "06:00",
        "isMoving = false @ 05:00",
        CHARGING + "NOCHARGING @ 05:00",
        ODOMETER + "1000 [km] @ 05:00",
        LEVEL + "60 @ 05:00",
        LOCK + "SECURED @ 05:00");
    poll("07:05", "isMoving = true @ 07:00", LOCK + "LOCKED @ 07:00");
    poll(
        "07:45",
        "isMoving = false @ 07:40",
        ODOMETER + "1029 [km] @ 07:40",
        LEVEL + "50 @ 07:40",
        LOCK + "SECURED @ 07:41");
    poll("08:05", PLUG + "CONNECTED @ 08:00", CHARGING + "CHARGINGACTIVE @ 08:00");
    poll("09:00", LEVEL + "60 @ 08:58");
    poll("10:05", LEVEL + "70 @ 10:00", CHARGING + "CHARGINGENDED @ 10:00");
    machine.now = Telemetry.at("12:00");
    machine.bmw.asked();
    try (Stream<Path> files = Files.list(configs.resolve("history"))) {
      for (Path file : files.toList()) {
        recorded.put(file.getFileName().toString(), Files.readString(file));
      }
    }
  }

  Result history(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "history";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return machine.run(all);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    account.close();
  }
}
