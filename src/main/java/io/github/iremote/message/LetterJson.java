package io.github.iremote.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.event.Weight;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import io.github.iremote.notation.EventJson;
import io.github.iremote.notation.StatusJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Letters as the event file and {@code run.json} keep them. */
public final class LetterJson {
  /** The one place that version 1 knew. */
  static final String SLACK = "slack";

  public static JsonNode write(List<Letter> letters) {
    ArrayNode list = Json.array();
    for (Letter letter : letters) {
      ObjectNode json = list.addObject().put("to", letter.to());
      if (letter.leftOut() > 0) {
        json.put("leftOut", letter.leftOut());
      }
      ArrayNode messages = json.putArray("messages");
      letter.messages().forEach(message -> messages.add(write(message)));
    }
    return list;
  }

  /** One message: what a webhook or a command gets as well. */
  public static ObjectNode write(Message message) {
    ObjectNode json =
        Json.object()
            .put("id", message.id())
            .put("at", message.at().toString())
            .put("weight", message.weight().name());
    message
        .car()
        .ifPresent(car -> json.putObject("car").put("vin", car.vin()).put("name", car.name()));
    if (!message.events().isEmpty()) {
      json.set("events", EventJson.write(message.events()));
    }
    message.carTime().ifPresent(time -> json.put("carTime", time.toString()));
    if (!message.figures().isEmpty()) {
      json.set("figures", StatusJson.write(message.figures()));
    }
    message.sentence().ifPresent(sentence -> json.put("sentence", sentence));
    message.readyMade().ifPresent(slack -> json.set("slack", slack));
    return json;
  }

  /**
   * Reads letters, and the messages in Slack's form that version 1 has left.
   *
   * @throws IOException if one of them is unusable
   */
  public static List<Letter> read(JsonNode list) throws IOException {
    List<Letter> letters = new ArrayList<>();
    for (JsonNode json : list) {
      try {
        letters.add(json.has("to") ? letter(json) : ofVersion1(json));
      } catch (DateTimeException | IllegalArgumentException e) {
        throw new IOException("a pending message is unusable", e);
      }
    }
    return letters;
  }

  private static Letter letter(JsonNode json) throws IOException {
    List<Message> messages = new ArrayList<>();
    for (JsonNode message : json.path("messages")) {
      messages.add(message(message));
    }
    if (messages.isEmpty()) {
      throw new IOException("a pending message is empty");
    }
    return new Letter(json.path("to").asText(), messages, json.path("leftOut").asInt());
  }

  private static Letter ofVersion1(JsonNode json) throws IOException {
    if (!(json.path("message") instanceof ObjectNode slack)) {
      throw new IOException("a pending message is unusable");
    }
    Instant at = Times.parse(json.path("at").asText());
    return Letter.of(SLACK, Message.ofVersion1(at, json.path("urgent").asBoolean(), slack));
  }

  private static Message message(JsonNode json) throws IOException {
    JsonNode car = json.path("car");
    return new Message(
        json.path("id").asText(),
        Times.parse(json.path("at").asText()),
        Weight.valueOf(json.path("weight").asText()),
        car.isObject()
            ? Optional.of(new Message.Car(car.path("vin").asText(), car.path("name").asText()))
            : Optional.empty(),
        EventJson.readAll(json.path("events")),
        json.has("carTime")
            ? Optional.of(Times.parse(json.path("carTime").asText()))
            : Optional.empty(),
        StatusJson.read(json.path("figures")),
        json.has("sentence") ? Optional.of(json.path("sentence").asText()) : Optional.empty(),
        json.path("slack") instanceof ObjectNode slack ? Optional.of(slack) : Optional.empty());
  }

  private LetterJson() {}
}
