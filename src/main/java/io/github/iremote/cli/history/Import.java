package io.github.iremote.cli.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.bmw.cardata.ChargingHistory;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.cli.Home;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Wiring;
import io.github.iremote.history.History;
import io.github.iremote.history.HistoryFolder;
import io.github.iremote.json.Json;
import io.github.iremote.run.RunLock;
import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.Vehicle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import picocli.CommandLine.ParseResult;

/** {@code history --import}: the charges in the archive that BMW's portal gives to owners. */
record Import(ParseResult options, Home home) {

  int run(String name) {
    Path file = home.here().workingDirectory().resolve(name);
    List<ChargingSession> sessions = sessions(file);
    if (sessions.isEmpty()) {
      throw new Failure.BadConfig(
          file + " holds no list of charges: expected BMW's archive, or the JSON file in it");
    }
    Vehicle car = car();
    History history =
        new Wiring(home, Purpose.PERSON)
            .history()
            .orElseThrow(() -> new Failure.BadConfig("\"history\" is false: nothing is kept"));
    RunLock lock = RunLock.await(home.configs(), home.here().sleeper());
    try (lock) {
      int added = history.add(car.vin(), sessions, home.here().clock().instant());
      String known = added < sessions.size() ? ", the others were known" : "";
      home.here()
          .out()
          .println(
              car.name() + ": " + added + " of " + sessions.size() + " charges are new" + known);
    }
    return 0;
  }

  private Vehicle car() {
    HistoryFolder folder = new HistoryFolder(home.configs(), home.log());
    List<Vehicle> meant =
        new Cars(home.config(), home.seen(), folder).meant(Options.text(options, "--car"));
    if (meant.size() != 1) {
      throw new Failure.BadConfig("BMW's list does not say of which car it is: give --car");
    }
    return meant.get(0);
  }

  private List<ChargingSession> sessions(Path file) {
    try {
      if (file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".zip")) {
        return inArchive(file);
      }
      return sessions(Files.readString(file));
    } catch (IOException e) {
      throw new Failure.BadConfig(file + " cannot be read: " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.NoSuchFileException ? "there is none" : e.getMessage();
  }

  private List<ChargingSession> sessions(String text) throws IOException {
    JsonNode json = Json.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
    return ChargingHistory.sessions(json, home.config().location());
  }

  /** Whatever of the archive holds charges; the rest is none of our business. */
  private List<ChargingSession> inArchive(Path file) throws IOException {
    List<ChargingSession> sessions = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String inside = entry.getName();
        if (inside.endsWith(".json")) {
          try {
            sessions.addAll(sessions(new String(zip.readAllBytes(), StandardCharsets.UTF_8)));
          } catch (IOException e) {
            home.log().info(() -> inside + " is passed over: " + e.getMessage());
          }
        }
      }
    }
    return sessions;
  }
}
