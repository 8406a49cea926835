package io.github.iremote;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.cli.Main;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A machine with iRemote on it, as its owner sees it: a configs directory, a BMW and a Slack
 * answering on loopback, and a clock that the test turns. A server answers a path with what the
 * test has put there last, or else with 404. As an extension it lasts as long as a test does.
 */
public final class OwnersMachine implements AutoCloseable, AfterEachCallback {
  public static final String VIN = "WBY1Z4C50EV000123";
  public static final String TOKEN = "/webapi/oauth/token/";
  public static final String CARS = "/webapi/v1/user/vehicles/";
  public static final String STATUS = CARS + VIN + "/status";
  public static final String HOOK = "/services/T0/B0/hook-secret";

  public final Path configs;
  public final WebServer bmw = new WebServer();
  public final WebServer slack = new WebServer();
  public final List<Duration> slept = new ArrayList<>();
  public final Map<String, String> environment = new HashMap<>();
  public Instant now = Instant.parse("2018-03-12T07:40:00Z");
  public String typed = "";

  /** Whether time passes while the program waits. */
  public boolean turnsWhileAsleep;

  public boolean terminal;

  private final List<Folder> own = new ArrayList<>();

  /** In a directory of its own, which goes when the machine does. */
  public OwnersMachine() {
    this(new Folder());
  }

  private OwnersMachine(Folder folder) {
    this(folder.path);
    own.add(folder);
  }

  public OwnersMachine(Path configs) {
    this.configs = configs;
    slack.answer(HOOK, 200, "ok");
    bmw.answer(
        TOKEN,
        200,
        """
        {"access_token":"access-secret","token_type":"Bearer","expires_in":28800,
         "refresh_token":"refresh-secret"}""");
  }

  /** What one call of the program came to. */
  public record Result(int code, String out, String err) {
    /** What went wrong, without what was logged on the way. */
    public List<String> failures() {
      return err.lines().filter(line -> line.startsWith("iremote: ")).toList();
    }

    /** A check's lines about these things. */
    public List<String> about(String... things) {
      return out.lines()
          .filter(line -> Stream.of(things).anyMatch(thing -> line.startsWith(thing + " ", 4)))
          .toList();
    }
  }

  /** Writes a config for ConnectedDrive and one named car, with further top-level keys. */
  public OwnersMachine configured(String... more) {
    List<String> keys = new ArrayList<>(List.of(more));
    if (keys.stream().noneMatch(key -> key.startsWith("\"timezone\""))) {
      keys.add("\"timezone\": \"Europe/Berlin\"");
    }
    return config(
        """
        {
          "connecteddrive": {
            "server": "%s", "key": "key-secret", "secret": "client-secret",
            "username": "owner@example.com", "password": "password-secret"
          },
          "vehicles": [ { "vin": "%s", "name": "My i3" } ],
          "slack": { "webhookUrl": "%s" },
          %s
        }
        """
            .formatted(bmw.url(), VIN, hook(), String.join(",\n", keys)));
  }

  /** Sets it up in a terminal, with these lines typed. */
  public Result setUp(String... lines) {
    return typing(lines).run("setup", "--server", bmw.url());
  }

  /** The configuration as it stands there, perhaps with comments. */
  public JsonNode config() {
    try {
      return Json.parseWithComments(Files.readString(configs.resolve("config.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public OwnersMachine config(String text) {
    write("config.json", text);
    return this;
  }

  /** In one step: a program that runs meanwhile reads the old text or the new. */
  public void write(String file, String text) {
    try {
      Path whole = Files.createTempFile(configs, "written", ""); // for its owner alone
      Files.writeString(whole, text);
      Files.move(whole, configs.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode read(String file) {
    try {
      return Json.parse(Files.readString(configs.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode savedCar() {
    return read("event-" + VIN + ".json");
  }

  /** Every file in the configs directory with its content and time of change. */
  public Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(configs)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String stamp = Files.getLastModifiedTime(path) + " ";
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        files.put(configs.relativize(path).toString(), stamp + text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** It answers as this car of the test resources does. */
  public OwnersMachine withCar(String name) {
    carSays(ConnectedDriveCar.car(name));
    return this;
  }

  /** BMW answers the status call with this car. */
  public void carSays(String vehicleStatus) {
    bmw.answer(STATUS, 200, "{\"vehicleStatus\":" + vehicleStatus + "}");
  }

  /** The car has been seen and told of, and nothing of it is left to look at. */
  public void watched() {
    Result result = status();
    if (result.code() != 0) {
      throw new AssertionError(result);
    }
    posted();
    bmw.asked();
  }

  /** BMW lists the one car. */
  public void listsItsCar() {
    bmw.answer(CARS, 200, "[{\"vin\":\"" + VIN + "\",\"model\":\"i3 (+ REX)\"}]");
  }

  /** The address to post to. */
  public String hook() {
    return slack.url() + HOOK;
  }

  /** Its owner sits at a terminal, and types these lines. */
  public OwnersMachine typing(String... lines) {
    terminal = true;
    typed = String.join("\n", lines) + "\n";
    return this;
  }

  /** The messages that have arrived at Slack since the last time. */
  public List<JsonNode> posted() {
    List<JsonNode> messages = new ArrayList<>();
    for (String body : slack.bodies()) {
      try {
        messages.add(Json.parse(body));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return messages;
  }

  /** The first line of each message that has arrived at Slack since the last time. */
  public List<String> headlines() {
    return posted().stream().map(message -> message.path("text").asText()).toList();
  }

  /** What was printed, without what differs from run to run: paths, ports, log times, names. */
  public String plain(String printed) {
    return printed
        .replace(configs.toString(), "CONFIGS")
        .replaceAll("(localhost|127\\.0\\.0\\.1):\\d+", "$1")
        .replaceAll("(?m)^\\d\\d:\\d\\d:\\d\\d (?=TRACE|DEBUG|INFO|WARN)", "")
        .replaceAll("Java \\d\\S*", "Java")
        .replaceAll("(the login here, on) [^;]+", "$1 HOST");
  }

  public Result plain(Result result) {
    return new Result(result.code(), plain(result.out()), plain(result.err()));
  }

  /** Runs {@code status} with these options. */
  public Result status(String... options) {
    return run(Stream.concat(Stream.of("status"), Stream.of(options)).toArray(String[]::new));
  }

  /** Runs a command on the configs directory; what SLF4J logs counts as printed to stderr. */
  public Result run(String... args) {
    Stream<String> there = Stream.of("--configs", configs.toString());
    return runAsTyped(Stream.concat(Stream.of(args), there).toArray(String[]::new));
  }

  /** Runs exactly this command line. */
  public Result runAsTyped(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    PrintStream systemErr = System.err;
    System.setErr(errors);
    try {
      PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
      int code = Main.run(surroundings(printed, errors), args);
      return new Result(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(systemErr);
    }
  }

  /** What the program finds around it. */
  public Surroundings surroundings(PrintStream out, PrintStream err) {
    return new Surroundings(
        environment,
        configs,
        Optional.empty(),
        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
        out,
        err,
        terminal,
        () -> now,
        this::sleep);
  }

  private void sleep(Duration pause) {
    slept.add(pause);
    now = turnsWhileAsleep ? now.plus(pause) : now;
  }

  @Override
  public void close() {
    bmw.web.close();
    slack.web.close();
    own.forEach(Folder::delete);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }
}
