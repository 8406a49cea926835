package io.github.iremote.cli.history;

import io.github.iremote.Failure;
import io.github.iremote.bmw.cardata.ChargingHistory;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.cli.Home;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Wiring;
import io.github.iremote.history.History;
import io.github.iremote.history.HistoryFolder;
import io.github.iremote.json.Json;
import io.github.iremote.json.JsonList;
import io.github.iremote.run.RunLock;
import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.Vehicle;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import picocli.CommandLine.ParseResult;

/** {@code history --import}: the charges in the archive that BMW's portal gives to owners. */
record Import(ParseResult options, Home home) {
  /** How every archive begins. */
  private static final byte[] ZIP = {'P', 'K', 3, 4};

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
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(ZIP.length);
      boolean archive = Arrays.equals(in.readNBytes(ZIP.length), ZIP);
      in.reset();
      return archive ? inArchive(new ZipInputStream(in)) : sessions(in);
    } catch (IOException e) {
      throw new Failure.BadConfig(file + " cannot be read: " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.NoSuchFileException ? "there is none" : e.getMessage();
  }

  /** A list of years is too long to be held as it is. */
  private List<ChargingSession> sessions(InputStream in) throws IOException {
    List<ChargingSession> sessions = new ArrayList<>();
    boolean location = home.config().location();
    JsonList.each(
        in, entry -> sessions.addAll(ChargingHistory.sessions(Json.array().add(entry), location)));
    return sessions;
  }

  /** Whatever of the archive holds charges; the rest is none of our business. */
  private List<ChargingSession> inArchive(ZipInputStream zip) throws IOException {
    List<ChargingSession> sessions = new ArrayList<>();
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String inside = entry.getName();
      if (inside.toLowerCase(Locale.ROOT).endsWith(".json")) {
        try {
          sessions.addAll(sessions(zip));
        } catch (ZipException | EOFException e) {
          throw e;
        } catch (IOException e) {
          home.log().info(() -> inside + " is passed over: " + e.getMessage());
        }
      }
    }
    return sessions;
  }
}
