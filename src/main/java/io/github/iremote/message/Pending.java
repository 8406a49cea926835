package io.github.iremote.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message that Slack has not yet acknowledged.
 *
 * @param at when it was written
 * @param urgent whether it breaks through quiet hours and is never folded with others
 * @param message the JSON that is posted
 */
public record Pending(Instant at, boolean urgent, ObjectNode message) {

  public static JsonNode toJson(List<Pending> messages) {
    var list = Json.array();
    for (Pending pending : messages) {
      list.addObject()
          .put("at", pending.at.toString())
          .put("urgent", pending.urgent)
          .set("message", pending.message);
    }
    return list;
  }

  public static List<Pending> fromJson(JsonNode list) throws IOException {
    List<Pending> messages = new ArrayList<>();
    for (JsonNode item : list) {
      if (!(item.path("message") instanceof ObjectNode message)) {
        throw new IOException("a pending message is unusable");
      }
      try {
        Instant at = Instant.parse(item.path("at").asText());
        messages.add(new Pending(at, item.path("urgent").asBoolean(), message));
      } catch (DateTimeException e) {
        throw new IOException("a pending message has no time", e);
      }
    }
    return messages;
  }

  /** The line a phone shows. */
  public String text() {
    return message.path("text").asText();
  }
}
