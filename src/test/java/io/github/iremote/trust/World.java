package io.github.iremote.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.json.Json;
import io.github.iremote.simulator.LoopbackServer;
import io.github.iremote.simulator.LoopbackServer.Request;
import io.github.iremote.simulator.LoopbackServer.Response;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A BMW and a Slack on loopback for real processes: refresh tokens are good once, every request is
 * noted, and a listener may act at each.
 */
final class World implements AutoCloseable {
  static {
    // the JDK's server drops connections when 200 are idle, as those of ended runs are
    System.setProperty("sun.net.httpserver.maxIdleConnections", "100000");
  }

  /** The steps of a run that can be seen from outside, in their order. */
  enum Step {
    STARTED,
    TOKEN_ASKED,
    STATUS_ASKED,
    STATUS_ANSWERED,
    POST_ARRIVED,
    POST_ANSWERED
  }

  private static final Pattern REFRESH = Pattern.compile("(?:^|&)refresh_token=([^&]+)");

  final CountedCar car = new CountedCar();
  final LoopbackServer bmw = new LoopbackServer(this::bmw);
  final LoopbackServer slack = new LoopbackServer(this::slack);
  final List<JsonNode> posted = new ArrayList<>();
  volatile Consumer<Step> listener = step -> {};
  volatile boolean slackDown;

  /** How often a refresh token came that had been used before. */
  int usedTwice;

  /** How often BMW was asked for a token with the password. */
  int logins;

  private final Set<String> used = new HashSet<>();
  private int tokens;

  /** Writes a config that leads here; the token must be renewed by every run. */
  void configure(Path configs) throws IOException {
    Path file = configs.resolve("config.json");
    Files.writeString(
        file,
        """
        {
          "connecteddrive": {
            "server": "%s", "key": "k", "secret": "s", "username": "u", "password": "p"
          },
          "vehicles": [ { "vin": "%s", "name": "My i3" } ],
          "slack": { "webhookUrl": "%s" },
          "thresholds": { "leftUnlockedMinutes": 10000 },
          "timezone": "UTC"
        }
        """
            .formatted(bmw.url(), OwnersMachine.VIN, slack.url() + OwnersMachine.HOOK));
    file.toFile().setReadable(false, false);
    file.toFile().setReadable(true, true);
  }

  /** The same with CarData, whose owner has logged in. */
  void configureCarData(Path configs) throws IOException {
    configure(configs);
    Path file = configs.resolve("config.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll(
                "\"connecteddrive\": \\{[^}]*}",
                """
                "cardata": {
                  "clientId": "ab12cd34-0000-4444-8888-0123456789ab", "dailyCalls": 100000,
                  "authServer": "%1$s", "apiServer": "%1$s"
                }"""
                    .formatted(bmw.url())));
    logIn(configs);
  }

  /** What {@code iremote login} leaves. */
  synchronized void logIn(Path configs) throws IOException {
    tokens++;
    Files.writeString(
        configs.resolve("token.json"),
        """
        {"accessToken": "a%1$d", "refreshToken": "r%1$d", "expiresAt": "2020-01-01T00:00:00Z",
         "issuedAt": "%2$s", "scope": "cardata:api:read"}
        """
            .formatted(tokens, Instant.now()));
  }

  /** The one that has not been used. */
  synchronized String refreshToken() {
    return "r" + tokens;
  }

  private Response bmw(Request request) {
    if (request.path().startsWith(CarDataAccount.CONTAINERS)) {
      return new Response(200, "{\"containers\":[],\"containerId\":\"S00I000012345\"}");
    }
    if (request.path().startsWith(CarDataAccount.DATA)) {
      listener.accept(Step.STATUS_ASKED);
      Response answer = new Response(200, car.carDataAnswer());
      listener.accept(Step.STATUS_ANSWERED);
      return answer;
    }
    if (request.path().equals(CarDataAccount.TOKEN)) {
      listener.accept(Step.TOKEN_ASKED);
      return token(request.body());
    }
    if (request.path().equals(OwnersMachine.TOKEN)) {
      listener.accept(Step.TOKEN_ASKED);
      return token(request.body());
    }
    if (request.path().equals(OwnersMachine.CARS)) {
      return new Response(200, "{\"vehicles\":[{\"vin\":\"" + OwnersMachine.VIN + "\"}]}");
    }
    listener.accept(Step.STATUS_ASKED);
    Response answer = new Response(200, car.answer());
    listener.accept(Step.STATUS_ANSWERED);
    return answer;
  }

  private synchronized Response token(String form) {
    Matcher refresh = REFRESH.matcher(form);
    if (!refresh.find()) {
      logins++;
    } else if (!used.add(URLDecoder.decode(refresh.group(1), StandardCharsets.UTF_8))) {
      usedTwice++;
      return new Response(400, "{\"error\":\"invalid_grant\"}");
    }
    tokens++;
    return new Response(
        200,
        "{\"access_token\":\"a%d\",\"refresh_token\":\"r%d\",\"expires_in\":300}"
            .formatted(tokens, tokens));
  }

  private Response slack(Request request) {
    if (slackDown) {
      return new Response(500, "rollup_error");
    }
    try {
      synchronized (posted) {
        posted.add(Json.parse(request.body()));
      }
    } catch (IOException e) {
      return new Response(400, "invalid_payload");
    }
    listener.accept(Step.POST_ARRIVED);
    listener.accept(Step.POST_ANSWERED);
    return new Response(200, "ok");
  }

  /** The messages that have arrived since the last time. */
  List<JsonNode> takePosted() {
    synchronized (posted) {
      List<JsonNode> taken = List.copyOf(posted);
      posted.clear();
      return taken;
    }
  }

  @Override
  public void close() {
    bmw.close();
    slack.close();
  }
}
