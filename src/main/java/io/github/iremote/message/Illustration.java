package io.github.iremote.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A picture that a place may have, since it has the letter which that belongs to.
 *
 * @param message what the place calls the message to put it under, where there is one
 */
public record Illustration(Letter letter, Optional<String> message) {
  private static final Set<EventName> WITH_PICTURE =
      EnumSet.of(EventName.REPORT, EventName.CHARGING_FINISHED, EventName.CHARGING_INTERRUPTED);

  /** Whether there is something to be seen of what a letter tells. */
  public static boolean fits(Letter letter) {
    for (Event event : letter.newest().events()) {
      if (WITH_PICTURE.contains(event.name())) {
        return !letter.folded() && letter.newest().car().isPresent();
      }
    }
    return false;
  }

  /** On one line, for another process. */
  public String line() {
    ObjectNode json = Json.object();
    json.set("letters", LetterJson.write(List.of(letter)));
    message.ifPresent(id -> json.put("message", id));
    return Json.line(json);
  }

  /** Reads what {@link #line} wrote. */
  public static Illustration read(String line) throws IOException {
    JsonNode json = Json.parse(line);
    return new Illustration(
        LetterJson.read(json.path("letters")).get(0),
        json.has("message") ? Optional.of(json.path("message").asText()) : Optional.empty());
  }
}
