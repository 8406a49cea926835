package io.github.iremote.cli.watch;

import static io.github.iremote.OwnersMachine.HOOK;
import static io.github.iremote.OwnersMachine.VIN;

import io.github.iremote.CarDataAccount;
import io.github.iremote.bmw.cardata.telematics.Telemetry;
import io.github.iremote.trust.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code watch} as a process of its own, in real time, with a pretend BMW and Slack here. */
final class WatchedProcess implements AutoCloseable {
  private static final int CLOCK_TICKS_A_SECOND = 100;

  final CarDataAccount account;
  final Program program;
  private Process process;

  /**
   * @param broker where the stream is, as the configuration has it
   */
  WatchedProcess(Path folder, String broker, List<String> vins) throws IOException {
    Path configs = Files.createDirectory(folder.resolve("configs"));
    account = new CarDataAccount(configs);
    account.machine.now = Instant.now();
    account.machine.config(
        """
        {
          "cardata": { "clientId": "AB12CD34-0000-4444-8888-0123456789AB", "dailyCalls": 500,
                       "authServer": "%1$s", "apiServer": "%1$s",
                       "stream": { "server": "%2$s", "username": "gcid", "topic": "gcid/+" } },
          "vehicles": [ %3$s ],
          "slack": { "webhookUrl": "%4$s" }
        }
        """
            .formatted(
                account.machine.bmw.url(),
                broker,
                vins.stream()
                    .map("{ \"vin\": \"%1$s\", \"name\": \"%1$s\" }"::formatted)
                    .collect(Collectors.joining(", ")),
                account.machine.slack.url() + HOOK));
    Instant before = account.machine.now.minusSeconds(600);
    for (String vin : vins) {
      account.machine.bmw.answer(
          "/customers/vehicles/" + vin + "/telematicData",
          200,
          Telemetry.answer(
              StreamedLife.DOOR + " = false @ " + before,
              "vehicle.antiTheftAlarmSystem.alarm.isOn = false @ " + before,
              StreamedLife.LEVEL + " = 70 @ " + before,
              "cabin.door.lock.status = SECURED @ " + before));
    }
    account.loggedIn();
    program = new Program(configs, folder.resolve("output"));
    asLaunched().forEach(program::with);
  }

  /** The options that the launcher gives to what stays. */
  private static List<String> asLaunched() throws IOException {
    Matcher flags =
        Pattern.compile("' watch '\\*\\)\\s+flags=\"\\$flags ([^\"]+)\"")
            .matcher(Files.readString(Path.of("scripts/iremote")));
    if (!flags.find()) {
      throw new AssertionError("the launcher has no options for watch");
    }
    return List.of(flags.group(1).split("\\s+"));
  }

  WatchedProcess starts() throws IOException {
    return starts("the stream is heard");
  }

  /** Starts, and has said something. */
  WatchedProcess starts(String words) throws IOException {
    process = program.start("watch");
    until(() -> said().contains(words), Duration.ofSeconds(90));
    return this;
  }

  static String message(String vin, String entry) {
    return WatchedCar.message(entry).replace(VIN, vin);
  }

  String said() {
    try {
      return program.output();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until something has come about. */
  Duration until(BooleanSupplier condition, Duration longest) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      Duration passed = Duration.ofNanos(System.nanoTime() - start);
      if (passed.compareTo(longest) > 0 || !process.isAlive()) {
        throw new AssertionError("it does not come about; printed:\n" + said());
      }
      pause(2);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  static void pause(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Asks it to end, as systemd does; returns how long that took. */
  Duration ends() throws InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end; printed:\n" + said());
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  int exitCode() {
    return process.exitValue();
  }

  /** The memory it has, in megabytes. */
  long megabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new IOException("no VmRSS");
  }

  /** The seconds of a processor that it has had. */
  double seconds() throws IOException {
    String line = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12]))
        / (double) CLOCK_TICKS_A_SECOND;
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
    account.close();
  }
}
