package io.github.iremote.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Relays what a car tells, as BMW's stream does: a message for each key, typed. */
public final class PretendStream {
  /** Of what we read, these are told to those who ask, and never streamed. */
  private static final Set<String> NOT_STREAMED = Set.of("vehicle.cabin.door.lock.status");

  private final PretendCar car;
  private final PretendBroker broker;
  private final Map<String, ObjectNode> relayed = new HashMap<>();

  public PretendStream(PretendCar car, PretendBroker broker) {
    this.car = car;
    this.broker = broker;
    relayed.putAll(TelematicWords.of(car.status()));
  }

  /**
   * Relays what the car has told since the last time.
   *
   * @return how many messages that took
   */
  public int relay(Instant now) {
    int messages = 0;
    for (Map.Entry<String, ObjectNode> word : TelematicWords.of(car.status()).entrySet()) {
      boolean streamed = !NOT_STREAMED.contains(word.getKey());
      if (!word.getValue().equals(relayed.put(word.getKey(), word.getValue())) && streamed) {
        broker.publish("pretend-gcid/" + car.vin(), message(word, now));
        messages++;
      }
    }
    return messages;
  }

  private String message(Map.Entry<String, ObjectNode> word, Instant now) {
    ObjectNode message = Json.object().put("vin", car.vin()).put("entityId", "pretend");
    message.put("topic", car.vin()).put("timestamp", now.toString());
    ObjectNode entry = message.putObject("data").putObject(word.getKey());
    entry.put("timestamp", word.getValue().path("timestamp").asText());
    String value = word.getValue().path("value").asText();
    if (value.matches("-?\\d+")) {
      entry.put("value", Long.parseLong(value));
    } else {
      entry.put("value", value);
    }
    return Json.line(message);
  }
}
