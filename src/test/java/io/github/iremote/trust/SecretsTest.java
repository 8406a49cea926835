package io.github.iremote.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.ConnectedDriveCar;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.PretendMailServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** Every command in every trouble, saying all it can: nothing secret is in what it says. */
class SecretsTest {
  /** Every secret of the two fixtures holds this word. */
  private static final String SECRET = "-secret";

  private static final String POSITION = "48.1771";

  private static final String[][] COMMANDS = {
    {"status", "-vv"},
    {"status", "-vv", "--force"},
    {"status", "-vv", "--dry-run", "--force"},
    {"status", "-vv", "--json"},
    {"vehicles", "-vv"},
    {"check", "-vv"},
    {"check", "-vv", "--post"},
    {"login", "-vv"}
  };

  private final Map<Integer, Integer> codes = new TreeMap<>();
  private final List<String> leaks = new ArrayList<>();
  private long characters;

  /** What servers answer that mean no good, or repeat what they were sent. */
  private static List<MockResponse> answers() {
    List<MockResponse> answers = new ArrayList<>();
    for (int code : new int[] {200, 201, 400, 401, 403, 404, 410, 429, 500, 503}) {
      for (String body :
          List.of(
              "access-secret refresh-secret hook-secret",
              "{\"error\":\"Bearer access-secret-1\",\"error_description\":\"refresh-secret\"}",
              "{\"exveErrorId\":\"CU-127\",\"exveErrorMsg\":\"token access-secret-1\"}",
              "{\"exveErrorId\":\"CU-127\",\"exveErrorMsg\":\"access\\u002dsecret-1\"}",
              "{\"error\":\"refresh\\u002dsecret-1\",\"error_description\":\"hook\\u002dsecret\"}",
              "{\"access_token\":\"access-secret\\u00e9\",\"refresh_token\":5}",
              "[\"refresh-secret")) {
        answers.add(new MockResponse.Builder().code(code).body(body).build());
      }
    }
    MockResponse.Builder ok = new MockResponse.Builder().code(200).body("access-secret");
    answers.add(ok.code(302).setHeader("Location", "https://127.0.0.1:1/?t=access-secret").build());
    answers.add(ok.code(401).setHeader("WWW-Authenticate", "Bearer access-secret").build());
    answers.add(ok.code(200).setHeader("Set-Cookie", "session-secret").build());
    answers.add(ok.status("access-secret hook-secret").build());
    answers.add(ok.onResponseStart(new SocketEffect.CloseSocket()).build());
    return answers;
  }

  @Test
  void nothing_secret_is_ever_printed() throws IOException {
    Experiment experiment = new Experiment("secrets", 0);
    boolean all = experiment.isLong();
    List<MockResponse> answers = answers();
    for (int i = 0; i < answers.size(); i++) {
      if (all || i % 24 == 3 || i >= 70) {
        connectedDrive(answers.get(i), all ? COMMANDS.length : 3);
        carData(answers.get(i), all ? COMMANDS.length : 3);
        places(answers.get(i));
      }
    }
    damagedFiles();
    experiment.say(
        "outputs %d, characters %d, exit codes %s, secrets found %d",
        codes.values().stream().mapToInt(n -> n).sum(), characters, codes, leaks.size());
    assertEquals(List.of(), leaks.stream().distinct().limit(8).toList());
    assertTrue(characters > 10_000, "hardly anything was printed");
    assertEquals(null, codes.get(1), "bugs");
  }

  private void connectedDrive(MockResponse answer, int commands) throws IOException {
    for (String path : List.of(OwnersMachine.TOKEN, OwnersMachine.STATUS, OwnersMachine.HOOK)) {
      try (OwnersMachine machine = new OwnersMachine()) {
        machine.configured(
            "\"healthcheckUrl\": \"" + machine.slack.url() + "/ping-secret\"",
            "\"timeoutSeconds\": 2");
        machine.carSays(ConnectedDriveCar.car("i3-rex"));
        look(machine, "status", "-vv");
        machine.now = machine.now.plus(Duration.ofHours(9));
        machine.carSays(ConnectedDriveCar.car("i3-rex", "doorLockState", "\"UNLOCKED\""));
        machine.bmw.answer(path, answer);
        machine.slack.answer(path, answer);
        machine.slack.answer("/ping-secret", answer);
        for (int command = 0; command < commands; command++) {
          look(machine, COMMANDS[command]);
        }
      }
    }
  }

  private void carData(MockResponse answer, int commands) throws IOException {
    for (String path :
        List.of(CarDataAccount.TOKEN, CarDataAccount.DATA, CarDataAccount.MAPPINGS)) {
      try (CarDataAccount account = new CarDataAccount()) {
        look(account.machine, "login", "-vv");
        look(account.machine, "status", "-vv");
        account.later(Duration.ofHours(2));
        account.machine.bmw.answer(path, answer);
        for (int command = 0; command < commands; command++) {
          look(account.machine, COMMANDS[command]);
        }
      }
    }
  }

  /** Every kind of place, and each answers so. */
  private void places(MockResponse answer) throws IOException {
    try (OwnersMachine machine = new OwnersMachine();
        PretendMailServer mail = new PretendMailServer()) {
      String url = machine.slack.url();
      machine.configured(
          "\"timeoutSeconds\": 2",
          """
          "notify": [
            { "ntfy": { "url": "%1$s/topic-secret", "token": "tk-secret" } },
            { "telegram": { "server": "%1$s", "botToken": "42:telegram-secret", "chatId": "chat-secret" } },
            { "email": { "server": "%2$s", "username": "me-secret", "password": "mail-secret",
                         "from": "car@example.com", "to": ["me@example.com"] } },
            { "webhook": { "url": "%1$s/path-secret", "headers": { "Authorization": "Bearer h-secret" } } },
            { "command": ["/bin/false", "--token=argument-secret"] },
            { "name": "bot", "slack": { "server": "%1$s", "botToken": "xoxb-secret", "channel": "C1" } }
          ]"""
              .formatted(url, mail.url()));
      for (String path :
          List.of(
              "/",
              "/topic-secret/auth",
              "/bot42:telegram-secret/sendMessage",
              "/bot42:telegram-secret/getChat",
              "/path-secret",
              "/api/chat.postMessage",
              "/api/auth.test")) {
        machine.slack.answer(path, answer);
      }
      for (String command : List.of("AUTH", "RCPT", ".", "EHLO")) {
        mail.answer(command, "550 me-secret mail-secret car@example.com");
        machine.carSays(
            ConnectedDriveCar.car(
                "i3-rex",
                "doorLockState",
                command.equals("AUTH") ? "\"UNLOCKED\"" : "\"SECURED\""));
        machine.now = machine.now.plus(Duration.ofHours(2));
        look(machine, "status", "-vv");
      }
      look(machine, "check", "-vv");
      look(machine, "check", "-vv", "--post");
    }
  }

  private void damagedFiles() throws IOException {
    for (String token :
        List.of(
            "{\"accessToken\":\"access-secret",
            "{\"accessToken\":\"access-secret\\u0007\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}",
            "{\"accessToken\":\"access-secret\",\"expiresAt\":\"refresh-secret\"}",
            "\"access-secret\"")) {
      try (OwnersMachine machine = new OwnersMachine().configured()) {
        machine.carSays(ConnectedDriveCar.car("i3-rex"));
        machine.write("token.json", token);
        look(machine, "status", "-vv");
        String config = Files.readString(machine.configs.resolve("config.json"));
        for (String[] change :
            new String[][] {
              {"password-secret\"", "password-secret"},
              {"\"password-secret\"", "[\"password-secret\"]"},
              {"\"http://", "\"http://user:password-secret@"},
              {machine.slack.url(), "http://slack.example"},
              {"\"password-secret\"", "\"${file:/nowhere}\", \"x\": \"password-secret\""},
              {"\"key\"", "\"authorization\": \"Basic schlüssel-secret\", \"x\""}
            }) {
          machine.config(config.replace(change[0], change[1]));
          look(machine, "status", "-vv");
        }
      }
    }
  }

  private void look(OwnersMachine machine, String... command) {
    machine.turnsWhileAsleep = true;
    Result result = machine.run(command);
    codes.merge(result.code(), 1, Integer::sum);
    boolean vinAllowed = command[0].equals("vehicles") || List.of(command).contains("--json");
    String said = result.err() + (vinAllowed ? "" : result.out());
    String all = result.err() + result.out();
    characters += all.length();
    String basic =
        Base64.getEncoder()
            .encodeToString("key-secret:client-secret".getBytes(StandardCharsets.UTF_8));
    for (String secret : List.of(SECRET, POSITION, basic)) {
      all.lines()
          .filter(line -> line.contains(secret))
          .forEach(line -> leaks.add(command[0] + ": " + line));
    }
    said.lines()
        .filter(line -> line.contains(OwnersMachine.VIN))
        .forEach(line -> leaks.add(command[0] + ": " + line));
    if (result.code() == 1) {
      leaks.add("bug: " + result.err());
    }
  }
}
