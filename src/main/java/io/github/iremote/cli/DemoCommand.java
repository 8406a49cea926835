package io.github.iremote.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.json.Json;
import io.github.iremote.json.JsonFile;
import io.github.iremote.simulator.Day;
import io.github.iremote.simulator.LoopbackServer;
import io.github.iremote.simulator.PretendCar;
import io.github.iremote.simulator.PretendConnectedDrive;
import io.github.iremote.simulator.PretendSlack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code demo}: the real job, over real HTTP, against a pretend BMW and a pretend Slack on this
 * machine: a day of a car, a poll every five minutes of it.
 */
final class DemoCommand implements Command {
  private static final Duration CRON = Duration.ofMinutes(5);
  private static final Duration READING_TIME = Duration.ofMillis(450);
  private static final String VIN = "WBY1Z4C50EV000123";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public CommandSpec spec() {
    return Options.command(
            name(),
            "Shows a day of a car in a few seconds; needs no account.",
            "The whole job, against a pretend BMW and a pretend Slack on this machine.")
        .addOption(Options.flag("--fast", "Do not pause between messages."))
        .addOption(
            Options.value("--keep", "DIR", "Leave the configs directory there to be looked at."));
  }

  @Override
  public int run(ParseResult arguments, Surroundings here) {
    Optional<Path> keep =
        Options.text(arguments, "--keep").map(dir -> here.workingDirectory().resolve(dir));
    Path configs = directory(keep);
    try {
      return day(configs, Options.has(arguments, "--fast"), here);
    } finally {
      if (keep.isEmpty()) {
        delete(configs);
      } else {
        here.out().println("The configs directory is " + configs);
      }
    }
  }

  private static int day(Path configs, boolean fast, Surroundings here) {
    ZoneId zone = ZoneId.systemDefault();
    Instant midnight =
        LocalDate.ofInstant(here.clock().instant(), zone).atStartOfDay(zone).toInstant();
    PretendCar car = new PretendCar(VIN, "i3 (+ REX)");
    Day day = Day.ofAnI3Rex(car, midnight);
    PretendSlack slack = new PretendSlack();
    try (LoopbackServer bmw = new LoopbackServer(new PretendConnectedDrive(car));
        LoopbackServer hooks = new LoopbackServer(slack)) {
      new JsonFile(configs.resolve("config.json")).write(config(bmw.url(), hooks.url()));
      here.out().println("A day of an i3 with range extender, polled every 5 minutes:\n");
      int quiet = 0;
      Instant end = midnight.plus(Duration.ofHours(23));
      for (Instant now = midnight.plus(Duration.ofHours(7));
          now.isBefore(end);
          now = now.plus(CRON)) {
        day.advanceTo(now);
        int code = poll(configs, now, here);
        if (code != 0) {
          return code;
        }
        List<JsonNode> messages = slack.take();
        if (messages.isEmpty()) {
          quiet++;
        } else {
          show(messages, quiet, TIME.format(now.atZone(zone)), here);
          quiet = 0;
          pause(fast, here);
        }
      }
      here.out().println(quiet(quiet) + "Good night.");
      return 0;
    }
  }

  /** One run of the real {@code status} command, at that time of the simulated day. */
  private static int poll(Path configs, Instant now, Surroundings here) {
    return Main.run(
        here.with(() -> now, pause -> {}, here.out()),
        "status",
        "--quiet",
        "--configs",
        configs.toString());
  }

  private static void show(
      List<JsonNode> messages, int quietPolls, String time, Surroundings here) {
    PrintStream out = here.out();
    out.print(quiet(quietPolls));
    for (JsonNode message : messages) {
      out.println(time);
      new TerminalMessage(out, here.terminal()).print(message);
    }
  }

  private static String quiet(int polls) {
    return polls == 0 ? "" : "       (" + polls + (polls == 1 ? " poll" : " polls") + ": silent)\n";
  }

  private static void pause(boolean fast, Surroundings here) {
    if (!fast) {
      here.sleeper().sleep(READING_TIME);
    }
  }

  private static ObjectNode config(String bmw, String slack) {
    ObjectNode config = Json.object();
    config
        .putObject("connecteddrive")
        .put("server", bmw)
        .put("key", "demo-key")
        .put("secret", "demo-secret")
        .put("username", "demo@example.com")
        .put("password", "demo-password");
    config.putArray("vehicles").addObject().put("vin", VIN).put("name", "My i3");
    config.putObject("slack").put("webhookUrl", slack + "/services/demo");
    return config;
  }

  private static Path directory(Optional<Path> keep) {
    try {
      return keep.isPresent()
          ? Files.createDirectories(keep.get())
          : Files.createTempDirectory("iremote-demo");
    } catch (IOException e) {
      throw new Failure.BadConfig("the demo's configs directory cannot be made: " + e, e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new Failure.BadConfig(directory + " cannot be removed: " + e, e);
    }
  }
}
