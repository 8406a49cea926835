package io.github.iremote.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.OwnersMachine;
import io.github.iremote.WebServer;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polls told to three places, each of which fails by itself, in every way a connection can. */
class ThreePlacesTest {
  private static final int PERCENT_FAILING = 30;

  /** Those that say nothing of the message itself. */
  private static final List<Fault> FAULTS =
      List.of(
          Fault.REFUSED,
          Fault.DROPPED_BEFORE_THE_ANSWER,
          Fault.DROPPED_IN_THE_BODY,
          Fault.SERVER_ERROR,
          Fault.TOO_MANY_FOR_A_MINUTE,
          Fault.SLOW,
          Fault.NO_HTTP,
          Fault.FORBIDDEN);

  private static final String TELEGRAM = "/bot1:x/sendMessage";

  @TempDir Path configs;

  /** One place: its server, its sense of success, and what has arrived there. */
  private static final class Told {
    final WebServer server = new WebServer();
    final Ledger ledger = new Ledger();
    final Map<String, JsonNode> byKey = new LinkedHashMap<>();
    final Map<Fault, Integer> faults = new TreeMap<>();
    final String path;
    final String success;
    Fault fault = Fault.NONE;

    Told(String path, String success) {
      this.path = path;
      this.success = success;
    }

    String url() {
      return fault == Fault.REFUSED ? "http://127.0.0.1:1" : server.url();
    }

    void prepare(Fault next) {
      fault = next;
      faults.merge(fault, 1, Integer::sum);
      server.answer(path, fault.answer(success));
    }

    void read() {
      for (RecordedRequest request : server.requests()) {
        try {
          JsonNode body = Json.parse(request.getBody().utf8());
          String key = request.getHeaders().get("Idempotency-Key");
          if (fault.taken() && (key == null || byKey.put(key, body) == null)) {
            ledger.arrived(slackLike(body), fault.name(), fault == Fault.NONE);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    void check(Experiment experiment, CountedCar car) {
      experiment.say("%s: %s, faults %s", path, ledger.figures(car), faults);
      assertEquals(car.changes(), ledger.told, path + " lost");
      assertEquals(List.of(), ledger.falseMessages, path);
      assertEquals(List.of(), ledger.duplicates, path);
    }
  }

  /** The message as Slack would have it: a line for each, and the changes. */
  private static JsonNode slackLike(JsonNode body) {
    if (body.has("attachments")) {
      return body;
    }
    boolean telegram = body.has("chat_id");
    String[] text = body.path("text").asText().split("\n");
    String title = telegram ? text[0].replaceAll("</?b>", "") : body.path("title").asText();
    List<String> rest = new ArrayList<>(List.of(text));
    if (telegram) {
      rest.remove(0);
    }
    boolean folded = rest.get(0).startsWith("My i3: ");
    List<String> lines = new ArrayList<>();
    if (!folded) {
      lines.add(title + " · " + rest.get(0));
    }
    rest.stream().filter(line -> folded && line.startsWith("My i3: ")).forEach(lines::add);
    var slack = Json.object();
    slack.put("text", String.join("\n", lines).replaceAll("(?m)^My i3: ", "*My i3*: "));
    var field = slack.putArray("attachments").addObject().putArray("fields").addObject();
    field.put("title", "Changes");
    rest.stream()
        .filter(line -> line.startsWith("Changes: "))
        .forEach(line -> field.put("value", line.substring("Changes: ".length())));
    return slack;
  }

  @Test
  void every_place_is_told_all_in_order_and_twice_only_where_its_answer_was_lost() {
    Experiment experiment = new Experiment("places", 40);
    CountedCar car = new CountedCar();
    Told slack = new Told(OwnersMachine.HOOK, "ok");
    Told webhook = new Told("/hook", "{}");
    Told telegram = new Told(TELEGRAM, "{\"ok\":true,\"result\":{\"message_id\":1}}");
    List<Told> all = List.of(slack, webhook, telegram);
    try (OwnersMachine machine = machine()) {
      for (int poll = 0; poll < experiment.runs + 3; poll++) {
        boolean last = poll >= experiment.runs;
        // at the end no pause is longer
        machine.now = machine.now.plus(last ? Duration.ofHours(1) : Duration.ofMinutes(5));
        for (int change = experiment.random.nextInt(3); change > 0 && !last; change--) {
          car.change(machine.now);
        }
        machine.bmw.answer(OwnersMachine.STATUS, 200, car.answer());
        all.forEach(
            place ->
                place.prepare(last ? Fault.NONE : Fault.any(FAULTS, PERCENT_FAILING, experiment)));
        machine.environment.put("SLACK", slack.url() + OwnersMachine.HOOK);
        machine.environment.put("WEBHOOK", webhook.url() + "/hook");
        machine.environment.put("TELEGRAM", telegram.url());
        assertEquals(false, machine.status().code() == 1, "a bug");
        all.forEach(Told::read);
      }
    }
    all.forEach(place -> place.check(experiment, car));
    assertEquals(List.of(), webhook.ledger.explainedDuplicates, "the key tells a repeat");
    all.forEach(place -> place.server.web.close());
  }

  private OwnersMachine machine() {
    OwnersMachine machine = new OwnersMachine(configs);
    machine.environment.put("BMW", machine.bmw.url());
    return machine.config(
        """
        {
          "connecteddrive": {
            "server": "${BMW}", "key": "k", "secret": "s", "username": "u", "password": "p"
          },
          "vehicles": [ { "vin": "%s", "name": "My i3" } ],
          "slack": { "webhookUrl": "${SLACK}" },
          "notify": [
            { "webhook": { "url": "${WEBHOOK}" }, "mute": ["TROUBLE", "RECOVERED"] },
            { "telegram": { "server": "${TELEGRAM}", "botToken": "1:x", "chatId": 1 } }
          ],
          "mute": ["TROUBLE", "RECOVERED"],
          "thresholds": { "leftUnlockedMinutes": 10000 },
          "timezone": "UTC",
          "timeoutSeconds": 1
        }
        """
            .formatted(OwnersMachine.VIN));
  }
}
